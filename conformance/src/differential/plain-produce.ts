import { calls } from "../wire/calls.ts";
import { type BatchPlan, build, codecs, randomRecords, withCrc } from "./batches.ts";
import type { BrokerSide } from "./broker-side.ts";
import { createCommonTopic } from "./common-topic.ts";
import type { Dice } from "./dice.ts";
import type { Pair } from "./pair.ts";
import type { Place, Scenario } from "./scenario.ts";

const STEPS = 60;
const TIMEOUT_MS = 10_000;
const HEADER_BYTES = 61;
const DAY_MS = 86_400_000;
const PLAIN = 0;
/** Partitions of no topic at all, and the settings of those that are. */
const topicConfigs: readonly Readonly<Record<string, string>>[] = [
  {},
  { "message.timestamp.type": "LogAppendTime" },
  { "message.timestamp.before.max.ms": "3600000", "message.timestamp.after.max.ms": "60000" },
  { "max.message.bytes": "400" },
];

/** Batches with and without damage, into topics with different limits. */
export const plainProduce: Scenario = {
  name: "produce",
  async run(pair, dice, place) {
    const names = topicConfigs.map((_, index) => `${place.topic}-${index}`);
    for (const [index, name] of names.entries()) {
      await createCommonTopic(pair, { name, configs: topicConfigs[index]! });
    }
    for (let step = 0; step < STEPS; step += 1) await produceOnce(pair, dice, names);
    for (const name of names) await readBack(pair, name);
  },
};

interface Piece {
  readonly topic: string;
  readonly partition: number;
  readonly records: Uint8Array | null;
}

async function produceOnce(pair: Pair, dice: Dice, names: readonly string[]): Promise<void> {
  const version = dice.between(3, 13);
  const count = dice.chance(0.8) ? 1 : 2;
  const pieces = dice.some(names, count).map((topic) => pieceFor(dice, topic));
  const acks = dice.chance(0.05) ? dice.pick([2, -2, 100]) : dice.pick([-1, 1]);
  await pair.ask(calls.produce, version, (side: BrokerSide) => ({
    transactionalId: null,
    acks,
    timeoutMs: TIMEOUT_MS,
    topicData: pieces.map(({ topic, partition, records }) => ({
      ...(version >= 13 ? { topicId: side.topicId(topic) } : { name: topic }),
      partitionData: [{ index: partition, records }],
    })),
  }));
}

function pieceFor(dice: Dice, name: string): Piece {
  const topic = dice.chance(0.03) ? dice.pick(["no such topic", "not-there", ""]) : name;
  const partition = dice.chance(0.03) ? dice.pick([1, -1, 7]) : 0;
  return { topic, partition, records: recordsFor(dice) };
}

function recordsFor(dice: Dice): Uint8Array | null {
  if (dice.chance(0.03)) return dice.pick([null, new Uint8Array(0), new Uint8Array(5)]);
  const bytes = build(planFor(dice));
  const what = dice.next();
  if (what < 0.35) return bytes;
  if (what < 0.75) return dice.chance(0.7) ? withCrc(damaged(dice, bytes)) : damaged(dice, bytes);
  if (what < 0.82) return bytes.slice(0, dice.below(bytes.length));
  if (what < 0.9) return joined(bytes, build(planFor(dice)));
  if (what < 0.94) return joined(bytes, bytes.slice(0, dice.below(bytes.length)));
  return withCrc(withCodec(bytes, dice.pick([5, 6, 7])));
}

function planFor(dice: Dice): BatchPlan {
  const nowMs = Date.now();
  const timeMs = dice.pick([
    nowMs,
    nowMs,
    nowMs,
    nowMs - 2 * 3_600_000,
    nowMs + 30 * 60_000,
    nowMs + 10 * DAY_MS,
    nowMs - 400 * DAY_MS,
    0,
    -1,
  ]);
  const spreadMs = timeMs <= 0 ? 0 : 1_000;
  const count = dice.between(1, 4);
  const valueBytesMax = dice.chance(0.2) ? 500 : 40;
  return {
    records: randomRecords(dice, { count, timeMs, spreadMs, valueBytesMax }),
    options: {
      compression: dice.chance(0.25) ? dice.pick(codecs) : "none",
      timestampType: dice.chance(0.06) ? "LogAppendTime" : "CreateTime",
      ...(dice.chance(0.05) ? { isControl: true } : {}),
    },
  };
}

/** Fields of a batch's header: name, place, bytes. */
const fields = [
  { at: 0, bytes: 8, values: [1, -1, 2 ** 40] },
  { at: 8, bytes: 4, values: [0, 1, 13, 14, 48, 49, -1, 10_000_000] },
  { at: 12, bytes: 4, values: [0, 5, -7] },
  { at: 16, bytes: 1, values: [0, 1, 3, -1] },
  { at: 17, bytes: 4, values: [0, 12345] },
  { at: 21, bytes: 2, values: [8, 32, 64, 128, 0x7f00, 1, 2, 3, 4] },
  { at: 23, bytes: 4, values: [0, 1, 5, -1, 0x7fff_ffff] },
  { at: 27, bytes: 8, values: [0, -1, -2, 1000] },
  { at: 35, bytes: 8, values: [0, -1, -2, 1000, 99_999_999_999_999] },
  { at: 43, bytes: 8, values: [0, -2, 5] },
  { at: 51, bytes: 2, values: [0, 1, -2] },
  { at: 53, bytes: 4, values: [0, -2, 5] },
  { at: 57, bytes: 4, values: [0, 1, 2, 5, -1, 0x7fff_ffff] },
] as const;
const ATTRIBUTES_AT = 21;

function damaged(dice: Dice, bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  if (dice.chance(0.4)) {
    // A byte of the records: lengths, deltas, keys ...
    if (isCompressed(copy)) return copy;
    const at = HEADER_BYTES + dice.below(copy.length - HEADER_BYTES);
    copy[at] = dice.pick([0, 1, 2, 0x7f, 0x80, 0xff, copy[at]! + 2]);
    return copy;
  }
  const field = dice.pick(fields);
  const value = dice.pick<number>(field.values);
  put(copy, { at: field.at, bytes: field.bytes, value });
  return copy;
}

function isCompressed(bytes: Uint8Array): boolean {
  return (bytes[ATTRIBUTES_AT + 1]! & 7) !== PLAIN;
}

function put(bytes: Uint8Array, field: { at: number; bytes: number; value: number }): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const { at, value } = field;
  if (field.bytes === 1) view.setInt8(at, value);
  else if (field.bytes === 2) view.setInt16(at, value);
  else if (field.bytes === 4) view.setInt32(at, value);
  else view.setBigInt64(at, BigInt(value));
}

function withCodec(bytes: Uint8Array, codec: number): Uint8Array {
  const copy = bytes.slice();
  copy[ATTRIBUTES_AT + 1] = (copy[ATTRIBUTES_AT + 1]! & ~7) | codec;
  return copy;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

const READ_BYTES = 4 * 1024 * 1024;
const FETCH_VERSION = 12;

/** All that is in a topic's first partition, as both store it. */
export async function readBack(pair: Pair, topic: string): Promise<void> {
  const partitions = [{ partition: 0, fetchOffset: 0, partitionMaxBytes: READ_BYTES }];
  await pair.ask(calls.fetch, FETCH_VERSION, {
    maxWaitMs: 0,
    minBytes: 0,
    maxBytes: READ_BYTES,
    topics: [{ topic, partitions }],
  });
}
