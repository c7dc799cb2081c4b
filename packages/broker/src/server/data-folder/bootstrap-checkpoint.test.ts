import assert from "node:assert/strict";
import { test } from "node:test";
import { simulatedRuntime } from "@naru/runtime/simulated";
import { METADATA_VERSION } from "../../metadata/feature-levels.ts";
import type { MetadataRecordDraft } from "../../metadata/metadata-record.ts";
import { draftRecord } from "../../metadata/metadata-record.ts";
import { encodeSnapshot } from "../metadata-log/snapshot-file.ts";
import { readBootstrapRecords } from "./bootstrap-checkpoint.ts";

function written(records: readonly MetadataRecordDraft[]): readonly MetadataRecordDraft[] {
  const { disk } = simulatedRuntime({ seed: 1 });
  const first = { epoch: 0, timestampMs: 0, lastContainedLogTimestamp: 0, quorum: undefined };
  disk.makeFolder("/data");
  const file = disk.open("/data/bootstrap.checkpoint", { mode: "new" });
  file.append([...encodeSnapshot({ ...first, records })]);
  file.close();
  return readBootstrapRecords(disk, "/data");
}

function level(name: string, featureLevel: number): MetadataRecordDraft {
  return draftRecord("FeatureLevelRecord", 0, { name, featureLevel });
}

test("what the formatting wrote down is read back, features that we do not serve included", () => {
  const records = written([level(METADATA_VERSION, 30), level("share.version", 1)]);
  assert.deepEqual(
    records.map(({ record }) => ("featureLevel" in record ? record.featureLevel : undefined)),
    [30, 1],
  );
});

test("without the file a new cluster begins at the levels that every Kafka 4 opens", () => {
  const { disk } = simulatedRuntime({ seed: 2 });
  disk.makeFolder("/data");
  const records = [...readBootstrapRecords(disk, "/data")];
  assert.deepEqual(
    records.map(({ record }) => record),
    [
      { name: METADATA_VERSION, featureLevel: 25 },
      { name: "group.version", featureLevel: 1 },
      { name: "transaction.version", featureLevel: 2 },
    ],
  );
});

test("a level beyond ours is refused before it reaches the log", () => {
  assert.throws(() => written([level(METADATA_VERSION, 31)]), {
    code: "TOO_NEW",
    message: /bootstrap\.checkpoint: found metadata\.version 31, expected .* 25 to 30/,
  });
});
