import assert from "node:assert/strict";
import { test } from "node:test";

import { loadSchemas } from "../codegen/load.ts";
import { emptiestMessage, livingFields, otherValue, plain } from "../codegen/message-arbitrary.ts";
import { contains, type Message } from "../codegen/schema.ts";
import { DecodeError } from "./decode-error.ts";
import { allMessages } from "./generated/all-messages.ts";
import { decodeApiVersionsResponse, encodeApiVersionsRequest } from "./generated/api-versions.ts";
import { decodeFetchRequest, encodeFetchRequest } from "./generated/fetch.ts";
import { encodeMetadataRequest, encodeMetadataResponse } from "./generated/metadata.ts";
import { decodePartitionRecord, encodePartitionRecord } from "./generated/partition-record.ts";
import { encodeRequestHeader } from "./generated/request-header.ts";
import { INT64_MAX_SENTINEL, Reader } from "./reader.ts";
import { Writer } from "./writer.ts";

const messages = loadSchemas().flatMap((file) => file.messages);
const codecs = new Map(allMessages.map((codec) => [codec.name, codec]));

function bytesOf(write: (writer: Writer) => void): Uint8Array {
  const writer = new Writer();
  write(writer);
  return writer.toBytes();
}

function hexOf(write: (writer: Writer) => void): string {
  return Buffer.from(bytesOf(write)).toString("hex");
}

function forEachVersion(check: (message: Message, version: number) => void): void {
  for (const message of messages) {
    for (let version = message.versions.low; version <= message.versions.high; version += 1) {
      check(message, version);
    }
  }
}

test("what a draft leaves out is decoded as its default", () => {
  forEachVersion((message, version) => {
    const codec = codecs.get(message.name)!;
    const { draft, decoded } = emptiestMessage(message, version);
    const bytes = bytesOf((writer) => codec.encode(writer, draft as never, version));
    const found = codec.decode(new Reader(bytes), version);
    assert.deepEqual(plain(found), plain(decoded), `${message.name} v${version}`);
  });
});

test("a field that is set, not ignorable and not in the version is an error that names it", () => {
  let tried = 0;
  forEachVersion((message, version) => {
    for (const field of livingFields(message, message)) {
      if (field.ignorable || contains(field.versions, version)) continue;
      const { draft } = emptiestMessage(message, version);
      const value = { ...draft, [field.name]: otherValue(message, field) };
      const encode = () => codecs.get(message.name)!.encode(new Writer(), value as never, version);
      const expected = `${message.name} v${version}: ${field.name}: it is set, but`;
      assert.throws(encode, (error: Error) => {
        return error instanceof TypeError && error.message.startsWith(expected);
      });
      tried += 1;
    }
  });
  assert.ok(tried > 100, `tried ${tried}`);
});

test("an ignorable field that the version lacks is left out", () => {
  forEachVersion((message, version) => {
    const { draft } = emptiestMessage(message, version);
    const codec = codecs.get(message.name)!;
    const bytes = bytesOf((writer) => codec.encode(writer, draft as never, version));
    for (const field of livingFields(message, message)) {
      if (!field.ignorable || contains(field.versions, version)) continue;
      const value = { ...draft, [field.name]: otherValue(message, field) };
      const found = bytesOf((writer) => codec.encode(writer, value as never, version));
      assert.deepEqual(found, bytes, `${message.name} v${version} ${field.name}`);
    }
  });
});

test("null is an error where the version takes none", () => {
  assert.throws(() => encodeMetadataRequest(new Writer(), { topics: null }, 0), {
    name: "TypeError",
    message: "MetadataRequest v0: topics: found null, expected a value.",
  });
  const draft = { topics: null, allowAutoTopicCreation: true };
  assert.equal(
    hexOf((writer) => encodeMetadataRequest(writer, draft, 4)),
    "ffffffff01",
  );
});

test("a version that a message does not have is an error both ways", () => {
  assert.throws(() => encodeMetadataRequest(new Writer(), { topics: [] }, 14), {
    message: "MetadataRequest: found version 14, expected 0 to 13.",
  });
  assert.throws(() => decodeApiVersionsResponse(new Reader(new Uint8Array(9)), 9), {
    message: "ApiVersionsResponse v9: version: found 9, expected 0 to 4.",
  });
});

test("ApiVersions 3 with its header is these bytes", () => {
  const hex = hexOf((writer) => {
    const header = {
      requestApiKey: 18,
      requestApiVersion: 3,
      correlationId: 7,
      clientId: "naru",
    };
    encodeRequestHeader(writer, header, 2);
    const draft = { clientSoftwareName: "naru", clientSoftwareVersion: "1.0" };
    encodeApiVersionsRequest(writer, draft, 3);
  });
  // key, version, correlation id, client id (never compact), no tags; compact name and version.
  assert.equal(
    hex,
    "0012 0003 00000007 00046e617275 00 056e617275 04312e30 00".replaceAll(" ", ""),
  );
});

