import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { DumpedLogs } from "../filled/dumped-log.ts";
import { javaWords } from "../kafka/installation.ts";
import { KafkaTools } from "../kafka/tools.ts";
import { confluentKafka, pythonCommand } from "../members/installs.ts";
import { apacheKafka } from "../runner/needs.ts";
import { output } from "../runner/processes.ts";
import { bothTargets, type Suite } from "../runner/suite.ts";
import type { RunningBroker } from "../runner/target.ts";
import { until } from "../runner/waiting.ts";
import { WireConnection } from "../wire/connection.ts";
import { createTopic, offsetAt } from "../wire/topic.ts";
import { lastStableOffset } from "../wire/transactions.ts";

const home = path.join(import.meta.dirname, "..", "..");
const golden = path.join(home, "golden", "transaction-records.txt");
const paid = { topic: "paid", partition: 0 };
const LATEST = -1;
const ABORT_LIMIT_MS = 20_000;
const TIMEOUT_MS = { short: 2_000, long: 60_000 } as const;

const settings = {
  "offsets.topic.num.partitions": "1",
  "transaction.state.log.num.partitions": "1",
  "transaction.abort.timed.out.transaction.cleanup.interval.ms": "200",
};

/** The two clients: transactions of version 1 and of version 2. */
const clients = {
  librdkafka: (words: readonly string[]) =>
    output(pythonCommand, [path.join(home, "transactions", "session.py"), ...words]),
  java: (words: readonly string[]) =>
    output("java", javaWords([path.join(home, "transactions", "Session.java"), ...words])),
} as const;

/**
 * What a session leaves in the logs, record by record and batch by batch. The golden file is what
 * Apache Kafka wrote; UPDATE_GOLDEN=1 with --target apache-kafka writes it anew.
 */
export const transactionRecords: Suite = {
  name: "transaction-records",
  about: "a session with transactions writes the records that Apache Kafka writes, in its batches",
  targets: bothTargets,
  needs: [apacheKafka, confluentKafka],
  async run({ target, check, folder }) {
    using tools = new KafkaTools();
    const data = path.join(folder, "data");
    await using broker = await target.start({ folder: data, settings });
    using connection = await WireConnection.open(broker);
    await createTopic(connection, paid.topic);
    for (const client of ["librdkafka", "java"] as const) {
      await runSession(new Session(broker, connection, client), tools, check);
    }
    await broker.stop();
    const logs = new DumpedLogs(tools, data);
    const expected = new Map<string, string[]>();
    for (const partition of ["__transaction_state-0", "__consumer_offsets-0", "paid-0"] as const) {
      const lines = await logs.lines(partition);
      expected.set(partition, lines);
      await check(`${partition} holds the records that Apache Kafka writes`, () => {
        if (process.env["UPDATE_GOLDEN"] === "1" && target.name === "apache-kafka") return;
        assert.deepEqual(lines, goldenLines(partition));
      });
    }
    if (process.env["UPDATE_GOLDEN"] === "1" && target.name === "apache-kafka") {
      const texts = [...expected.values()].map((lines) => `${lines.join("\n")}\n`);
      fs.writeFileSync(golden, texts.join("\n"));
    }
  },
};

async function runSession(
  session: Session,
  tools: KafkaTools,
  check: (name: string, body: () => Promise<void>) => Promise<void>,
): Promise<void> {
  const { client } = session;
  await check(`${client}: commits, aborts, commits with offsets`, async () => {
    await session.run("ends", ["commit:2", "abort:2", "offsets:2", "commit:1"]);
  });
  await check(`${client}: ends with one open, and comes back`, async () => {
    await session.run("back", ["open:1"]);
    await session.run("back", ["commit:1"]);
  });
  await check(`${client}: leaves one open until it is aborted, and comes back`, async () => {
    await session.run("late", ["open:1"], TIMEOUT_MS.short);
    await session.untilAborted();
    await session.run("late", ["commit:1"]);
  });
  await check(`${client}: leaves one open that is ended by force`, async () => {
    await session.run("forced", ["open:1"]);
    const words = ["forceTerminateTransaction", "--transactionalId", session.idOf("forced")];
    const at = ["--bootstrap-server", session.broker.bootstrap];
    assert.equal(await tools.output("kafka-transactions", [...at, ...words]), "");
    await session.untilAborted();
  });
}

class Session {
  readonly broker: RunningBroker;
  readonly client: keyof typeof clients;
  readonly #connection: WireConnection;

  constructor(broker: RunningBroker, connection: WireConnection, client: keyof typeof clients) {
    this.broker = broker;
    this.client = client;
    this.#connection = connection;
  }

  idOf(name: string): string {
    return `${this.client}-${name}`;
  }

  /** One life of a transactional id's program. */
  async run(
    name: string,
    words: readonly string[],
    timeoutMs: number = TIMEOUT_MS.long,
  ): Promise<void> {
    const where = [this.broker.bootstrap, paid.topic, `billing-${this.client}`];
    await clients[this.client]([...where, this.idOf(name), String(timeoutMs), ...words]);
  }

  async untilAborted(): Promise<void> {
    await until("the abort", ABORT_LIMIT_MS, async () => {
      const stable = await lastStableOffset(this.#connection, paid);
      return stable === (await offsetAt(this.#connection, paid, LATEST)) ? true : undefined;
    });
  }
}

function goldenLines(partition: string): string[] {
  const texts = fs.readFileSync(golden, "utf8").trimEnd().split("\n\n");
  return texts.find((text) => text.startsWith(`${partition}\n`))?.split("\n") ?? [];
}
