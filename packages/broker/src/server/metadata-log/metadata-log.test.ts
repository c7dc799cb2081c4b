import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { Writer } from "@naru/protocol";
import {
  decodeMetadataRecord,
  encodeMetadataRecord,
} from "@naru/protocol/messages/metadata-records";
import type { Logger } from "@naru/runtime";
import { silentLogger } from "@naru/runtime";
import type { SimulatedRuntime } from "@naru/runtime/simulated";
import { simulatedRuntime } from "@naru/runtime/simulated";
import { draftRecord } from "../../metadata/metadata-record.ts";
import { METADATA_VERSION } from "../../metadata/feature-levels.ts";
import { MetadataReplay } from "../../metadata/metadata-replay.ts";

import { DataFolder } from "../data-folder/data-folder.ts";
import { encodeMetadataBatch } from "./metadata-batch.ts";
import { MetadataLog } from "./metadata-log.ts";
import type { MetadataLogConfig } from "./metadata-snapshots.ts";
import { defaultMetadataLogConfig } from "./metadata-snapshots.ts";

const PATH = "/data";
const FOLDER = `${PATH}/__cluster_metadata-0`;
const SEGMENT = `${FOLDER}/00000000000000000000.log`;
const TOPIC_ID = "sZ0bUBZpSUyqy2OsNa__QQ";

interface World {
  readonly sim: SimulatedRuntime;
  readonly warnings: string[];
  readonly open: (config?: Partial<MetadataLogConfig>) => Promise<MetadataLog>;
}

/** A formatted folder, and how to open its metadata log again and again. */
async function world(seed: number): Promise<World> {
  const sim = simulatedRuntime({ seed });
  const warnings: string[] = [];
  const logger: Logger = { ...silentLogger, warn: (line) => warnings.push(line) };
  const options = { runtime: sim, logger, path: PATH, nodeId: 1 };
  const folder = await sim.run(DataFolder.open(options));
  const open = (config: Partial<MetadataLogConfig> = {}): Promise<MetadataLog> =>
    sim.run(
      MetadataLog.open({
        ...options,
        directoryId: folder.directoryId,
        config: { ...defaultMetadataLogConfig, ...config },
      }),
    );
  return { sim, warnings, open };
}

const level = encodeMetadataRecord(
  draftRecord("FeatureLevelRecord", 0, { name: METADATA_VERSION, featureLevel: 25 }),
);
const config = (value: number): Uint8Array =>
  encodeMetadataRecord(
    draftRecord("ConfigRecord", 0, {
      resourceType: 4,
      resourceName: "",
      name: "log.retention.ms",
      value: String(value),
    }),
  );

/** A log that holds metadata.version and the config values 1 to `count`, one batch each. */
async function filled({ sim, open }: World, count: number): Promise<void> {
  const log = await open();
  await sim.run(log.lead());
  await sim.run(log.append([level]));
  for (let value = 1; value <= count; value += 1) await sim.run(log.append([config(value)]));
  log.close();
}

function rewrite({ sim }: World, change: (bytes: Uint8Array) => Uint8Array): void {
  const bytes = change(sim.disk.readWhole(SEGMENT, 1e6).slice());
  const file = sim.disk.open(SEGMENT, { mode: "existing" });
  file.truncate(0);
  file.append([bytes]);
  file.close();
}

const retention = (log: MetadataLog): string | undefined =>
  log.image.configs.of(4, "").get("log.retention.ms");

