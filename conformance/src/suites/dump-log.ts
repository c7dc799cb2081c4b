import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { KafkaTools } from "../kafka/tools.ts";
import { apacheKafka } from "../runner/needs.ts";
import { bothTargets, type Check, type Suite } from "../runner/suite.ts";
import type { Target } from "../runner/target.ts";
import { WireConnection } from "../wire/connection.ts";
import { fill } from "../wire/filling.ts";
import { batchOf, produce, textRecord } from "../wire/topic.ts";

/** Files of one kind anywhere below a folder. */
function filesEnding(folder: string, ending: string): string[] {
  const names = fs.readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names.filter((name) => name.endsWith(ending)).map((name) => path.join(folder, name));
}

/** Kafka's reader of files reads what lies in the folder after a clean stop. */
export const dumpLog: Suite = {
  name: "dump-log",
  about: "kafka-dump-log reads segments, indexes, snapshots and the metadata log",
  targets: bothTargets,
  needs: [apacheKafka],
  async run({ target, check, folder }) {
    const data = path.join(folder, "data");
    await fillFolder(target, data);
    using tools = new KafkaTools();
    const dump = async (files: readonly string[], ...words: string[]): Promise<string> => {
      assert.notEqual(files.length, 0, "there are no such files");
      const text = await tools.output("kafka-dump-log", ["--files", files.join(","), ...words]);
      assert.doesNotMatch(
        text,
        /mismatch|Found timestamp|out of order|do not match|invalid|corrupt/i,
      );
      return text;
    };
    await checkSegments(check, data, dump);
    await checkIndexes(check, data, dump);
    await checkMetadata(check, data, dump);
  },
};

type Dump = (files: readonly string[], ...words: string[]) => Promise<string>;

async function fillFolder(target: Target, data: string): Promise<void> {
  const settings = { "log.index.interval.bytes": "1024" };
  await using broker = await target.start({ folder: data, settings });
  using connection = await WireConnection.open(broker);
  await fill(connection);
  // Several segments of the smallest size, each with index entries.
  const records = Array.from({ length: 50 }, (_, i) =>
    textRecord(`k${i}`, "v".repeat(1000), i + 1),
  );
  const batch = batchOf(records);
  for (let i = 0; i < 50; i += 1) {
    const appended = await produce(connection, { topic: "mixed", partition: 0 }, batch);
    assert.equal(appended?.error, "NONE");
  }
  await broker.stop();
}

async function checkSegments(check: Check, data: string, dump: Dump): Promise<void> {
  await check("segments, opened to the last record of every codec", async () => {
    const segments = filesEnding(path.join(data, "mixed-0"), ".log");
    assert.ok(segments.length >= 3, `${segments.length} segments`);
    const text = await dump(segments, "--print-data-log", "--deep-iteration");
    for (const codec of ["none", "gzip", "snappy", "lz4", "zstd"]) {
      assert.match(text, new RegExp(`compresscodec: ${codec}`));
    }
    assert.doesNotMatch(text, /isvalid: false/);
    assert.equal([...text.matchAll(/^\| offset: /gm)].length, 100 + 2500);
    assert.match(text, /payload: first zstd 0 and so on/);
  });
  await check("the idempotent producer's batches say id, epoch and sequence", async () => {
    const text = await dump(filesEnding(path.join(data, "once-1"), ".log"));
    assert.match(text, /baseSequence: 20 lastSequence: 39 producerId: \d+ producerEpoch: 0/);
  });
}

async function checkIndexes(check: Check, data: string, dump: Dump): Promise<void> {
  const mixed = path.join(data, "mixed-0");
  await check("offset indexes: sanity check and every entry against its segment", async () => {
    const indexes = filesEnding(mixed, ".index");
    const sane = await dump(indexes, "--index-sanity-check");
    assert.equal([...sane.matchAll(/passed sanity check\./g)].length, indexes.length);
    await dump(indexes, "--verify-index-only");
    const entries = await dump(indexes);
    assert.ok(
      [...entries.matchAll(/^offset: \d+ position: \d+/gm)].length > 10,
      entries.slice(0, 400),
    );
  });
  await check("time indexes: sanity check and every entry against its segment", async () => {
    const indexes = filesEnding(mixed, ".timeindex");
    const sane = await dump(indexes, "--index-sanity-check");
    assert.equal([...sane.matchAll(/passed sanity check\./g)].length, indexes.length);
    await dump(indexes, "--verify-index-only");
  });
  await check("producer snapshots tell the producer's last sequence", async () => {
    const text = await dump(filesEnding(path.join(data, "once-1"), ".snapshot"));
    assert.match(text, /producerId: \d+ producerEpoch: 0 .*lastTimestamp: \d+/);
    assert.match(text, /lastSequence: 59/);
  });
  await check("leader epoch checkpoints hold epoch 0 from offset 0", () => {
    for (const file of filesEnding(data, "leader-epoch-checkpoint")) {
      if (file.includes("__cluster_metadata")) continue;
      const text = fs.readFileSync(file, "utf8");
      // A log without records has no epoch yet, one cut at its start begins there.
      assert.match(text, /^0\n(0\n|1\n0 (0|30)\n)$/, file);
    }
  });
}

async function checkMetadata(check: Check, data: string, dump: Dump): Promise<void> {
  const metadata = path.join(data, "__cluster_metadata-0");
  await check("the metadata log, record by record", async () => {
    const text = await dump(filesEnding(metadata, ".log"), "--cluster-metadata-decoder");
    for (const type of [
      "REGISTER_BROKER_RECORD",
      "TOPIC_RECORD",
      "PARTITION_RECORD",
      "CONFIG_RECORD",
    ]) {
      assert.match(text, new RegExp(`"type":"${type}"`));
    }
    assert.match(text, /"name":"mixed"/);
    assert.match(text, /LeaderChange/);
  });
  await check("the metadata log's indexes, where there are any", async () => {
    // Naru reads its metadata log from its start and keeps none; Kafka then builds its own.
    for (const ending of [".index", ".timeindex"]) {
      const files = filesEnding(metadata, ending);
      if (files.length > 0) await dump(files, "--index-sanity-check");
    }
  });
  await check("the first snapshot names voters and versions", async () => {
    const text = await dump(
      filesEnding(metadata, "-0000000000.checkpoint"),
      "--cluster-metadata-decoder",
    );
    assert.match(text, /SnapshotHeader/);
    assert.match(text, /KRaftVersion/);
    assert.match(text, /SnapshotFooter/);
  });
}
