// Goal: Apache Kafka 4.3.1's own answers, word for word, stream by stream, with its exit codes.
// Method: what its kafka-configs printed for the same flags, captured from a real one.
import assert from "node:assert/strict";
import { test } from "node:test";
import { CommandRig, type Said } from "../command-rig.test.ts";

const AT = "--bootstrap-server localhost:9092";

function run(rig: CommandRig, flags: string): Promise<Said> {
  return rig.kafkaTool("kafka-configs", `${AT} ${flags}`);
}

async function filled(): Promise<CommandRig> {
  const rig = await CommandRig.start();
  await rig.kafkaTopics(`${AT} --create --topic orders`);
  await rig.kafkaTopics(`${AT} --create --topic alpha`);
  rig.files.set("props", "# c\nretention.ms=7777\nflush.ms : 8\n");
  return rig;
}

const RETENTION =
  "retention.ms=7777 sensitive=false synonyms={DYNAMIC_TOPIC_CONFIG:retention.ms=7777}";

/** Flags in order on one broker, with exit code and standard output. */
const told: readonly (readonly [string, number, string])[] = [
  [
    "--alter --topic orders --add-config retention.ms=1000000,cleanup.policy=[compact,delete]",
    0,
    "Completed updating config for topic orders.\n",
  ],
  [
    "--describe --entity-type topics",
    0,
    "Dynamic configs for topic alpha are:\n" +
      "Dynamic configs for topic orders are:\n" +
      "  cleanup.policy=compact,delete sensitive=false " +
      "synonyms={DYNAMIC_TOPIC_CONFIG:cleanup.policy=compact,delete, " +
      "DEFAULT_CONFIG:log.cleanup.policy=delete}\n" +
      "  retention.ms=1000000 sensitive=false synonyms={DYNAMIC_TOPIC_CONFIG:retention.ms=1000000}\n",
  ],
  [
    "--alter --entity-type topics --entity-name orders --delete-config cleanup.policy,retention.ms,",
    0,
    "Completed updating config for topic orders.\n",
  ],
  [
    "--alter --topic orders --add-config-file props",
    0,
    "Completed updating config for topic orders.\n",
  ],
  [
    "--alter --topic orders --delete-config flush.ms,segment.ms",
    0,
    "Completed updating config for topic orders.\n",
  ],
  ["-describe -topic=orders", 0, `Dynamic configs for topic orders are:\n  ${RETENTION}\n`],
  [
    "--describe --topic nowhere",
    0,
    "The topic 'nowhere' doesn't exist and doesn't have dynamic config.\n",
  ],
  ["--describe --broker 7", 0, "The broker '7' doesn't exist and doesn't have dynamic config.\n"],
  ["--describe --group g", 0, "The group 'g' doesn't exist and doesn't have dynamic config.\n"],
  [
    "--describe --client-metrics m",
    0,
    "The client-metric 'm' doesn't exist and doesn't have dynamic config.\n",
  ],
  ["--describe --entity-type groups", 0, ""],
  [
    "--alter --broker-defaults --add-config log.retention.ms=86400000",
    0,
    "Completed updating default config for brokers in the cluster.\n",
  ],
  [
    "--alter --broker 1 --add-config message.max.bytes=2000000",
    0,
    "Completed updating config for broker 1.\n",
  ],
  [
    "--describe --entity-type brokers",
    0,
    "Dynamic configs for broker 1 are:\n" +
      "  message.max.bytes=2000000 sensitive=false " +
      "synonyms={DYNAMIC_BROKER_CONFIG:message.max.bytes=2000000, " +
      "DEFAULT_CONFIG:message.max.bytes=1048588}\n" +
      "Default configs for brokers in the cluster are:\n" +
      "  log.retention.ms=86400000 sensitive=false synonyms={DYNAMIC_DEFAULT_BROKER_CONFIG:log.retention.ms=86400000}\n",
  ],
  ["--version", 0, "4.3.1\n"],
];

test("one after another, each is answered as Kafka's tool answers", async () => {
  const rig = await filled();
  for (const [flags, code, out] of told) {
    assert.deepEqual(await run(rig, flags), { code, out, err: "" }, flags);
  }
  const all = await run(rig, "--describe --topic orders --all");
  assert.match(all.out, /^All configs for topic orders are:\n {2}cleanup\.policy=delete /);
  assert.match(all.out, /\n {2}segment\.ms=604800000 sensitive=false synonyms=\{\}\n/);
});