suite("the metadata log", () => {
  test("begins an epoch at each start, and names the voters once", async () => {
    const here = await world(1);
    await filled(here, 1);
    const log = await here.open();
    assert.equal(log.endOffset, 5);
    assert.equal(log.epoch, 1);
    await here.sim.run(log.lead());
    // The second epoch needs one record only: LeaderChange.
    assert.equal(log.endOffset, 6);
    assert.equal(log.epoch, 2);
    const epochs = Buffer.from(here.sim.disk.readWhole(`${FOLDER}/leader-epoch-checkpoint`, 1e4));
    assert.equal(epochs.toString(), "0\n2\n1 0\n2 5\n");
    const state = Buffer.from(here.sim.disk.readWhole(`${FOLDER}/quorum-state`, 1e4)).toString();
    assert.equal(
      state,
      '{"leaderId":1,"leaderEpoch":2,"votedId":-1,' +
        '"votedDirectoryId":"AAAAAAAAAAAAAAAAAAAAAA","data_version":1}',
    );
  });

  test("cut at any byte keeps every batch before it", async () => {
    const here = await world(2);
    await filled(here, 3);
    const whole = here.sim.disk.readWhole(SEGMENT, 1e6).slice();
    const ends = [0];
    for (let at = 0; at < whole.length;) {
      at += 12 + new DataView(whole.buffer, whole.byteOffset).getInt32(at + 8);
      ends.push(at);
    }
    for (let length = 0; length < whole.length; length += 1) {
      rewrite(here, () => whole.slice(0, length));
      (await here.open()).close();
      const kept = here.sim.disk.stat(SEGMENT)!.bytes;
      assert.equal(
        kept,
        ends.findLast((end) => end <= length),
      );
    }
  });

  test("with a damaged last batch is cut there, and says so", async () => {
    const here = await world(3);
    await filled(here, 2);
    rewrite(here, (bytes) => {
      bytes[bytes.length - 3]! ^= 1;
      return bytes;
    });
    const log = await here.open();
    assert.equal(retention(log), "1");
    assert.match(
      here.warnings[0]!,
      /CRC 0x[0-9a-f]{8}, expected .* up to offset 5 and is truncated/,
    );
  });

  test("with damage before good batches stops the start and changes nothing", async () => {
    const here = await world(4);
    await filled(here, 3);
    rewrite(here, (bytes) => {
      bytes[200]! ^= 1;
      return bytes;
    });
    const before = here.sim.disk.stat(SEGMENT)!.bytes;
    await assert.rejects(here.open(), { code: "DAMAGED", message: /Good metadata follows it/ });
    assert.equal(here.sim.disk.stat(SEGMENT)!.bytes, before);
  });

  test("with a full disk refuses the append and stays as it was", async () => {
    const here = await world(5);
    await filled(here, 1);
    const log = await here.open();
    await here.sim.run(log.lead());
    const { endOffset } = log;
    const heal = here.sim.disk.failAt((call) => call.kind === "append", "ENOSPC");
    assert.equal(await here.sim.run(log.append([config(9)])), "disk-full");
    heal();
    assert.equal(log.endOffset, endOffset);
    assert.equal(await here.sim.run(log.append([config(8)])), "committed");
    log.close();
    assert.equal(retention(await here.open()), "8");
  });

  test("begins a new segment when the first batch of the last one is too old", async () => {
    const here = await world(13);
    await filled(here, 2);
    const segments = (): string[] =>
      here.sim.disk
        .list(FOLDER)
        .map(({ name }) => name)
        .filter((name) => name.endsWith(".log"));
    const log = await here.open({ segmentMs: 1000 });
    await here.sim.run(log.lead());
    assert.equal(segments().length, 1);
    await here.sim.run(here.sim.clock.after(1001));
    const startOffset = log.endOffset;
    await here.sim.run(log.append([config(3)]));
    await here.sim.run(log.append([config(4)]));
    log.close();
    const name = `${String(startOffset).padStart(20, "0")}.log`;
    assert.deepEqual(segments(), ["00000000000000000000.log", name]);
    assert.equal(retention(await here.open()), "4");
  });
});

suite("what Naru does not know", () => {
  /** Appends a batch of its own to the file, with a record that has only a frame. */
  async function withRecord(here: World, apiKey: number, version: number): Promise<void> {
    await filled(here, 0);
    const writer = new Writer();
    for (const part of [1, apiKey, version]) writer.uvarint(part);
    const place = { baseOffset: 4, epoch: 1, timestampMs: 1 };
    const batch = encodeMetadataBatch([writer.toBytes()], place);
    rewrite(here, (bytes) => Buffer.concat([bytes, batch]));
  }

  test("stops the start: a record type, by its number", async () => {
    const here = await world(6);
    await withRecord(here, 29, 0);
    await assert.rejects(here.open(), { code: "TOO_NEW", message: /found record type 29, which/ });
  });

  test("stops the start: a version of a record, by its name", async () => {
    const here = await world(7);
    await withRecord(here, 0, 5);
    const message = /found RegisterBrokerRecord version 5, which/;
    await assert.rejects(here.open(), { code: "TOO_NEW", message });
  });

  test("stops the start: a metadata.version above ours, and one below", async () => {
    for (const [featureLevel, code] of [
      [31, "TOO_NEW"],
      [24, "WRONG_OWNER"],
    ] as const) {
      const here = await world(8);
      const log = await here.open();
      await here.sim.run(log.lead());
      const record = draftRecord("FeatureLevelRecord", 0, { name: METADATA_VERSION, featureLevel });
      await here.sim.run(log.append([encodeMetadataRecord(record)]));
      log.close();
      await assert.rejects(here.open(), { code, message: /metadata\.version (31|24)/ });
    }
  });
});

