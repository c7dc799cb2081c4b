import { apacheKafka, naruOnDisk, present, startAll } from "../brokers/contestants.ts";
import { producerPerfTest } from "../load/producer-perf-test.ts";
import { readTopic } from "../load/read-topic.ts";
import { withTopic } from "../load/topics.ts";
import { memoryOf } from "../measure/process-usage.ts";
import type { Question } from "../question.ts";

const RECORDS = 300_000;
const RECORD_BYTES = 1024;
const PARTITIONS = 6;
const TURNS_PER_ROUND = 2;

export const memoryQuestion: Question = {
  name: "memory",
  about: "does the broker's memory stay flat while it is written to and read from, over and over",
  async ask(report, { rounds }) {
    const running = await startAll(await present(report, [naruOnDisk, apacheKafka]));
    const rows = [["MB after", ...running.map(({ contestant }) => contestant.name)]];
    const sizes = (): string[] =>
      running.map(({ broker }) => {
        const { nowMb, peakMb } = memoryOf(broker.pid);
        return `${nowMb.toFixed(0)} (most ${peakMb.toFixed(0)})`;
      });
    rows.push(["the start", ...sizes()]);
    for (let turn = 1; turn <= rounds * TURNS_PER_ROUND; turn += 1) {
      for (const { broker } of running) {
        const topic = `turn-${turn}`;
        await withTopic(broker, { topic, partitions: PARTITIONS }, async () => {
          const load = { topic, records: RECORDS, recordBytes: RECORD_BYTES };
          await producerPerfTest(broker, { ...load, producer: { acks: "all" } });
          const bytes = RECORDS * RECORD_BYTES;
          await readTopic(broker, { topic, partitions: PARTITIONS, bytes });
        });
      }
      rows.push([`${turn} x (300 MB in, 300 MB out)`, ...sizes()]);
    }
    report.table(rows);
    for (const { broker } of running) await broker.stop();
  },
};