test("Metadata 12 is these bytes", () => {
  const hex = hexOf((writer) => {
    encodeMetadataResponse(
      writer,
      {
        brokers: [{ nodeId: 1, host: "h", port: 9092 }],
        clusterId: "c",
        controllerId: 1,
        topics: [
          {
            errorCode: 0,
            name: "t",
            topicId: "AAAAAAAAAAAAAAAAAAAAAQ",
            partitions: [
              {
                errorCode: 0,
                partitionIndex: 0,
                leaderId: 1,
                leaderEpoch: 5,
                replicaNodes: [1],
                isrNodes: [1],
              },
            ],
          },
        ],
      },
      12,
    );
  });
  const brokers = "02 00000001 0268 00002384 00 00";
  const partition = "0000 00000000 00000001 00000005 0200000001 0200000001 01 00";
  const topic = `0000 0274 ${"00".repeat(15)}01 00 02 ${partition} 80000000 00`;
  const whole = `00000000 ${brokers} 0263 00000001 02 ${topic} 00`;
  assert.equal(hex, whole.replaceAll(" ", ""));
});

test("Fetch's high watermark 9223372036854775807 means none, and keeps its eight bytes", () => {
  const draft = {
    maxWaitMs: 0,
    minBytes: 0,
    topics: [
      { partitions: [{ partition: 0, fetchOffset: 0, partitionMaxBytes: 1, highWatermark: 3 }] },
    ],
  };
  const bytes = bytesOf((writer) => encodeFetchRequest(writer, draft, 18));
  const at = Buffer.from(bytes).indexOf("01080000000000000003", "hex") + 2;
  assert.ok(at > 2);
  const sentinel = Buffer.from(bytes);
  sentinel.set(Buffer.from("7fffffffffffffff", "hex"), at);
  const found = decodeFetchRequest(new Reader(sentinel), 18).topics[0]!.partitions[0]!;
  assert.equal(found.highWatermark, INT64_MAX_SENTINEL);
  sentinel.set(Buffer.from("7ffffffffffffffe", "hex"), at);
  assert.throws(() => decodeFetchRequest(new Reader(sentinel), 18), {
    message:
      "FetchRequest v18: FetchPartition.highWatermark: found 9223372036854775806, expected an integer within 2^53.",
  });
});

test("unknown tagged fields of a record are kept, and written among the known in order", () => {
  const draft = {
    partitionId: 0,
    topicId: "AAAAAAAAAAAAAAAAAAAABw",
    replicas: [1],
    isr: [1],
    removingReplicas: [],
    addingReplicas: [],
    leader: 1,
    leaderEpoch: 0,
    partitionEpoch: 0,
    directories: [],
    // Version 1 does not know the tags 1 and 2 that version 2 has, nor 9.
    unknownTaggedFields: [
      { tag: 1, data: Uint8Array.of(2, 0, 0, 0, 5) },
      { tag: 9, data: Uint8Array.of(7) },
    ],
    leaderRecoveryState: 1,
  };
  const bytes = bytesOf((writer) => encodePartitionRecord(writer, draft, 1));
  const tags = ["03", "000101", "01050200000005", "090107"].join("");
  assert.equal(Buffer.from(bytes).toString("hex").slice(-tags.length), tags);
  const found = decodePartitionRecord(new Reader(bytes), 1);
  assert.deepEqual(
    found.unknownTaggedFields.map(({ tag, data }) => [tag, [...data]]),
    [
      [1, [2, 0, 0, 0, 5]],
      [9, [7]],
    ],
  );
  assert.deepEqual(
    bytesOf((writer) => encodePartitionRecord(writer, found, 1)),
    bytes,
  );
  assert.throws(
    () => encodePartitionRecord(new Writer(), { ...found, eligibleLeaderReplicas: [3] }, 2),
    /tagged field 1: found it both/,
  );
});

test("a count that the rest of the message cannot hold is refused before anything is made", () => {
  // Metadata 1: 2^31-1 topics announced, no byte follows.
  const huge = Buffer.from("7fffffff", "hex");
  const decode = codecs.get("MetadataRequest")!;
  assert.throws(() => decode.decode(new Reader(huge), 1), {
    name: "DecodeError",
    message:
      "MetadataRequest v1: topics: found a count of 2147483647, expected at most 0: 0 bytes remain and an element takes 2 or more.",
  });
});

test("elements are counted over the whole message", () => {
  const topics = [{ name: "a" }, { name: "b" }, { name: "c" }];
  const bytes = bytesOf((writer) => encodeMetadataRequest(writer, { topics }, 1));
  const decode = codecs.get("MetadataRequest")!;
  assert.ok(decode.decode(new Reader(bytes, { elementsMax: 3 }), 1));
  assert.throws(() => decode.decode(new Reader(bytes, { elementsMax: 2 }), 1), DecodeError);
});