suite("a snapshot", () => {
  /** A log whose image was written as a snapshot, with one record after it. */
  async function snapshotted(here: World): Promise<void> {
    await filled(here, 3);
    const log = await here.open({ maxRecordBytesBetweenSnapshots: 1, retentionBytes: 0 });
    await here.sim.run(log.lead());
    const replay = new MetadataReplay(log.image);
    const topic = encodeMetadataRecord(
      draftRecord("TopicRecord", 0, { name: "kept", topicId: TOPIC_ID }),
    );
    await here.sim.run(log.append([topic]));
    const at = { lastOffset: log.endOffset - 1, epoch: log.epoch };
    const { image } = replay.batch([decodeMetadataRecord(topic)], at)!;
    await here.sim.run(log.snapshotWhenDue(image));
    await here.sim.run(log.append([config(7)]));
    log.close();
  }

  test("takes the place of the segments before it", async () => {
    const here = await world(9);
    await snapshotted(here);
    // The next snapshot lets the first segment go.
    const second = await here.open({ maxRecordBytesBetweenSnapshots: 1, retentionBytes: 0 });
    await here.sim.run(second.lead());
    await here.sim.run(second.snapshotWhenDue(second.image));
    second.close();
    const names = here.sim.disk.list(FOLDER).map((entry) => entry.name);
    assert.deepEqual(
      names.filter((name) => /\.(log|checkpoint)$/.test(name)),
      ["00000000000000000009.log", "00000000000000000010-0000000002.checkpoint"],
    );
    const log = await here.open();
    assert.equal(retention(log), "7");
    assert.equal(log.image.topics.byName("kept")?.id, TOPIC_ID);
    assert.equal(log.image.features.metadataVersion, 25);
    assert.equal(log.endOffset, 11);
    assert.equal(log.quorum.voters?.length, 1);
  });

  test("that is damaged is passed over while the log has everything", async () => {
    const here = await world(10);
    await filled(here, 3);
    const damaged = `${FOLDER}/00000000000000000005-0000000001.checkpoint`;
    const file = here.sim.disk.open(damaged, { mode: "new" });
    file.append([Buffer.from("no snapshot")]);
    file.close();
    const log = await here.open();
    assert.equal(retention(log), "3");
    assert.equal(here.warnings.length, 1);
  });

  test("that is missing where the log begins later stops the start", async () => {
    const here = await world(11);
    await snapshotted(here);
    const names = here.sim.disk.list(FOLDER).map((entry) => entry.name);
    for (const name of names.filter((name) => name.endsWith(".checkpoint"))) {
      await here.sim.run(here.sim.disk.unlink(`${FOLDER}/${name}`));
    }
    if (here.sim.disk.stat(SEGMENT) !== undefined)
      await here.sim.run(here.sim.disk.unlink(SEGMENT));
    await assert.rejects(here.open(), {
      code: "DAMAGED",
      message: /the log begins at offset 9, and there is no good snapshot/,
    });
  });
});

test("a folder of a quorum with other voters is refused", async () => {
  const here = await world(12);
  const text = '{"leaderId":2,"leaderEpoch":1,"votedId":-1,"currentVoters":[{"voterId":2}]}';
  const origin = `${FOLDER}/00000000000000000000-0000000000.checkpoint`;
  await here.sim.run(here.sim.disk.unlink(origin));
  const file = here.sim.disk.open(`${FOLDER}/quorum-state`, { mode: "any" });
  file.append([Buffer.from(text)]);
  file.close();
  await assert.rejects(here.open(), {
    code: "WRONG_OWNER",
    message: /found a metadata quorum of the voters 2, expected node 1 alone/,
  });
});

test("a folder that was one of several log.dirs is refused", async () => {
  const here = await world(13);
  await filled(here, 0);
  const log = await here.open();
  await here.sim.run(log.lead());
  const other = "Am-XCiRAStKSHutMdHHJZg";
  const records = [
    draftRecord("TopicRecord", 0, { name: "orders", topicId: TOPIC_ID }),
    draftRecord("PartitionRecord", 2, {
      topicId: TOPIC_ID,
      partitionId: 0,
      replicas: [1],
      isr: [1],
      removingReplicas: [],
      addingReplicas: [],
      leader: 1,
      directories: [other],
    }),
  ];
  await here.sim.run(log.append(records.map((record) => encodeMetadataRecord(record))));
  log.close();
  await assert.rejects(here.open(), {
    code: "WRONG_OWNER",
    message: /found partition orders-0 of node 1 in directory Am-XCiRAStKSHutMdHHJZg, expected/,
  });
});
