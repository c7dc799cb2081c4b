import { WireConnection } from "../../../conformance/src/wire/connection.ts";
import { offsetAt } from "../../../conformance/src/wire/topic.ts";
import {
  apacheKafka,
  naruInPageCache,
  naruOnDisk,
  present,
  startAll,
} from "../brokers/contestants.ts";
import type { MeasuredBroker } from "../brokers/measured-broker.ts";
import { producerPerfTest } from "../load/producer-perf-test.ts";
import { smallTransactions } from "../load/small-transactions.ts";
import { cpuSecondsOf } from "../measure/process-usage.ts";
import { percentile } from "../measure/spread.ts";
import type { Question } from "../question.ts";
import { askInTurns, type Case, MEASURED_TOPIC } from "./turns.ts";

const LATEST = -1;
const SMALL_RECORD_BYTES = 100;
const RATE = "transactions/s";
const COST = "CPU-s per 1,000";

const cases: readonly Case[] = [
  ofOneRecord({ producers: 1, transactions: 500 }),
  ofOneRecord({ producers: 20, transactions: 200 }),
  byPerfTest({ transactionMs: 1, records: 100_000, recordBytes: 100 }),
  byPerfTest({ transactionMs: 500, records: 300_000, recordBytes: 1024 }),
];

export const transactionsQuestion: Question = {
  name: "transactions",
  about: "how many transactions a second, how long a commit takes, and what it costs",
  async ask(report, { rounds }) {
    const contestants = await present(report, [naruOnDisk, naruInPageCache, apacheKafka]);
    report.line(
      "Transactions of one record come from a client of ours (bench/src/load/small-transactions.ts), " +
        "which writes and commits without a pause; 'whole' is from its first request to its last " +
        "answer. The others come from kafka-producer-perf-test; a transaction is committed when it " +
        "is as old as the case says.",
    );
    const running = await startAll(contestants);
    await askInTurns(report, { running, cases, rounds });
    for (const { broker } of running) await broker.stop();
  },
};

function ofOneRecord({
  producers,
  transactions,
}: Record<"producers" | "transactions", number>): Case {
  const columns = [
    RATE,
    "commit p50 ms",
    "commit p99 ms",
    "whole p50 ms",
    "whole p99 ms",
    COST,
  ] as const;
  return {
    name: `transactions of one record, ${producers} ${producers === 1 ? "producer" : "producers"}`,
    partitions: producers,
    columns,
    async measure(broker) {
      const load = {
        topic: MEASURED_TOPIC,
        recordBytes: SMALL_RECORD_BYTES,
        producers,
        transactions,
      };
      const before = cpuSecondsOf(broker.pid);
      const { seconds, commitMs, wholeMs } = await smallTransactions(broker, load);
      const cpuSeconds = cpuSecondsOf(broker.pid) - before;
      const count = producers * transactions;
      const [rate, commitP50, commitP99, wholeP50, wholeP99, cost] = columns;
      return {
        [rate]: count / seconds,
        [commitP50]: percentile(commitMs, 0.5),
        [commitP99]: percentile(commitMs, 0.99),
        [wholeP50]: percentile(wholeMs, 0.5),
        [wholeP99]: percentile(wholeMs, 0.99),
        [cost]: (cpuSeconds * 1000) / count,
      };
    },
  };
}

function byPerfTest(load: Record<"transactionMs" | "records" | "recordBytes", number>): Case {
  const { transactionMs, records, recordBytes } = load;
  const columns = ["records/s", RATE, "records each", "ms in each commit", "CPU-s", COST] as const;
  return {
    name: `transactions of ${transactionMs} ms, ${records.toLocaleString("en")} x ${recordBytes} B`,
    // Then each transaction leaves one marker in the topic, by which they can be counted.
    partitions: 1,
    columns,
    async measure(broker) {
      const producer = { acks: "all" };
      const what = { topic: MEASURED_TOPIC, records, recordBytes, producer, transactionMs };
      const figures = await producerPerfTest(broker, what);
      const transactions = (await endOffset(broker)) - records;
      const seconds = records / figures.recordsPerSecond;
      const cpuSeconds = figures.userSeconds + figures.systemSeconds;
      const [rate, transactionRate, size, commit, cpu, cost] = columns;
      return {
        [rate]: figures.recordsPerSecond,
        [transactionRate]: transactions / seconds,
        [size]: records / transactions,
        [commit]: figures.commitMs / transactions,
        [cpu]: cpuSeconds,
        [cost]: (cpuSeconds * 1000) / transactions,
      };
    },
  };
}

async function endOffset(broker: MeasuredBroker): Promise<number> {
  using connection = await WireConnection.open(broker);
  return await offsetAt(connection, { topic: MEASURED_TOPIC, partition: 0 }, LATEST);
}
