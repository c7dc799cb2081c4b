import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { KafkaTools } from "../kafka/tools.ts";
import { apacheKafka } from "../runner/needs.ts";
import { bothTargets, type Check, type Suite } from "../runner/suite.ts";
import { WireConnection } from "../wire/connection.ts";
import { checkFeatures } from "./admin-features.ts";
import { batchOf, createTopic, produce, textRecord } from "../wire/topic.ts";

interface Tooled {
  readonly check: Check;
  readonly tools: KafkaTools;
  readonly server: readonly string[];
}

/** Kafka's own tools for configuration and for the cluster itself. */
export const kafkaAdminTools: Suite = {
  name: "kafka-admin-tools",
  about: "Apache Kafka's own tools for configuration, log directories, features and the quorum",
  targets: bothTargets,
  needs: [apacheKafka],
  async run({ target, check }) {
    await using broker = await target.start();
    using tools = new KafkaTools();
    using connection = await WireConnection.open(broker);
    await createTopic(connection, "orders", { partitions: 2 });
    const batch = batchOf([textRecord("k", "v".repeat(1000))]);
    await produce(connection, { topic: "orders", partition: 0 }, batch);
    const tooled = { check, tools, server: ["--bootstrap-server", broker.bootstrap] };
    await checkTopicConfigs(tooled);
    await checkBrokerConfigs(tooled);
    await checkCluster(tooled, broker.folder);
    await checkFeatures(broker, { tools, check });
  },
};

async function checkTopicConfigs({ check, tools, server }: Tooled): Promise<void> {
  const topic = ["--entity-type", "topics", "--entity-name", "orders"];
  const configs = (...words: string[]): Promise<string> =>
    tools.output("kafka-configs", [...server, ...topic, ...words]);
  await check("kafka-configs alters and describes a topic", async () => {
    const told = await configs("--alter", "--add-config", "retention.ms=1000000");
    assert.equal(told, "Completed updating config for topic orders.\n");
    const described = await configs("--describe");
    assert.equal(
      described,
      "Dynamic configs for topic orders are:\n" +
        "  retention.ms=1000000 sensitive=false synonyms={DYNAMIC_TOPIC_CONFIG:retention.ms=1000000}\n",
    );
  });
  await check("kafka-configs --all shows every setting with where it comes from", async () => {
    const lines = (await configs("--describe", "--all")).trimEnd().split("\n");
    assert.equal(lines[0], "All configs for topic orders are:");
    assert.ok(lines.length >= 30, `${lines.length} lines`);
    const line = (key: string): string | undefined =>
      lines.find((found) => found.startsWith(`  ${key}=`));
    assert.equal(
      line("segment.bytes"),
      "  segment.bytes=1073741824 sensitive=false synonyms={DEFAULT_CONFIG:log.segment.bytes=1073741824}",
    );
    assert.equal(
      line("cleanup.policy"),
      "  cleanup.policy=delete sensitive=false synonyms={DEFAULT_CONFIG:log.cleanup.policy=delete}",
    );
    assert.equal(
      line("flush.messages"),
      "  flush.messages=9223372036854775807 sensitive=false synonyms={DEFAULT_CONFIG:log.flush.interval.messages=9223372036854775807}",
    );
  });
  await check("kafka-configs deletes a setting and names an unknown one", async () => {
    await configs("--alter", "--delete-config", "retention.ms");
    assert.equal(await configs("--describe"), "Dynamic configs for topic orders are:\n");
    const words = ["--alter", "--add-config", "nonsense.key=1"];
    const refused = await tools.run("kafka-configs", [...server, ...topic, ...words]);
    assert.equal(refused.code, 1);
    assert.match(
      refused.stderr,
      /InvalidConfigurationException: Unknown topic config name: nonsense\.key/,
    );
  });
  await check("kafka-configs refuses a value that is out of range or no number", async () => {
    for (const [pair, text] of [
      [
        "retention.ms=soon",
        "Invalid value soon for configuration retention.ms: Not a number of type LONG",
      ],
      [
        "segment.bytes=7",
        "Invalid value 7 for configuration segment.bytes: Value must be at least 1048576",
      ],
    ]) {
      const refused = await tools.run("kafka-configs", [
        ...server,
        ...topic,
        "--alter",
        "--add-config",
        pair!,
      ]);
      assert.equal(refused.code, 1);
      assert.ok(refused.stderr.includes(text!), refused.stderr);
    }
  });
}

