import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { startKafka } from "../kafka/server.ts";
import { KafkaTools } from "../kafka/tools.ts";
import { startNaru } from "../naru/broker.ts";
import { apacheKafka } from "../runner/needs.ts";
import type { Suite } from "../runner/suite.ts";
import type { RunningBroker, StartOptions } from "../runner/target.ts";
import { until } from "../runner/waiting.ts";

const KEYS = 200;
const RECORDS = 8_000;
const VALUE = "x".repeat(450);
const CLEANING_LIMIT_MS = 30_000;
const settings = { "log.cleaner.backoff.ms": "500", "log.initial.task.delay.ms": "500" };
const configs = {
  "cleanup.policy": "compact",
  "segment.bytes": "1048576",
  "min.cleanable.dirty.ratio": "0.01",
  "delete.retention.ms": "500",
};

/** One compacted topic, cleaned now by us, now by Apache Kafka, beside a plain map. */
export const compaction: Suite = {
  name: "compaction",
  about: "a compacted topic keeps its latest values, whichever of the two brokers cleans it",
  targets: ["naru"],
  needs: [apacheKafka],
  limitMs: 240_000,
  async run({ check, folder }) {
    using tools = new KafkaTools();
    const data = path.join(folder, "data");
    const balances = new Balances(tools, data);
    for (const [number, start] of [startNaru, startKafka, startNaru, startKafka].entries()) {
      const who = start === startNaru ? "Naru" : "Apache Kafka";
      await check(`${who} takes ${RECORDS} records, cleans, and is right (${number})`, async () => {
        await balances.turn(start, { isFirst: number === 0 });
      });
    }
    await check("kafka-dump-log reads every segment", async () => {
      const logs = fs.readdirSync(balances.folder).filter((name) => name.endsWith(".log"));
      const files = logs.map((name) => path.join(balances.folder, name)).join(",");
      const output = await tools.output("kafka-dump-log", ["--deep-iteration", "--files", files]);
      assert.match(output, /isvalid: true/);
      assert.doesNotMatch(output, /isvalid: false|invalid bytes/);
    });
  },
};

class Balances {
  readonly folder: string;
  readonly #data: string;
  readonly #tools: KafkaTools;
  readonly #expected = new Map<string, string>();
  #sent = 0;

  constructor(tools: KafkaTools, data: string) {
    this.#tools = tools;
    this.#data = data;
    this.folder = path.join(data, "balances-0");
  }

  /** A broker's life on the folder. */
  async turn(
    start: (options: StartOptions) => Promise<RunningBroker>,
    { isFirst }: { isFirst: boolean },
  ): Promise<void> {
    await using broker = await start({ folder: this.#data, settings });
    const at = ["--bootstrap-server", broker.bootstrap];
    if (isFirst) {
      const words = Object.entries(configs).flatMap(([key, value]) => [
        "--config",
        `${key}=${value}`,
      ]);
      await this.#tools.output("kafka-topics", [
        ...at,
        "--create",
        "--topic",
        "balances",
        ...words,
      ]);
    } else await this.#check(at);
    const from = this.#sent;
    const reader = ["--reader-property", "parse.key=true", "--reader-property", "null.marker=NULL"];
    const words = [...at, "--topic", "balances", ...reader];
    await this.#tools.output("kafka-console-producer", words, this.#lines());
    await until("the cleaner", CLEANING_LIMIT_MS, () =>
      this.#cleanedOffset() > from + RECORDS / 2 ? true : undefined,
    );
    await this.#check(at);
    await broker.stop();
  }

  #lines(): string {
    const lines: string[] = [];
    for (let count = 0; count < RECORDS; count += 1, this.#sent += 1) {
      const key = `key-${(this.#sent * 7919) % KEYS}`;
      const isTombstone = this.#sent % 11 === 0;
      const value = `${this.#sent} ${VALUE}`;
      if (isTombstone) this.#expected.delete(key);
      else this.#expected.set(key, value);
      lines.push(`${key}\t${isTombstone ? "NULL" : value}\n`);
    }
    return lines.join("");
  }

  #cleanedOffset(): number {
    const file = path.join(this.#data, "cleaner-offset-checkpoint");
    if (!fs.existsSync(file)) return 0;
    return Number(/^balances 0 (\d+)$/m.exec(fs.readFileSync(file, "utf8"))?.[1] ?? 0);
  }

  async #check(at: readonly string[]): Promise<void> {
    // Of one partition by name, so that no group is needed.
    const where = ["--topic", "balances", "--partition", "0", "--offset", "earliest"];
    const words = [...at, ...where, "--timeout-ms", "4000"];
    const print = ["--formatter-property", "print.key=true"];
    const { stdout } = await this.#tools.run("kafka-console-consumer", [...words, ...print]);
    const seen = new Map<string, string>();
    for (const line of stdout.split("\n").filter((each) => each.includes("\t"))) {
      const [key, value] = line.split("\t") as [string, string];
      if (value === "null") seen.delete(key);
      else seen.set(key, value);
    }
    assert.equal(seen.size, this.#expected.size);
    for (const [key, value] of this.#expected) assert.equal(seen.get(key), value, key);
  }
}
