import * as path from "node:path";
import type { KafkaTools } from "../kafka/tools.ts";

/** The partitions of a folder that a session with transactions writes to. */
export type DumpedPartition = "__transaction_state-0" | "__consumer_offsets-0" | "paid-0";

const decoders: Readonly<Record<DumpedPartition, readonly string[]>> = {
  "__transaction_state-0": ["--transaction-log-decoder"],
  "__consumer_offsets-0": ["--offsets-decoder"],
  "paid-0": ["--print-data-log"],
};

const BATCH =
  /^baseOffset: (\d+) lastOffset: (\d+) .* baseSequence: (\S+) lastSequence: (\S+) producerId: (\S+) producerEpoch: (\S+) partitionLeaderEpoch: (\S+) isTransactional: (\S+) isControl: (\S+) .* compresscodec: (\S+) .* isvalid: true$/;
const RECORD =
  /^\| offset: \d+ CreateTime: \d+ (keySize: \S+ valueSize: \S+) .*headerKeys: \[\] ?(.*)$/;

/** Names producer ids in the order of their coming, so that two brokers' lines can be compared. */
export class DumpedLogs {
  readonly #tools: KafkaTools;
  readonly #data: string;
  readonly #producers = new Map<string, string>();

  constructor(tools: KafkaTools, data: string) {
    this.#tools = tools;
    this.#data = data;
  }

  /** Batches and records of a partition's first segment as kafka-dump-log tells them, times apart. */
  async lines(partition: DumpedPartition): Promise<string[]> {
    const log = path.join(this.#data, partition, "00000000000000000000.log");
    const words = [...decoders[partition], "--files", log];
    const dumped = await this.#tools.output("kafka-dump-log", words);
    const lines = dumped.split("\n").filter((line) => /^(baseOffset|\|)/.test(line));
    return [partition, ...lines.map((line) => this.#told(line))];
  }

  #told(line: string): string {
    const record = RECORD.exec(line);
    if (record !== null) return `    ${record[1]} ${this.#withoutIds(record[2]!)}`;
    const batch = BATCH.exec(line);
    if (batch === null) throw new Error(`kafka-dump-log: '${line}', expected a batch or a record.`);
    const [, first, last, sequence, lastSequence, producer, epoch, leaderEpoch, ...rest] = batch;
    const [isTransactional, isControl, codec] = rest;
    const kind = `${isTransactional === "true" ? " transactional" : ""}${isControl === "true" ? " control" : ""}`;
    const by = `${this.#producerOf(producer!)} epoch ${epoch} sequence ${sequence} to ${lastSequence}`;
    return `  offset ${first} to ${last}${kind} by ${by} leader epoch ${leaderEpoch} ${codec}`;
  }

  #withoutIds(text: string): string {
    return text
      .replace(/"((?:previous|next)?[pP]roducerId)":(\d+)/g, (_, name: string, id: string) => {
        return `"${name}":${this.#producerOf(id)}`;
      })
      .replace(/"(\w*Timestamp(?:Ms)?)":\d+/g, '"$1":time');
  }

  #producerOf(id: string): string {
    if (id === "-1") return "nobody";
    const name = this.#producers.get(id) ?? `producer ${this.#producers.size + 1}`;
    this.#producers.set(id, name);
    return name;
  }
}