async function checkBrokerConfigs({ check, tools, server }: Tooled): Promise<void> {
  const configs = (...words: string[]): Promise<string> =>
    tools.output("kafka-configs", [...server, "--entity-type", "brokers", ...words]);
  await check("kafka-configs alters and describes the cluster default", async () => {
    const add = ["--entity-default", "--alter", "--add-config", "log.retention.ms=86400000"];
    assert.equal(
      await configs(...add),
      "Completed updating default config for brokers in the cluster.\n",
    );
    const described = await configs("--entity-default", "--describe");
    assert.match(described, /^Default configs for brokers in the cluster are:\n/);
    assert.match(
      described,
      /  log\.retention\.ms=86400000 .*\{DYNAMIC_DEFAULT_BROKER_CONFIG:log\.retention\.ms=8/,
    );
  });
  await check("kafka-configs shows that the default reaches broker and topics", async () => {
    const all = await configs("--entity-name", "1", "--describe", "--all");
    assert.match(all, /^All configs for broker 1 are:\n/);
    assert.match(
      all,
      /\n  log\.retention\.ms=86400000 .*DYNAMIC_DEFAULT_BROKER_CONFIG:log\.retention\.ms=86400000/,
    );
    assert.match(all, /\n  node\.id=1 sensitive=false/);
    assert.ok(all.split("\n").length > 200, `${all.split("\n").length} lines`);
    const topic = ["--entity-type", "topics", "--entity-name", "orders", "--describe", "--all"];
    const ofTopic = await tools.output("kafka-configs", [...server, ...topic]);
    assert.match(
      ofTopic,
      /  retention\.ms=86400000 .*DYNAMIC_DEFAULT_BROKER_CONFIG:log\.retention\.ms=86400000/,
    );
  });
  await check("kafka-configs sets and deletes for one broker", async () => {
    const broker = ["--entity-name", "1"];
    const add = [...broker, "--alter", "--add-config", "message.max.bytes=2000000"];
    assert.equal(await configs(...add), "Completed updating config for broker 1.\n");
    assert.match(
      await configs(...broker, "--describe"),
      /message\.max\.bytes=2000000 .*\{DYNAMIC_BROKER_CONFIG:message\.max\.bytes=2000000/,
    );
    await configs(...broker, "--alter", "--delete-config", "message.max.bytes");
    await configs("--entity-default", "--alter", "--delete-config", "log.retention.ms");
    assert.doesNotMatch(await configs(...broker, "--describe"), /message\.max\.bytes/);
  });
  await check("kafka-configs refuses what cannot change while the broker runs", async () => {
    const words = [
      "--entity-type",
      "brokers",
      "--entity-name",
      "1",
      "--alter",
      "--add-config",
      "log.dirs=/elsewhere",
    ];
    const refused = await tools.run("kafka-configs", [...server, ...words]);
    assert.equal(refused.code, 1);
    assert.match(refused.stderr, /Cannot update these configs dynamically: (Set\(|\[)log\.dirs/);
  });
}

async function checkCluster({ check, tools, server }: Tooled, folder: string): Promise<void> {
  await check("kafka-log-dirs names the folder and the size of each partition", async () => {
    const text = await tools.output("kafka-log-dirs", [
      ...server,
      "--describe",
      "--topic-list",
      "orders",
    ]);
    const [json] = text.split("\n").filter((line) => line.startsWith("{"));
    const told = JSON.parse(json!) as {
      brokers: {
        broker: number;
        logDirs: {
          logDir: string;
          error: null;
          partitions: { partition: string; size: number }[];
        }[];
      }[];
    };
    const [dir] = told.brokers[0]!.logDirs;
    assert.equal(dir!.logDir, folder);
    const sizes = new Map(dir!.partitions.map(({ partition, size }) => [partition, size]));
    assert.deepEqual([...sizes.keys()].toSorted(), ["orders-0", "orders-1"]);
    assert.ok(sizes.get("orders-0")! > 1000);
    assert.equal(sizes.get("orders-1"), 0);
  });
  await check("kafka-cluster tells the cluster id of the folder", async () => {
    const properties = fs.readFileSync(path.join(folder, "meta.properties"), "utf8");
    const id = /cluster\.id=(\S+)/.exec(properties)?.[1];
    assert.equal(
      await tools.output("kafka-cluster", ["cluster-id", ...server]),
      `Cluster ID: ${id}\n`,
    );
    const endpoints = await tools.output("kafka-cluster", ["list-endpoints", ...server]);
    assert.match(endpoints, /\n1\s+127\.0\.0\.1\s+\d+\s/);
  });
  await check("kafka-broker-api-versions lists what is served", async () => {
    const text = await tools.output("kafka-broker-api-versions", server);
    assert.match(text, /\(id: 1 rack: null isFenced: false\) -> \(\n/);
    assert.match(text, /\tProduce\(0\): 0 to 13 \[usable: 13\]/);
    assert.match(text, /\tApiVersions\(18\): 0 to 4 \[usable: 4\]/);
  });
  await check("kafka-features describe shows what is finalized", async () => {
    const text = await tools.output("kafka-features", [...server, "describe"]);
    assert.match(
      text,
      /Feature: metadata\.version\s+Supported.*\s+FinalizedVersionLevel: 4\.0-IV3\s+Epoch: \d+/,
    );
    assert.match(
      text,
      /kraft\.version\s+SupportedMinVersion: 0\s+SupportedMaxVersion: 1\s+FinalizedVersionLevel: 1/,
    );
  });
  await check("kafka-metadata-quorum describes status and replication", async () => {
    const status = await tools.output("kafka-metadata-quorum", [...server, "describe", "--status"]);
    assert.match(status, /LeaderId:\s+1\n/);
    assert.match(status, /HighWatermark:\s+[1-9]\d*\n/);
    assert.match(
      status,
      /CurrentVoters:\s+\[\{"id": 1, "directoryId": "\S{22}", "endpoints": \["CONTROLLER:/,
    );
    const replication = await tools.output("kafka-metadata-quorum", [
      ...server,
      "describe",
      "--replication",
    ]);
    assert.match(replication, /^NodeId\s+DirectoryId\s+LogEndOffset\s+Lag\s+/);
    assert.match(replication, /\n1\s+\S{22}\s+\d+\s+0\s+\d+\s+\d+\s+Leader/);
  });
}
