import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { KafkaTools } from "../kafka/tools.ts";
import { apacheKafka } from "../runner/needs.ts";
import { bothTargets, type Check, type Suite } from "../runner/suite.ts";
import type { RunningBroker } from "../runner/target.ts";
import { WireConnection } from "../wire/connection.ts";
import { createTopic } from "../wire/topic.ts";

const codecs = ["none", "gzip", "snappy", "lz4", "zstd"] as const;

interface Tooled {
  readonly check: Check;
  readonly tools: KafkaTools;
  readonly server: readonly string[];
  readonly folder: string;
}

/** Kafka's own tools for topics and records: what they print is what they understood. */
export const kafkaTools: Suite = {
  name: "kafka-tools",
  about: "Apache Kafka's own tools for topics, producers, consumers and offsets",
  targets: bothTargets,
  needs: [apacheKafka],
  async run({ target, check, folder }) {
    await using broker = await target.start();
    using tools = new KafkaTools();
    const server = ["--bootstrap-server", broker.bootstrap];
    const tooled = { check, tools, server, folder };
    await checkTopics(tooled);
    await checkRefusals(tooled);
    await checkRecords(tooled, broker);
    await checkProducers(tooled);
    await checkOffsets(tooled);
    await checkDeleting(tooled);
  },
};

async function checkTopics({ check, tools, server }: Tooled): Promise<void> {
  const topics = (...words: string[]): Promise<string> =>
    tools.output("kafka-topics", [...server, ...words]);
  await check("kafka-topics creates, lists and describes", async () => {
    const created = await topics(
      "--create",
      "--topic",
      "orders",
      "--partitions",
      "3",
      "--config",
      "retention.ms=90000",
    );
    assert.equal(created, "Created topic orders.\n");
    assert.equal(await topics("--list"), "orders\n");
    const [head, ...rows] = (await topics("--describe", "--topic", "orders")).trimEnd().split("\n");
    assert.match(
      head!,
      /^Topic: orders\tTopicId: \S{22}\tPartitionCount: 3\tReplicationFactor: 1\tConfigs: \S+$/,
    );
    assert.match(head!, /retention\.ms=90000/);
    assert.deepEqual(
      rows.map((row) =>
        row
          .split("\t")
          .filter((cell) => !/Elr|LastKnown/.test(cell))
          .join("|")
          .trim(),
      ),
      [0, 1, 2].map((id) => `|Topic: orders|Partition: ${id}|Leader: 1|Replicas: 1|Isr: 1`),
    );
  });
  await check("kafka-topics adds partitions, and says why it takes none away", async () => {
    await topics("--alter", "--topic", "orders", "--partitions", "5");
    const described = await topics("--describe", "--topic", "orders");
    assert.match(described, /PartitionCount: 5/);
    const refused = await tools.run("kafka-topics", [
      ...server,
      "--alter",
      "--topic",
      "orders",
      "--partitions",
      "2",
    ]);
    assert.equal(refused.code, 1);
    assert.match(
      refused.stdout,
      /The topic orders currently has 5 partition\(s\); 2 would not be an increase\./,
    );
  });
}

async function checkRefusals({ check, tools, server }: Tooled): Promise<void> {
  const topics = (...words: string[]): Promise<string> =>
    tools.output("kafka-topics", [...server, ...words]);
  await check("kafka-topics says what exists, and what is named or set wrongly", async () => {
    const create = async (...words: string[]): Promise<string> => {
      const finished = await tools.run("kafka-topics", [...server, "--create", ...words]);
      assert.equal(finished.code, 1);
      return finished.stdout;
    };
    assert.match(await create("--topic", "orders"), /Topic 'orders' already exists\./);
    assert.match(
      await create("--topic", "a/b"),
      /Topic name is invalid: 'a\/b' contains one or more characters other than ASCII/,
    );
    assert.match(
      await create("--topic", "small", "--config", "segment.bytes=1000"),
      /Invalid value 1000 for configuration segment\.bytes: Value must be at least 1048576/,
    );
    assert.match(
      await create("--topic", "wide", "--replication-factor", "2"),
      /Unable to replicate the partition 2 time\(s\)/,
    );
    const again = await topics("--create", "--if-not-exists", "--topic", "orders");
    assert.equal(again, "");
  });
  await check("kafka-topics deletes", async () => {
    const created = await topics("--create", "--topic", "short.lived");
    assert.match(created, /^WARNING: Due to limitations in metric names/);
    await topics("--delete", "--topic", "short.lived");
    assert.equal(await topics("--list"), "orders\n");
  });
}

