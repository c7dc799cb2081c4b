import assert from "node:assert/strict";
import { test } from "node:test";

import {
  decodeMetadataRecord,
  encodeMetadataRecord,
  metadataRecordTypes,
} from "./generated/metadata-records.ts";
import { peekMetadataRecord } from "./metadata-record-frame.ts";

const feature = { name: "metadata.version", featureLevel: 25 };

test("a metadata record is frame version, type, version and body", () => {
  const bytes = encodeMetadataRecord({ type: "FeatureLevelRecord", version: 0, record: feature });
  const hex = "01 0c 00 116d657461646174612e76657273696f6e 0019 00".replaceAll(" ", "");
  assert.equal(Buffer.from(bytes).toString("hex"), hex);
  assert.deepEqual(peekMetadataRecord(bytes), { apiKey: 12, version: 0 });
});

test("a decoded record tells its type, and encodes to the same bytes", () => {
  const bytes = encodeMetadataRecord({ type: "FeatureLevelRecord", version: 0, record: feature });
  const decoded = decodeMetadataRecord(bytes);
  assert.ok(decoded.type === "FeatureLevelRecord");
  assert.equal(decoded.record.featureLevel, 25);
  assert.equal(decoded.apiKey, metadataRecordTypes.FeatureLevelRecord.apiKey);
  assert.deepEqual(encodeMetadataRecord(decoded), bytes);
});

test("bytes after the record, another frame, an unknown type or version are errors", () => {
  const bytes = encodeMetadataRecord({ type: "NoOpRecord", version: 0, record: {} });
  assert.throws(() => decodeMetadataRecord(Buffer.concat([bytes, Uint8Array.of(0)])), {
    message: "NoOpRecord v0: end: found 1 bytes after the record, expected none.",
  });
  assert.throws(() => decodeMetadataRecord(Uint8Array.of(2, 20, 0, 0)), /frame version: found 2/);
  assert.throws(() => decodeMetadataRecord(Uint8Array.of(1, 99, 0, 0)), /type: found 99/);
  assert.throws(() => decodeMetadataRecord(Uint8Array.of(1, 20, 7, 0)), /version: found 7/);
  assert.deepEqual(peekMetadataRecord(Uint8Array.of(1, 99, 3, 0)), { apiKey: 99, version: 3 });
});
