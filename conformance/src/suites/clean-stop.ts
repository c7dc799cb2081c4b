import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { until } from "../runner/waiting.ts";
import { bothTargets, type Suite } from "../runner/suite.ts";
import type { RunningBroker } from "../runner/target.ts";
import { WireConnection } from "../wire/connection.ts";
import { NumberWriter } from "../wire/load.ts";
import { createTopic } from "../wire/topic.ts";

const ROUNDS = 3;
const NUMBERS_MIN = 200;

/** SIGTERM under load: the folder says that it was left in order, and the next start trusts it. */
export const cleanStop: Suite = {
  name: "clean-stop",
  about: "SIGTERM under load writes the marker, and the next start recovers nothing",
  targets: bothTargets,
  needs: [],
  async run({ target, check, folder }) {
    const data = path.join(folder, "data");
    const marker = path.join(data, ".kafka_cleanshutdown");
    let broker: RunningBroker | undefined = await target.start({ folder: data });
    {
      using connection = await WireConnection.open(broker);
      await createTopic(connection, "numbers", { partitions: 2 });
    }
    const writers = [0, 1].map(
      (partition) => new NumberWriter({ topic: "numbers", partition }, () => broker),
    );
    for (const writer of writers) writer.start();
    for (let round = 1; round <= ROUNDS; round += 1) {
      await check(`round ${round}: stopped under load, nothing to recover`, async () => {
        const before = writers.map(({ count }) => count);
        await until("some load", 15_000, () =>
          writers.every(({ count }, i) => count > before[i]! + NUMBERS_MIN) ? true : undefined,
        );
        const stopped = broker!;
        broker = undefined;
        await stopped.stop();
        assert.ok(fs.existsSync(marker), "the marker of a clean stop was not written");
        broker = await target.start({ folder: data });
        assert.ok(!fs.existsSync(marker), "the marker outlived the next start");
        if (target.name === "naru")
          assert.doesNotMatch(broker.output(), /verified|recover|unclean/);
      });
    }
    await check("at the end each number is there once, at the offset that was told", async () => {
      await Promise.all(writers.map((writer) => writer.stop()));
      using connection = await WireConnection.open(broker!);
      for (const writer of writers) await writer.check(connection);
    });
    await broker.stop();
  },
};
