import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import * as timers from "node:timers/promises";
import { bothTargets, type Suite } from "../runner/suite.ts";
import type { RunningBroker } from "../runner/target.ts";
import { WireConnection } from "../wire/connection.ts";
import { batchOf, createTopic, produce } from "../wire/topic.ts";

const RETENTION_MS = 2000;
const CHECK_INTERVAL_MS = 1000;
/** How exactly this suite sees a file go, on a machine that has other work as well. */
const SIGHT_MS = 250;
const LOOK_MS = 50;
const FULL_MS = 3000;
const HALF_MS = 15_000;
const BATCH_RECORDS = 100;
const VALUE_BYTES = 500;
const KEYS = 1000;
const settings = {
  "log.retention.check.interval.ms": String(CHECK_INTERVAL_MS),
  "log.initial.task.delay.ms": "500",
  "log.cleaner.backoff.ms": "500",
  "log.cleaner.min.cleanable.ratio": "0.01",
};
/** Removed files leave the disk soon: the load would fill a small one in a minute. */
const segments = { "segment.bytes": "4194304", "file.delete.delay.ms": "1000" };

/** Retention keeps up with a produce load, beside a cleaner that has work all the time. */
export const retention: Suite = {
  name: "retention",
  about: "under half of the load it can take, with cleaning on, expired segments go in time",
  targets: bothTargets,
  needs: [],
  async run({ target, check, note }) {
    await using broker = await target.start({ settings });
    using connection = await WireConnection.open(broker);
    await createTopic(connection, "expiring", {
      configs: { ...segments, "retention.ms": String(RETENTION_MS) },
    });
    await createTopic(connection, "compacted", {
      configs: { ...segments, "cleanup.policy": "compact" },
    });
    await check("no expired closed segment outlives its retention by two intervals", async () => {
      const full = await write(broker, { forMs: FULL_MS, perSecond: Infinity });
      const perSecond = full.count / 2 / (FULL_MS / 1000);
      note(`half of the load: ${Math.round(perSecond)} batches of ${BATCH_RECORDS} a second.`);
      const segmentWatch = new SegmentWatch(path.join(broker.folder, "expiring-0"));
      const watching = segmentWatch.run();
      const half = await write(broker, { forMs: HALF_MS, perSecond });
      segmentWatch.stop();
      await watching;
      assert.ok(half.count > (perSecond * HALF_MS) / 1000 / 2, "half of the load was written");
      const late = segmentWatch.latestMs([...full.ends, ...half.ends]);
      note(`${segmentWatch.goneCount} segments went; the last to go was ${late} ms over its time.`);
      assert.ok(segmentWatch.goneCount > 5, "segments went");
      assert.ok(late <= 2 * CHECK_INTERVAL_MS + SIGHT_MS, `${late} ms after its retention`);
    });
    await check("the cleaner had work all the while, and did it", () => {
      const file = path.join(broker.folder, "cleaner-offset-checkpoint");
      assert.match(fs.readFileSync(file, "utf8"), /^compacted 0 [1-9]\d{3,}$/m);
    });
  },
};

/** The end of a batch in the log, and the time that its records bear. */
interface BatchEnd {
  readonly offset: number;
  readonly timestamp: number;
}

/** Writes to both topics over several connections; how many batches, and where some ended. */
async function write(
  broker: RunningBroker,
  { forMs, perSecond }: { forMs: number; perSecond: number },
): Promise<{ count: number; ends: BatchEnd[] }> {
  const startMs = performance.now();
  const ends: BatchEnd[] = [];
  let count = 0;
  const work = async (topic: string): Promise<void> => {
    using connection = await WireConnection.open(broker);
    let timestamp = 0;
    let batch: Uint8Array = new Uint8Array();
    for (;;) {
      const sinceMs = performance.now() - startMs;
      if (sinceMs > forMs) return;
      if (count > (perSecond * sinceMs) / 1000) {
        await timers.setTimeout(2);
        continue;
      }
      count += 1;
      if (Date.now() - timestamp > LOOK_MS) {
        timestamp = Date.now();
        batch = someRecords(timestamp);
      }
      const taken = await produce(connection, { topic, partition: 0 }, batch, { acks: 1 });
      assert.equal(taken?.error, "NONE");
      if (topic === "expiring") ends.push({ offset: taken.baseOffset + BATCH_RECORDS, timestamp });
    }
  };
  const topics = ["expiring", "compacted", "expiring", "compacted"];
  await Promise.all(topics.map(work));
  return { count, ends };
}

function someRecords(timestamp: number): Uint8Array {
  const value = new Uint8Array(VALUE_BYTES).fill(120);
  const records = Array.from({ length: BATCH_RECORDS }, () => ({
    timestamp,
    key: new TextEncoder().encode(String(Math.floor(Math.random() * KEYS))),
    value,
  }));
  return batchOf(records);
}

/** Sees when the closed segments of a partition go. */
class SegmentWatch {
  readonly #folder: string;
  /** By base offset: where the segment ended, and when it was last seen. */
  readonly #closed = new Map<number, { readonly end: number; seenAt: number }>();
  #present = new Set<number>();
  #isOver = false;

  constructor(folder: string) {
    this.#folder = folder;
  }

  get goneCount(): number {
    return this.#closed.size - this.#present.size;
  }

  stop(): void {
    this.#isOver = true;
  }

  async run(): Promise<void> {
    while (!this.#isOver) {
      const names = fs.readdirSync(this.#folder).filter((name) => name.endsWith(".log"));
      const bases = names.map((name) => Number.parseInt(name, 10)).toSorted((a, b) => a - b);
      const seenAt = Date.now();
      for (const [index, base] of bases.slice(0, -1).entries()) {
        this.#closed.set(base, { end: bases[index + 1]!, seenAt });
      }
      this.#present = new Set(bases.slice(0, -1));
      await timers.setTimeout(LOOK_MS);
    }
  }

  /** The most that a segment was seen after its last record had been kept long enough. */
  latestMs(ends: readonly BatchEnd[]): number {
    const sorted = ends.toSorted((a, b) => a.offset - b.offset);
    const late = [...this.#closed.values()].map(({ end, seenAt }) => {
      const last = sorted.findLast(({ offset }) => offset <= end);
      return last === undefined ? -Infinity : seenAt - last.timestamp - RETENTION_MS;
    });
    return Math.max(...late);
  }
}