/** Words that are wrong, found before or by the broker: the sentence alone, on standard error. */
const wrong: readonly (readonly [string, string])[] = [
  ["--describe", "At least one entity type must be specified"],
  [
    "--describe --entity-type nonsense",
    "Invalid entity type nonsense, the entity type must be one of topics, clients, users, brokers, ips, " +
      "client-metrics, groups, broker-loggers with a --bootstrap-server or --bootstrap-controller argument",
  ],
  [
    "--describe --topic orders --broker 1",
    "Only 'users' and 'clients' entity types may be specified together",
  ],
  ["--describe --entity-type topics --topic x", "Duplicate entity type(s) specified: topics"],
  [
    "--describe --entity-type users --client c",
    "--entity-{type,name,default} should not be used in conjunction with specific entity flags",
  ],
  [
    "--describe --broker x",
    "The entity name for brokers must be a valid integer broker id, but it is: x",
  ],
  [
    "--describe --entity-type groups --entity-default",
    "--entity-default must not be specified with --describe of groups",
  ],
  [
    "--describe --entity-type broker-loggers",
    "An entity name must be specified with --describe of broker-loggers",
  ],
  [
    "--describe --topic orders --topic alpha",
    "Found multiple arguments for option topic, but you asked for only one",
  ],
  [
    "--describe --topic a/b",
    "Topic name is invalid: 'a/b' contains one or more characters other than ASCII alphanumerics, '.', '_' and '-'",
  ],
  [
    "--alter --entity-type brokers --add-config a=b",
    "An entity-name or default entity must be specified with --alter of users, clients, brokers or ips",
  ],
  [
    "--alter --entity-type topics --entity-default --add-config a=b",
    "An entity name must be specified with --alter of topics",
  ],
  [
    "--alter --topic orders",
    "At least one of --add-config, --add-config-file, or --delete-config must be specified with --alter",
  ],
  [
    "--alter --topic orders --add-config a=b --add-config-file x",
    "Only one of --add-config or --add-config-file must be specified",
  ],
  [
    "--alter --topic orders --add-config a,b=c",
    "requirement failed: Invalid entity config: all configs to be added must be in the format " +
      '"key=val" or  "key=[val1,val2]" to group values which contain commas.',
  ],
  ["--alter --topic orders --add-config a%b=c", "Invalid character found for config key: a%b"],
  [
    "--alter --entity-type users --entity-name u --entity-name v --add-config consumer_byte_rate=1",
    "An entity name must be specified for every entity type",
  ],
  [
    "--describe --entity-type users --entity-name u --entity-name v",
    "More entity names specified than entity types",
  ],
  [
    "--alter --user u --add-config nonsense=1,foo=2",
    "Only quota and SCRAM credential configs can be added for 'users' using --bootstrap-server. " +
      "Unexpected config names: Set(foo, nonsense)",
  ],
  [
    "--alter --client u --delete-config SCRAM-SHA-256,nonsense",
    "Only quota configs can be deleted for 'clients' using --bootstrap-server. " +
      "Unexpected config names: ArrayBuffer(nonsense, SCRAM-SHA-256)",
  ],
  [
    "--alter --user-defaults --add-config SCRAM-SHA-256=[password=a]",
    "The use of --entity-default or --user-defaults is not allowed with User SCRAM Credentials using --bootstrap-server.",
  ],
  [
    "--alter --user u --add-config SCRAM-SHA-256=[iterations=1,password=a]",
    "Iterations 1 is less than the minimum 4096 required for SCRAM-SHA-256",
  ],
];

for (const [flags, message] of wrong) {
  test(`kafka-configs ${flags}: is refused with a sentence`, async () => {
    assert.deepEqual(await run(await filled(), flags), { code: 1, out: "", err: message });
  });
}

/** What the broker refuses: the exception's first line, and no stack trace. */
const refused: readonly (readonly [string, string])[] = [
  [
    "--alter --topic orders --add-config nonsense=1",
    "InvalidConfigurationException: Unknown topic config name: nonsense",
  ],
  [
    "--alter --topic nowhere --delete-config retention.ms",
    "UnknownTopicOrPartitionException: The topic 'nowhere' does not exist.",
  ],
  [
    "--alter --broker 1 --add-config log.dirs=/x",
    "InvalidRequestException: Cannot update these configs dynamically: [log.dirs]",
  ],
  [
    "--describe --user u",
    "UnsupportedVersionException: The node does not support DESCRIBE_CLIENT_QUOTAS",
  ],
  [
    "--alter --user u --add-config SCRAM-SHA-256=[password=a]",
    "UnsupportedVersionException: The node does not support ALTER_USER_SCRAM_CREDENTIALS",
  ],
];

for (const [flags, exception] of refused) {
  test(`kafka-configs ${flags}: is refused by the broker`, async () => {
    const err =
      `Error while executing config command with args '${AT} ${flags}'\n` +
      `java.util.concurrent.ExecutionException: org.apache.kafka.common.errors.${exception}`;
    assert.deepEqual(await run(await filled(), flags), { code: 1, out: "", err });
  });
}

test("flags that do not go together are refused with the usage", async () => {
  const rig = await CommandRig.start();
  for (const [flags, message] of [
    ["", "Command must include exactly one action: --describe, --alter"],
    [
      "--describe --topic orders --add-config a=b",
      `Option "[describe]" can't be used with option "[add-config]"`,
    ],
  ] as const) {
    const { code, err } = await run(rig, flags.trim() === "" ? "extra" : flags);
    assert.deepEqual([code, err.split("\n")[0]], [1, message]);
    assert.ok(err.includes("--entity-default"), err);
  }
  const { err } = await rig.kafkaTool("kafka-configs", "--describe --topic orders");
  assert.equal(err, "Either --bootstrap-server or --bootstrap-controller must be specified.");
});

test("a broker is no controller, and says so", async () => {
  const words = "--bootstrap-controller localhost:9092 --describe --broker-defaults";
  const { code, err } = await (await filled()).kafkaTool("kafka-configs", words);
  assert.equal(code, 1);
  assert.match(err, /MismatchedEndpointTypeException: The request was sent to an endpoint of type/);
});
