import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import * as timers from "node:timers/promises";
import { spawnNaru } from "../naru/broker.ts";
import { bothTargets, type Suite, type SuiteContext } from "../runner/suite.ts";
import type { RunningBroker } from "../runner/target.ts";
import { WireConnection } from "../wire/connection.ts";
import { NumberWriter } from "../wire/load.ts";
import { createTopic } from "../wire/topic.ts";

/** Apache Kafka takes 12 s to start after a kill, until its own old session has run out. */
const rounds = { naru: 6, "apache-kafka": 2 } as const;
const ROUND_MS_MIN = 200;
const ROUND_MS_SPREAD = 1_200;
const CRASH_LOOP_ROUNDS = 10;
const CRASH_LOOP_MS_MAX = 700;
const PARTITIONS = 3;

/** The process is killed at any time, under load: what was acknowledged is there, and once. */
export const kill: Suite = {
  name: "kill",
  about: "kill -9 under acks=all load: nothing acknowledged is missing, no retry writes twice",
  targets: bothTargets,
  needs: [],
  limitMs: 240_000,
  checkLimitMs: 120_000,
  async run(context) {
    const { target, check, folder } = context;
    const data = path.join(folder, "data");
    let broker: RunningBroker | undefined = await target.start({ folder: data });
    {
      using connection = await WireConnection.open(broker);
      await createTopic(connection, "numbers", { partitions: PARTITIONS });
    }
    const writers = [...Array(PARTITIONS).keys()].map(
      (partition) => new NumberWriter({ topic: "numbers", partition }, () => broker),
    );
    for (const writer of writers) writer.start();
    for (let round = 1; round <= rounds[target.name]; round += 1) {
      await check(`round ${round}: killed under load, started again, all there`, async () => {
        const before = writers.map(({ count }) => count);
        await timers.setTimeout(ROUND_MS_MIN + Math.random() * ROUND_MS_SPREAD);
        const killed = broker!;
        broker = undefined;
        await killed.kill();
        broker = await target.start({ folder: data });
        assert.ok(
          writers.every(({ count }, i) => count > before[i]!),
          `${before.join()} to ${writers.map(({ count }) => count).join()}`,
        );
        if (target.name === "naru") assert.match(broker.output(), /numbers-\d: .*unclean stop/);
      });
    }
    await check("at the end each number is there once, at the offset that was told", async () => {
      await Promise.all(writers.map((writer) => writer.stop()));
      using connection = await WireConnection.open(broker!);
      for (const writer of writers) await writer.check(connection);
    });
    const total = writers.reduce((sum, { count }) => sum + count, 0);
    context.note(`${total} records acknowledged over ${rounds[target.name]} kills`);
    await broker.stop();
    if (target.name === "naru") await checkCrashLoop(context, data, writers);
  },
};

async function checkCrashLoop(
  { check, target, folder }: SuiteContext,
  data: string,
  writers: readonly NumberWriter[],
): Promise<void> {
  await check(`${CRASH_LOOP_ROUNDS} starts killed on the way leave all as it was`, async () => {
    const files = countFiles(data);
    for (let round = 0; round < CRASH_LOOP_ROUNDS; round += 1) {
      const child = await spawnNaru({ folder: data });
      await timers.setTimeout(Math.random() * CRASH_LOOP_MS_MAX);
      child.signal("SIGKILL");
      await child.exited;
    }
    await using broker = await target.start({ folder: data });
    using connection = await WireConnection.open(broker);
    for (const writer of writers) await writer.check(connection);
    await broker.stop();
    const after = countFiles(data);
    assert.ok(after <= files + CRASH_LOOP_ROUNDS, `${files} files grew to ${after} in ${folder}`);
  });
}

function countFiles(folder: string): number {
  return fs.readdirSync(folder, { recursive: true }).length;
}
