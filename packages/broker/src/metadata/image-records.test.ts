import assert from "node:assert/strict";
import { test } from "node:test";
import {
  decodeMetadataRecord,
  encodeMetadataRecord,
} from "@naru/protocol/messages/metadata-records";
import { recordsOf } from "./image-records.ts";
import type { MetadataImage } from "./metadata-image.ts";
import { emptyImage } from "./metadata-image.ts";
import type { DraftOf, MetadataRecordDraft, MetadataRecordType } from "./metadata-record.ts";
import { draftRecord } from "./metadata-record.ts";
import { MetadataReplay } from "./metadata-replay.ts";

const TOPIC = "sZ0bUBZpSUyqy2OsNa__QQ";
const DIRECTORY = "f5XKxW2bQMq5MayxYx2wnw";
const tags = (byte: number) => [{ tag: 200, data: Uint8Array.of(byte, byte + 1) }];

/** A record whose tagged fields are those of a newer Kafka. */
function newer<Type extends MetadataRecordType>(
  type: Type,
  byte: number,
  record: DraftOf<Type>,
): MetadataRecordDraft {
  const version = type === "RegisterBrokerRecord" ? 3 : type === "PartitionRecord" ? 2 : 0;
  const tagged: object = { ...record, unknownTaggedFields: tags(byte) };
  return draftRecord(type, version, tagged as DraftOf<Type>);
}

const config = (resource: { type: number; name: string }, value: string | null) => ({
  resourceType: resource.type,
  resourceName: resource.name,
  name: "retention.ms",
  value,
});

const orders = { type: 2, name: "orders" };

const records: readonly MetadataRecordDraft[] = [
  newer("FeatureLevelRecord", 1, { name: "metadata.version", featureLevel: 25 }),
  newer("FeatureLevelRecord", 2, { name: "share.version", featureLevel: 1 }),
  newer("RegisterBrokerRecord", 3, {
    brokerId: 1,
    incarnationId: DIRECTORY,
    brokerEpoch: 5,
    endPoints: [
      {
        name: "PLAINTEXT",
        host: "localhost",
        port: 9092,
        securityProtocol: 0,
        unknownTaggedFields: tags(4),
      },
    ],
    features: [
      {
        name: "metadata.version",
        minSupportedVersion: 7,
        maxSupportedVersion: 30,
        unknownTaggedFields: tags(5),
      },
    ],
    rack: null,
    fenced: false,
    logDirs: [DIRECTORY],
  }),
  newer("TopicRecord", 6, { name: "orders", topicId: TOPIC }),
  newer("PartitionRecord", 7, {
    partitionId: 0,
    topicId: TOPIC,
    replicas: [1],
    isr: [1],
    removingReplicas: [],
    addingReplicas: [],
    leader: 1,
    leaderEpoch: 0,
    partitionEpoch: 0,
    directories: [DIRECTORY],
  }),
  newer("ConfigRecord", 8, config(orders, "5")),
  newer("ProducerIdsRecord", 9, { brokerId: -1, brokerEpoch: -1, nextProducerId: 1000 }),
];

const bytesOf = (drafts: Iterable<MetadataRecordDraft>): Buffer[] =>
  [...drafts].map((draft) => Buffer.from(encodeMetadataRecord(draft)));

function imageOf(drafts: readonly MetadataRecordDraft[]): MetadataImage {
  const replay = new MetadataReplay(emptyImage);
  const decoded = bytesOf(drafts).map((bytes) => decodeMetadataRecord(bytes));
  replay.batch(decoded, { lastOffset: drafts.length - 1, epoch: 1 });
  return replay.image;
}

test("tagged fields that only a newer Kafka knows are written again as they were read", () => {
  assert.deepEqual(bytesOf(recordsOf(imageOf(records))), bytesOf(records));
});

test("tagged fields go with what they belong to, and the newest record's count", () => {
  const plain = draftRecord("ConfigRecord", 0, config(orders, "6"));
  const overwritten = imageOf([...records, plain]);
  assert.equal(overwritten.kept.unknownTags.size, 3);
  const unset = imageOf([...records, newer("ConfigRecord", 10, config(orders, null))]);
  assert.equal(unset.kept.unknownTags.size, 3);
  const removed = imageOf([...records, draftRecord("RemoveTopicRecord", 0, { topicId: TOPIC })]);
  assert.equal(removed.kept.unknownTags.size, 3);
  assert.equal(imageOf(records).kept.unknownTags.size, 4);
});