async function checkRecords(tooled: Tooled, broker: RunningBroker): Promise<void> {
  const { check, tools, server, folder } = tooled;
  using connection = await WireConnection.open(broker);
  await createTopic(connection, "headed");
  await check("kafka-console-producer and -consumer: keys, headers and nulls", async () => {
    const properties = ["parse.key=true", "parse.headers=true", "null.marker=NULL"];
    const words = properties.flatMap((property) => ["--reader-property", property]);
    const input = "who:me,why:test\tk1\tfirst\nwho:you\tk2\tNULL\nNULL\tNULL\tthird\n";
    await tools.output("kafka-console-producer", [...server, "--topic", "headed", ...words], input);
    const shown = [
      "print.key=true",
      "print.headers=true",
      "print.offset=true",
      "print.partition=true",
    ];
    const read = await consume(tooled, ["headed", "0", "earliest", "3"], shown);
    assert.deepEqual(read, [
      "Partition:0\tOffset:0\twho:me,why:test\tk1\tfirst",
      "Partition:0\tOffset:1\twho:you\tk2\tnull",
      "Partition:0\tOffset:2\tNO_HEADERS\tnull\tthird",
    ]);
  });
  for (const codec of codecs) {
    await check(
      `kafka-verifiable-producer in ${codec}, kafka-console-consumer --partition`,
      async () => {
        const topic = `lines-${codec}`;
        await createTopic(connection, topic, { partitions: 2 });
        const config = path.join(folder, "producer.properties");
        fs.writeFileSync(config, `compression.type=${codec}\nlinger.ms=5\n`);
        const words = ["--topic", topic, "--max-messages", "500", "--command-config", config];
        const told = await tools.runAlone("kafka-verifiable-producer", [...server, ...words]);
        assert.equal(told.code, 0, told.stderr);
        const acknowledged = told.stdout
          .split("\n")
          .filter((line) => line.includes('"producer_send_success"'))
          .map((line) => JSON.parse(line) as { partition: number; value: string; offset: number });
        assert.equal(acknowledged.length, 500);
        for (const partition of [0, 1]) {
          const expected = acknowledged
            .filter((one) => one.partition === partition)
            .toSorted((a, b) => a.offset - b.offset)
            .map(({ value, offset }) => `Offset:${offset}\t${value}`);
          if (expected.length === 0) continue;
          const at = [topic, String(partition), "earliest", String(expected.length)];
          assert.deepEqual(await consume(tooled, at, ["print.offset=true"]), expected);
        }
      },
    );
  }
  await check("kafka-console-consumer starts at an offset and at the end", async () => {
    const third = await consume(tooled, ["headed", "0", "2", "1"], ["print.offset=true"]);
    assert.deepEqual(third, ["Offset:2\tthird"]);
    const words = [
      "--topic",
      "headed",
      "--partition",
      "0",
      "--offset",
      "latest",
      "--timeout-ms",
      "1500",
    ];
    const none = await tools.run("kafka-console-consumer", [...server, ...words]);
    assert.equal(none.stdout, "");
    assert.match(none.stderr, /Processed a total of 0 messages/);
  });
}

/** What kafka-console-consumer prints for topic, partition, first offset and number of records. */
async function consume(
  { tools, server }: Tooled,
  [topic, partition, offset, count]: readonly string[],
  shown: readonly string[],
): Promise<string[]> {
  const format = shown.flatMap((property) => ["--formatter-property", property]);
  const at = ["--topic", topic!, "--partition", partition!, "--offset", offset!];
  const words = [...at, "--max-messages", count!, "--timeout-ms", "10000", ...format];
  const told = await tools.output("kafka-console-consumer", [...server, ...words]);
  return told.trimEnd().split("\n");
}

