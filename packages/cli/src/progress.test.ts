import assert from "node:assert/strict";
import { test } from "node:test";
import { SimulatedClock } from "@naru/runtime/simulated";
import type { Io } from "./io.ts";
import { Progress } from "./progress.ts";

function watchedIo(isWatched: boolean): { io: Io; told: string[]; lines: string[] } {
  const told: string[] = [];
  const lines: string[] = [];
  const io: Io = {
    out() {},
    err: (line) => {
      lines.push(line);
    },
    write: () => Promise.resolve(),
    progress: (text) => {
      told.push(text);
    },
    isWatched,
    isPrompted: false,
    input: (async function* (): AsyncGenerator<Uint8Array> {})(),
    outputEnded: new AbortController().signal,
  };
  return { io, told, lines };
}

async function move(io: Io): Promise<Progress> {
  const clock = new SimulatedClock();
  const progress = new Progress(io, clock, "Wrote");
  for (let count = 0; count < 4_096; count += 1) {
    if (count % 1_024 === 0) await clock.advance(500);
    progress.count(count % 2, 512);
  }
  progress.finish("t");
  return progress;
}

test("a person is told how it gets on and what it came to, by partition", async () => {
  const { io, told, lines } = watchedIo(true);
  await move(io);
  assert.equal(told[0], "Wrote 256 records, 128.0 KiB, 512 a second");
  assert.equal(told.length, 4);
  assert.deepEqual(lines, [
    "Wrote 4,096 records, 2.0 MiB, 2,048 a second.",
    "t, by partition: 0: 2,048, 1: 2,048",
  ]);
});

test("where nobody looks nothing is told, and a program gets the totals", async () => {
  const { io, told, lines } = watchedIo(false);
  const progress = await move(io);
  assert.deepEqual([told, lines], [[], []]);
  assert.deepEqual(progress.totals("t"), {
    topic: "t",
    records: 4_096,
    bytes: 2_097_152,
    seconds: 2,
    partitions: { 0: 2_048, 1: 2_048 },
  });
});
