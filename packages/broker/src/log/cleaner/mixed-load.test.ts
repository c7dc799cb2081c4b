// A load with everything that the cleaner has rules for, always the same: what Apache Kafka's
// cleaner makes of it is in `testdata/kafka-cleaned.txt`.
import { RecordBatchBuilder, buildEndTransactionBatch, readRecords } from "@naru/protocol";
import type { RecordBatch, RecordToWrite } from "@naru/protocol";
import { SimulatedRandom } from "@naru/runtime/simulated";

import { START_MS } from "./cleaner-rig.test.ts";

const BATCHES = 400;
const KEYS = 60;
const PRODUCERS = [-1, 100, 101, 1, 2, 3, 4] as const;
const TYPES = ["none", "none", "gzip", "lz4", "snappy", "zstd"] as const;

export interface LoadedBatch {
  readonly bytes: Uint8Array;
  readonly origin: "client" | "coordinator";
}

/** Producers below 100 are in transactions; all have ended at the end. */
export function* mixedLoad(): Generator<LoadedBatch> {
  const random = new SimulatedRandom("mixed load");
  const sequences = new Map<number, number>();
  const open = new Set<number>();
  for (let number = 0; number < BATCHES; number += 1) {
    yield { bytes: dataBatch(random, number, { sequences, open }), origin: "client" };
    const isLast = number === BATCHES - 1;
    if (random.integer(10) !== 0 && !isLast) continue;
    for (const producerId of open) {
      if (!isLast && random.integer(2) === 0) continue;
      open.delete(producerId);
      const type = random.integer(3) === 0 ? "ABORT" : "COMMIT";
      const producer = { producerId, producerEpoch: 0 };
      const timestamp = START_MS + number * 10;
      const bytes = buildEndTransactionBatch({ type, coordinatorEpoch: 0 }, timestamp, producer);
      yield { bytes, origin: "coordinator" };
    }
  }
}

function dataBatch(
  random: SimulatedRandom,
  number: number,
  { sequences, open }: { sequences: Map<number, number>; open: Set<number> },
): Uint8Array {
  const producerId = PRODUCERS[random.integer(PRODUCERS.length)]!;
  const isTransactional = producerId > 0 && producerId < 100;
  const count = 1 + random.integer(8);
  const baseSequence = producerId < 0 ? -1 : (sequences.get(producerId) ?? 0);
  const compression = TYPES[random.integer(TYPES.length)]!;
  const producerEpoch = producerId < 0 ? -1 : 0;
  const options = { producerId, producerEpoch, baseSequence, isTransactional, compression };
  const builder = new RecordBatchBuilder().begin(options);
  for (let at = 0; at < count; at += 1) builder.append(record(random, { number, at }));
  if (producerId >= 0) sequences.set(producerId, baseSequence + count);
  if (isTransactional) open.add(producerId);
  return builder.build();
}

function record(
  random: SimulatedRandom,
  { number, at }: { number: number; at: number },
): RecordToWrite {
  return {
    timestamp: START_MS + number * 10 + random.integer(5),
    key: Buffer.from(`k${random.integer(KEYS)}`),
    value: random.integer(6) === 0 ? null : Buffer.from(`v${number}.${at}`.repeat(3)),
    headers: random.integer(9) === 0 ? [{ key: "h", value: Buffer.from("1") }] : [],
  };
}

/** All that a reader can know of a batch, but when its tombstones go. */
export function describeBatch(batch: RecordBatch): string {
  const flags = [
    batch.compressionType,
    batch.isTransactional ? "transactional" : "",
    batch.isControl ? "control" : "",
    batch.hasDeleteHorizon ? "horizon" : `base ${batch.baseTimestamp}`,
  ];
  const head =
    `${batch.baseOffset}-${batch.lastOffset} producer ${batch.producerId}/${batch.producerEpoch} ` +
    `sequence ${batch.baseSequence} max ${batch.maxTimestamp} ${flags.filter(Boolean).join(" ")}`;
  const records = readRecords(batch).map(
    ({ offset, timestamp, key, value, headers }) =>
      `${offset}@${timestamp - START_MS}:${batch.isControl ? "marker" : text(key)}=` +
      `${batch.isControl ? "" : text(value)}${headers.length > 0 ? "+h" : ""}`,
  );
  return [head, ...records].join(" ");
}

function text(bytes: Uint8Array | null): string {
  return bytes === null ? "null" : Buffer.from(bytes).toString();
}