async function checkProducers({ check, tools, server }: Tooled): Promise<void> {
  await check("kafka-producer-perf-test sends all its records", async () => {
    await tools.output("kafka-topics", [
      ...server,
      "--create",
      "--topic",
      "perf",
      "--partitions",
      "2",
    ]);
    const [, address] = server;
    const words = [
      "--topic",
      "perf",
      "--num-records",
      "20000",
      "--record-size",
      "200",
      "--throughput",
      "-1",
    ];
    const config = [
      "--producer-props",
      `bootstrap.servers=${address}`,
      "acks=all",
      "compression.type=lz4",
    ];
    const told = await tools.output("kafka-producer-perf-test", [...words, ...config]);
    assert.match(told, /20000 records sent, [\d.,]+ records\/sec/);
    const offsets = await tools.output("kafka-get-offsets", [...server, "--topic", "perf"]);
    const ends = [...offsets.matchAll(/^perf:\d:(\d+)$/gm)].map(([, end]) => Number(end));
    assert.equal(
      ends.reduce((a, b) => a + b, 0),
      20_000,
    );
  });
  await check("kafka-transactions describe-producers shows the idempotent producer", async () => {
    const words = ["describe-producers", "--topic", "perf", "--partition", "0"];
    const [head, row] = (await tools.output("kafka-transactions", [...server, ...words])).split(
      "\n",
    );
    assert.match(
      head!,
      /^ProducerId\s*\tProducerEpoch\s*\tLatestCoordinatorEpoch\s*\tLastSequence\s*\t/,
    );
    const cells = row!.split("\t").map((cell) => cell.trim());
    assert.deepEqual([cells[1], cells[2], cells[5]], ["0", "-1", "None"]);
    assert.ok(Number(cells[3]) > 0);
  });
}

async function checkOffsets({ check, tools, server }: Tooled): Promise<void> {
  const offsets = (...words: string[]): Promise<string> =>
    tools.output("kafka-get-offsets", [...server, ...words]);
  await check("kafka-get-offsets by time and by range", async () => {
    await tools.output("kafka-topics", [...server, "--create", "--topic", "timed"]);
    await tools.output(
      "kafka-console-producer",
      [...server, "--topic", "timed"],
      "one\ntwo\nthree\n",
    );
    assert.equal(await offsets("--topic", "timed"), "timed:0:3\n");
    assert.equal(await offsets("--topic", "timed", "--time", "earliest"), "timed:0:0\n");
    assert.equal(await offsets("--topic", "timed", "--time", "earliest-local"), "timed:0:0\n");
    assert.match(await offsets("--topic", "timed", "--time", "max-timestamp"), /^timed:0:[012]\n$/);
    assert.equal(await offsets("--topic", "timed", "--time", "99999999999999"), "");
    assert.equal(await offsets("--topic", "timed", "--time", "1"), "timed:0:0\n");
    const ranges = await offsets("--topic-partitions", "orders:0-2,timed:0");
    assert.match(ranges, /^orders:0:\d\norders:1:\d\ntimed:0:3\n$/);
    const missing = await tools.run("kafka-get-offsets", [...server, "--topic", "nosuch"]);
    assert.equal(missing.code, 1);
    assert.match(missing.stderr, /Could not match any topic-partitions with the specified filters/);
  });
}

async function checkDeleting({ check, tools, server, folder }: Tooled): Promise<void> {
  await check("kafka-delete-records moves the start of the log", async () => {
    const file = path.join(folder, "offsets.json");
    const partitions = [{ topic: "timed", partition: 0, offset: 2 }];
    fs.writeFileSync(file, JSON.stringify({ partitions, version: 1 }));
    const told = await tools.output("kafka-delete-records", [
      ...server,
      "--offset-json-file",
      file,
    ]);
    assert.match(told, /partition: timed-0\s+low_watermark: 2/);
    const at = ["--topic-partitions", "timed:0", "--time", "earliest"];
    assert.equal(await tools.output("kafka-get-offsets", [...server, ...at]), "timed:0:2\n");
  });
}
