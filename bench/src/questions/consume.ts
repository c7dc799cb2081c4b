import { apacheKafka, naruOnDisk, present, startAll } from "../brokers/contestants.ts";
import type { MeasuredBroker } from "../brokers/measured-broker.ts";
import { producerPerfTest } from "../load/producer-perf-test.ts";
import { readTopic } from "../load/read-topic.ts";
import { withTopic } from "../load/topics.ts";
import { memoryOf } from "../measure/process-usage.ts";
import { Spreads } from "../measure/spread.ts";
import type { Question } from "../question.ts";

interface Case {
  readonly name: string;
  readonly partitions: number;
  readonly records: number;
  readonly recordBytes: number;
}

/** More than our tail in memory holds (64 MB), and less: the second is read again and again. */
const cases: readonly Case[] = [
  {
    name: "1 KB, 1 partition, from the page cache",
    partitions: 1,
    records: 600_000,
    recordBytes: 1024,
  },
  {
    name: "100 B, 6 partitions, from the page cache",
    partitions: 6,
    records: 4_000_000,
    recordBytes: 100,
  },
  { name: "1 KB, 1 partition, just written", partitions: 1, records: 40_000, recordBytes: 1024 },
];

/** So that the processor time, counted in hundredths of a second, is long enough to be told. */
const BYTES_MIN = 2_000_000_000;

export const consumeQuestion: Question = {
  name: "consume",
  about: "how fast, and for how much of the broker's processor, is a topic read from its start",
  async ask(report, { rounds }) {
    const contestants = await present(report, [naruOnDisk, apacheKafka]);
    report.line("The reader is ours (bench/src/load/reader.ts): one Fetch under way, raw batches.");
    const running = await startAll(contestants);
    const spreads = new Spreads();
    for (const each of cases) {
      // The topics of all brokers at once, so that their readers can take turns.
      const read = async (at: number): Promise<void> => {
        const next = running[at];
        if (next === undefined) return readInTurns();
        await withTopic(
          next.broker,
          { topic: "measured", partitions: each.partitions },
          async () => {
            await fill(next.broker, each);
            await read(at + 1);
          },
        );
      };
      const readInTurns = async (): Promise<void> => {
        for (let round = 0; round <= rounds; round += 1) {
          for (const { contestant, broker } of round % 2 === 0 ? running : running.toReversed()) {
            const figures = await measure(broker, each);
            if (round === 0) continue;
            for (const [figure, value] of Object.entries(figures)) {
              spreads.of(each.name, contestant.name, figure).add(value);
            }
          }
        }
      };
      await read(0);
      report.line(`\n${each.name}`);
      const columns = ["MB/s", "MB/CPU-s"];
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

async function fill(broker: MeasuredBroker, each: Case): Promise<void> {
  const { records, recordBytes } = each;
  await producerPerfTest(broker, {
    topic: "measured",
    records,
    recordBytes,
    producer: { acks: "1" },
  });
}

async function measure(broker: MeasuredBroker, each: Case): Promise<Record<string, number>> {
  const { partitions, records, recordBytes } = each;
  // Values alone: what their batches add is read, too, and counted.
  const bytes = records * recordBytes;
  const total = { seconds: 0, bytes: 0, cpuSeconds: 0 };
  while (total.bytes < BYTES_MIN) {
    const once = await readTopic(broker, { topic: "measured", partitions, bytes });
    total.seconds += once.seconds;
    total.bytes += once.bytes;
    total.cpuSeconds += once.cpuSeconds;
  }
  const megabytes = total.bytes / 2 ** 20;
  return { "MB/s": megabytes / total.seconds, "MB/CPU-s": megabytes / total.cpuSeconds };
}
