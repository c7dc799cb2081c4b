import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { root } from "../runner/needs.ts";
import { lastLines, run } from "../runner/processes.ts";
import { SkipError, type Suite } from "../runner/suite.ts";
import { until } from "../runner/waiting.ts";
import { WireConnection } from "../wire/connection.ts";
import {
  batchOf,
  createTopic,
  type PartitionName,
  produce,
  readAll,
  textRecord,
} from "../wire/topic.ts";

const DISK = "24m";
const BALLAST_BYTES = 4 * 1024 * 1024;
const at: PartitionName = { topic: "filling", partition: 0 };

/** A small disk of our own runs full. Apache Kafka stops there, so only Naru is judged. */
export const diskFull: Suite = {
  name: "disk-full",
  about: "a full disk answers error 56, keeps the log, serves reads, and takes writes again",
  targets: ["naru"],
  needs: [root],
  async run({ target, check, folder }) {
    const disk = path.join(folder, "disk");
    fs.mkdirSync(disk);
    const mounted = await run("mount", ["-t", "tmpfs", "-o", `size=${DISK}`, "naru", disk]);
    if (mounted.code !== 0) {
      throw new SkipError(`no small disk can be mounted: ${lastLines(mounted.stderr, 1).trim()}`);
    }
    try {
      const ballast = path.join(disk, "ballast");
      fs.writeFileSync(ballast, new Uint8Array(BALLAST_BYTES));
      const data = path.join(disk, "data");
      await using broker = await target.start({ folder: data });
      using connection = await WireConnection.open(broker);
      await createTopic(connection, at.topic);
      let acknowledged = 0;
      await check("writes end with KAFKA_STORAGE_ERROR, and the broker lives", async () => {
        acknowledged = await fillUp(connection);
        assert.ok(acknowledged > 10, `${acknowledged} batches`);
        assert.match(broker.output(), /space|full|ENOSPC/i);
      });
      await check("what was acknowledged is read, and nothing else is there", async () => {
        const records = await readAll(connection, at);
        assert.deepEqual(
          records.map(({ offset }) => offset),
          [...Array(acknowledged).keys()],
        );
        assert.equal((await produce(connection, at, bigBatch()))?.error, "KAFKA_STORAGE_ERROR");
      });
      await check("with room again, writes are taken at the next offset", async () => {
        fs.rmSync(ballast);
        const appended = await until("a write that is taken", 15_000, async () => {
          const answer = await produce(connection, at, bigBatch());
          return answer?.error === "NONE" ? answer : undefined;
        });
        assert.equal(appended.baseOffset, acknowledged);
      });
      await check("the next start finds it all", async () => {
        await broker.stop();
        await using again = await target.start({ folder: data });
        using reader = await WireConnection.open(again);
        assert.equal((await readAll(reader, at)).length, acknowledged + 1);
        await again.stop();
      });
    } finally {
      await run("umount", ["-l", disk]);
    }
  },
};

function bigBatch(): Uint8Array {
  return batchOf([textRecord("k", "v".repeat(200_000))]);
}

async function fillUp(connection: WireConnection): Promise<number> {
  for (let acknowledged = 0; acknowledged < 500; acknowledged += 1) {
    const answer = await produce(connection, at, bigBatch());
    assert.ok(answer, "the connection was closed");
    if (answer.error === "NONE") continue;
    assert.equal(answer.error, "KAFKA_STORAGE_ERROR");
    return acknowledged;
  }
  throw new Error("the disk did not run full.");
}
