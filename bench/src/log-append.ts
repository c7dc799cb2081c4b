// How fast does one log take batches, and what does it cost? Appends and writes only: no network,
// no sync.
//   node --conditions=@naru/source bench/src/log-append.ts [seconds per line]
// CPU-seconds per GB travel between machines, MB/s do not.
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

import { RecordBatchBuilder } from "@naru/protocol";
import { silentLogger } from "@naru/runtime";
import { nodeRuntime } from "@naru/runtime/node";

import { HotTail, Log, WriteTurn, defaultLogConfig } from "../../packages/broker/src/log/log.ts";

const seconds = Number(process.argv[2] ?? 2);
/** Dirty pages beyond this end at the speed of the disk, which is not the question here. */
const BYTES_MAX = 1_500_000_000;
const runtime = nodeRuntime();

interface Case {
  readonly name: string;
  readonly batchBytes: number;
  readonly recordBytes: number;
  readonly batchesPerTurn: number;
}

const cases: readonly Case[] = [
  {
    name: "64 KiB batches of 1 KiB records",
    batchBytes: 65_536,
    recordBytes: 1024,
    batchesPerTurn: 8,
  },
  {
    name: "64 KiB batches of 100 B records",
    batchBytes: 65_536,
    recordBytes: 100,
    batchesPerTurn: 8,
  },
  {
    name: "64 KiB batches, one record",
    batchBytes: 65_536,
    recordBytes: 65_400,
    batchesPerTurn: 8,
  },
  { name: "1 KiB batches, one record", batchBytes: 1024, recordBytes: 900, batchesPerTurn: 50 },
  { name: "1 KiB batches, one a turn", batchBytes: 1024, recordBytes: 900, batchesPerTurn: 1 },
];

for (const each of cases) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "naru-log-append-"));
  try {
    await measure(each, folder);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
await runtime.workers.close();

async function measure(each: Case, parent: string): Promise<void> {
  const log = await Log.open({
    runtime,
    logger: silentLogger,
    folder: `${parent}/bench-0`,
    topic: "bench",
    partition: 0,
    topicId: "f5XKxW2bQMq5MayxYx2wnw",
    config: defaultLogConfig,
    recoveryPoint: 0,
    logStartOffset: 0,
    cleanShutdown: false,
    tail: new HotTail(8_388_608),
    turn: new WriteTurn(runtime.clock),
    decompressedBatchBytesMax: 67_108_864,
    onDiskFailure(error) {
      throw error;
    },
  });
  const builder = new RecordBatchBuilder().begin();
  const record = {
    timestamp: Date.now(),
    key: null,
    value: Buffer.alloc(each.recordBytes, "naru "),
  };
  do builder.append(record);
  while (builder.sizeBytesWith(record) <= each.batchBytes);
  const batch = builder.build();
  await run(log, batch, { ...each, untilMs: Date.now() + 300 });

  const cpuBefore = process.cpuUsage();
  const startMs = performance.now();
  const bytes = await run(log, batch, { ...each, untilMs: Date.now() + seconds * 1000 });
  const elapsedS = (performance.now() - startMs) / 1000;
  const cpu = process.cpuUsage(cpuBefore);
  const cpuS = (cpu.user + cpu.system) / 1e6;
  await log.close({ clean: false });
  const rate = (bytes / elapsedS / 1e6).toFixed(0).padStart(6);
  const cost = (cpuS / (bytes / 1e9)).toFixed(2).padStart(6);
  const each1 = ((elapsedS * 1e6) / (bytes / batch.length)).toFixed(2).padStart(7);
  console.log(`${each.name.padEnd(34)}${rate} MB/s ${cost} CPU-s/GB ${each1} us a batch`);
}

/**
 * Appends batch after batch, some in each turn of the event loop; returns how many bytes went in.
 */
async function run(
  log: Log,
  batch: Uint8Array,
  options: { batchesPerTurn: number; untilMs: number },
): Promise<number> {
  let bytes = 0;
  const isOver = (): boolean => Date.now() >= options.untilMs || bytes >= BYTES_MAX;
  while (!isOver()) {
    await new Promise<void>((resolve) => {
      for (let count = 1; count <= options.batchesPerTurn; count += 1) {
        const isLast = count === options.batchesPerTurn;
        const onWritten = isLast ? () => resolve() : ignore;
        const result = log.append(batch, { leaderEpoch: 0, origin: "client", onWritten });
        if (result.error !== "NONE") throw new Error(`${result.error}: ${result.message}`);
        bytes += batch.length;
      }
    });
  }
  return bytes;
}

function ignore(): void {}
