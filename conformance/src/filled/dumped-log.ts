import * as path from "node:path";
import type { KafkaTools } from "../kafka/tools.ts";

/** The partitions of a folder that a session with transactions writes to. */
export type DumpedPartition = "__transaction_state-0" | "__consumer_offsets-0" | "paid-0";

const decoders: Readonly<Record<DumpedPartition, readonly string[]>> = {
  "__transaction_state-0": ["--transaction-log-decoder"],
  "__consumer_offsets-0": ["--offsets-decoder"],
  "paid-0": ["--print-data-log"],
};

/** A record after its offset and time: sizes, then key and payload. */
const RECORD = /(keySize: \S+ valueSize: \S+) .*headerKeys: \[\] ?(.*)$/;

/** Names producer ids in the order of their coming, so that two brokers' lines can be compared. */
export class DumpedLogs {
  readonly #tools: KafkaTools;
  readonly #data: string;
  readonly #producers = new Map<string, string>();

  constructor(tools: KafkaTools, data: string) {
    this.#tools = tools;
    this.#data = data;
  }

  /** Batches and records of a first segment as kafka-dump-log tells them, times apart. */
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
    const batch = new Map(
      [...line.matchAll(/(\w+): (\S+)/g)].map(([, key, value]) => [key, value!]),
    );
    const of = (key: string): string => batch.get(key) ?? `no ${key}`;
    return [
      `  offset ${of("baseOffset")} to ${of("lastOffset")}`,
      ...(of("isTransactional") === "true" ? ["transactional"] : []),
      ...(of("isControl") === "true" ? ["control"] : []),
      `by ${this.#producerOf(of("producerId"))} epoch ${of("producerEpoch")}`,
      `sequence ${of("baseSequence")} to ${of("lastSequence")}`,
      `leader epoch ${of("partitionLeaderEpoch")} ${of("compresscodec")}`,
      ...(of("isvalid") === "true" ? [] : ["not valid"]),
    ].join(" ");
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
