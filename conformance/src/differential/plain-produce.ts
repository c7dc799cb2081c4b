import { calls } from "../wire/calls.ts";
import { type BatchPlan, build, codecs, randomRecords, withCrc } from "./batches.ts";
import type { BrokerSide } from "./broker-side.ts";
import { createCommonTopic } from "./common-topic.ts";
import type { Dice } from "./dice.ts";
import type { Pair } from "./pair.ts";
import type { Scenario } from "./scenario.ts";
import { compareBatches } from "./whole-partition.ts";

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
      await createCommonTopic(pair, {
        name,
        configs: { "retention.ms": "-1", ...topicConfigs[index] },
      });
    }
    const parted = new Set<string>();
    for (let step = 0; step < STEPS; step += 1) {
      const together = names.filter((name) => !parted.has(name));
      if (together.length > 0) await produceOnce(pair, { dice, names: together, parted });
    }
    for (const name of names) {
      if (!parted.has(name)) await compareBatches(pair, { topic: name, partition: 0 });
    }
  },
};

interface Piece {
  readonly topic: string;
  readonly partition: number;
  readonly records: Uint8Array | null;
  readonly what: string;
}

interface Run {
  readonly dice: Dice;
  readonly names: readonly string[];
  /** Topics into which one took a batch that the other did not: not compared any further. */
  readonly parted: Set<string>;
}

async function produceOnce(pair: Pair, { dice, names, parted }: Run): Promise<void> {
  const version = dice.between(3, 13);
  const pieces = piecesFor(dice, names);
  pair.step(pieces.map(({ topic, what }) => `${topic} ${what}`).join(", "));
  const acks = dice.chance(0.05) ? dice.pick([2, -2, 100]) : dice.pick([-1, 1]);
  const [ours, theirs] = await pair.ask(calls.produce, version, (side: BrokerSide) => ({
    transactionalId: null,
    acks,
    timeoutMs: TIMEOUT_MS,
    topicData: pieces.map(({ topic, partition, records }) => ({
      ...(version >= 13 ? { topicId: side.topicId(topic) } : { name: topic }),
      partitionData: [{ index: partition, records }],
    })),
  }));
  for (const { topic } of pieces) {
    const [here, there] = pair.sides.map((side, index) => {
      const answer = index === 0 ? ours : theirs;
      return answer?.responses.some(
        ({ name, topicId, partitionResponses }) =>
          (name === topic || topicId === side.topicId(topic)) &&
          partitionResponses[0]?.errorCode === 0,
      );
    });
    if (here !== there) parted.add(topic);
  }
}

/**
 * One or two topics. What makes Apache Kafka fail the whole request, whichever partition it is in,
 * is sent alone: magic, length and codec.
 */
function piecesFor(dice: Dice, names: readonly string[]): Piece[] {
  if (dice.chance(0.8)) return [pieceFor(dice, dice.pick(names))];
  const pieces = dice.some(names, 2).map((topic) => pieceFor(dice, topic));
  const alone = pieces.find(({ what }) => /field at (8|16) |codec/.test(what));
  if (alone !== undefined) return [alone];
  return pieces[0]!.topic === pieces[1]?.topic ? [pieces[0]!] : pieces;
}

function pieceFor(dice: Dice, name: string): Piece {
  const topic = dice.chance(0.03) ? dice.pick(["no such topic", "not-there", ""]) : name;
  const partition = dice.chance(0.03) ? dice.pick([1, -1, 7]) : 0;
  return { topic, partition, ...recordsFor(dice) };
}

/** Null records are left out: Apache Kafka 4.3.1 never answers them. */
function recordsFor(dice: Dice): { records: Uint8Array; what: string } {
  if (dice.chance(0.03)) return { records: new Uint8Array(dice.pick([0, 5])), what: "nothing" };
  const plan = planFor(dice);
  const records = build(plan);
  const { compression, timestampType } = plan.options;
  const name = `${compression} ${timestampType} at ${plan.records[0]!.timestamp}`;
  const kind = dice.next();
  if (kind < 0.35) return { records, what: name };
  if (kind < 0.75) {
    const bad = damaged(dice, records);
    const isMended = dice.chance(0.7);
    if (isMended) withCrc(bad.records);
    return { ...bad, what: `${name}: ${bad.what}${isMended ? ", CRC right" : ""}` };
  }
  if (kind < 0.82) {
    const bytes = dice.below(records.length);
    return { records: records.slice(0, bytes), what: `${name}: cut to ${bytes}` };
  }
  if (kind < 0.9) return { records: joined(records, build(planFor(dice))), what: `${name} twice` };
  if (kind < 0.94) {
    const bytes = dice.below(records.length);
    return {
      records: joined(records, records.slice(0, bytes)),
      what: `${name} and ${bytes} bytes`,
    };
  }
  const codec = dice.pick([5, 6, 7]);
  return { records: withCrc(withCodec(records, codec)), what: `${name} as codec ${codec}` };
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

function damaged(dice: Dice, bytes: Uint8Array): { records: Uint8Array; what: string } {
  const records = bytes.slice();
  if (dice.chance(0.4) && !isCompressed(records)) {
    // A byte of the records: lengths, deltas, keys ...
    const at = HEADER_BYTES + dice.below(records.length - HEADER_BYTES);
    const value = dice.pick([0, 1, 2, 0x7f, 0x80, 0xff, (records[at]! + 2) % 256]);
    const what = `byte ${at} ${records[at]} is ${value}`;
    records[at] = value;
    return { records, what };
  }
  const field = dice.pick(fields);
  const value = dice.pick<number>(field.values);
  put(records, { at: field.at, bytes: field.bytes, value });
  return { records, what: `field at ${field.at} is ${value}` };
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
