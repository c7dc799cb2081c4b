import assert from "node:assert/strict";
import * as path from "node:path";
import { startKafka } from "../kafka/server.ts";
import { spawnNaru, startNaru } from "../naru/broker.ts";
import { apacheKafka } from "../runner/needs.ts";
import type { Suite } from "../runner/suite.ts";
import type { RunningBroker, StartOptions } from "../runner/target.ts";
import { within } from "../runner/waiting.ts";
import { WireConnection } from "../wire/connection.ts";
import { append, checkFilling, fill, type Filling } from "../wire/filling.ts";

type Start = (options: StartOptions) => Promise<RunningBroker>;
type End = "stop" | "kill";

const REFUSAL_LIMIT_MS = 10_000;

/** One folder, now ours, now Apache Kafka's: each goes on where the other stopped. */
export const folderSwap: Suite = {
  name: "folder-swap",
  about: "Apache Kafka starts on a folder that Naru wrote, and Naru on what it leaves",
  targets: ["naru"],
  needs: [apacheKafka],
  limitMs: 240_000,
  async run({ check, folder }) {
    for (const end of ["stop", "kill"] as const) {
      const shared = path.join(folder, `from-naru-${end}`);
      const how = end === "stop" ? "stopped cleanly" : "killed";
      let filling: Filling | undefined;
      const filled = (): Filling => {
        assert.ok(filling, "the folder was not filled");
        return filling;
      };
      await check(`Naru fills a folder and is ${how}`, async () => {
        filling = await filledBy(startNaru, shared, end);
      });
      await check(`Apache Kafka serves it all, appends, and is ${how}`, async () => {
        await takeOver(startKafka, shared, filled(), end);
      });
      await check(`Naru serves it all again, appends, and is ${how}`, async () => {
        await takeOver(startNaru, shared, filled(), end);
      });
      await check("Apache Kafka serves what Naru appended to its own", async () => {
        await takeOver(startKafka, shared, filled(), "stop");
      });
    }
    for (const end of ["stop", "kill"] as const) {
      const shared = path.join(folder, `from-kafka-${end}`);
      await check(`Naru opens a folder that Apache Kafka filled, ended by ${end}`, async () => {
        const filling = await filledBy(startKafka, shared, end);
        await takeOver(startNaru, shared, filling, "stop");
        await takeOver(startKafka, shared, filling, "stop");
      });
    }
    await check("Naru starts on no folder that Apache Kafka or another Naru holds", async () => {
      await checkLocks(path.join(folder, "held"));
    });
  },
};

async function filledBy(start: Start, folder: string, end: End): Promise<Filling> {
  await using broker = await start({ folder });
  using connection = await WireConnection.open(broker);
  // Both write the starts of logs once a minute: a kill may undo what DeleteRecords did.
  const filling = await fill(connection, { deletesRecords: end === "stop" });
  await checkFilling(connection, filling);
  await broker[end]();
  return filling;
}

async function takeOver(start: Start, folder: string, filling: Filling, end: End): Promise<void> {
  await using broker = await start({ folder });
  using connection = await WireConnection.open(broker);
  await checkFilling(connection, filling);
  await append(connection, filling, `after ${broker.pid}`);
  await checkFilling(connection, filling);
  await broker[end]();
}

async function checkLocks(folder: string): Promise<void> {
  for (const start of [startKafka, startNaru]) {
    await using holder = await start({ folder });
    const second = await spawnNaru({ folder });
    const exit = await within("the refusal", REFUSAL_LIMIT_MS, second.exited);
    assert.notEqual(exit.code, 0);
    assert.match(second.output, new RegExp(`lock.*${holder.pid}|${holder.pid}.*lock`, "is"));
    await holder.stop();
  }
}
