import {
  apacheKafka,
  naruInPageCache,
  naruOnDisk,
  present,
  startAll,
} from "../brokers/contestants.ts";
import type { MeasuredBroker } from "../brokers/measured-broker.ts";
import { producerPerfTest } from "../load/producer-perf-test.ts";
import { withTopic } from "../load/topics.ts";
import { memoryOf } from "../measure/process-usage.ts";
import { Spreads } from "../measure/spread.ts";
import type { Question } from "../question.ts";

interface Case {
  readonly name: string;
  readonly partitions: number;
  readonly records: number;
  readonly recordBytes: number;
  readonly producer: Readonly<Record<string, string>>;
}

const cases: readonly Case[] = [
  {
    name: "1 KB, 1 partition, acks=1",
    partitions: 1,
    records: 300_000,
    recordBytes: 1024,
    producer: { acks: "1" },
  },
  {
    name: "1 KB, 6 partitions, acks=all",
    partitions: 6,
    records: 300_000,
    recordBytes: 1024,
    producer: { acks: "all" },
  },
  {
    name: "100 B, 6 partitions, acks=1",
    partitions: 6,
    records: 3_000_000,
    recordBytes: 100,
    producer: { acks: "1" },
  },
  {
    name: "1 KB, 6 partitions, lz4, acks=1",
    partitions: 6,
    records: 300_000,
    recordBytes: 1024,
    producer: { acks: "1", "compression.type": "lz4" },
  },
  {
    name: "100 B, unbatched, acks=1",
    partitions: 1,
    records: 100_000,
    recordBytes: 100,
    producer: { acks: "1", "batch.size": "0" },
  },
];

export const produceQuestion: Question = {
  name: "produce",
  about: "how many records a second, and a CPU-second of the broker, does produce take",
  async ask(report, { rounds }) {
    const contestants = await present(report, [naruOnDisk, naruInPageCache, apacheKafka]);
    const running = await startAll(contestants);
    const spreads = new Spreads();
    // Round 0 warms up and counts for nothing.
    for (let round = 0; round <= rounds; round += 1) {
      for (const each of cases) {
        for (const { contestant, broker } of round % 2 === 0 ? running : running.toReversed()) {
          const figures = await measure(broker, each);
          if (round === 0) continue;
          for (const [figure, value] of Object.entries(figures)) {
            spreads.of(each.name, contestant.name, figure).add(value);
          }
        }
      }
    }
    for (const each of cases) {
      report.line(`\n${each.name} (${each.records.toLocaleString("en")} records)`);
      const columns = ["records/s", "MB/CPU-s", "CPU-s", "kernel's part", "p50 ms", "p99 ms"];
      report.table([
        ["", ...columns],
        ...contestants.map(({ name }) => [
          name,
          ...columns.map((column) => spreads.of(each.name, name, column).toString()),
        ]),
      ]);
    }
    report.line("\nMemory of the brokers after all of it, in MB");
    const memory = running.map(({ contestant, broker }) => {
      const { nowMb, peakMb } = memoryOf(broker.pid);
      return [contestant.name, nowMb.toFixed(0), peakMb.toFixed(0)];
    });
    report.table([["", "now", "most"], ...memory]);
    for (const { broker } of running) await broker.stop();
  },
};

async function measure(broker: MeasuredBroker, each: Case): Promise<Record<string, number>> {
  const { partitions, records, recordBytes, producer } = each;
  const topic = "measured";
  const figures = await withTopic(broker, { topic, partitions }, () =>
    producerPerfTest(broker, { topic, records, recordBytes, producer }),
  );
  const cpuSeconds = figures.userSeconds + figures.systemSeconds;
  return {
    "records/s": figures.recordsPerSecond,
    "MB/CPU-s": (records * recordBytes) / 2 ** 20 / cpuSeconds,
    "CPU-s": cpuSeconds,
    "kernel's part": figures.systemSeconds / cpuSeconds,
    "p50 ms": figures.latencyMs.p50,
    "p99 ms": figures.latencyMs.p99,
  };
}
