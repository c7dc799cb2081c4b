// Goal: Apache Kafka 4.3.1's own answers, word for word, stream by stream, with its exit codes.
// Method: what its kafka-topics printed for the same flags, captured from a real one.
import assert from "node:assert/strict";
import { test } from "node:test";
import { CommandRig, type Said } from "../command-rig.test.ts";

const AT = "--bootstrap-server localhost:9092";

async function run(rig: CommandRig, flags: string): Promise<Said> {
  const said = await rig.kafkaTopics(`${AT} ${flags}`);
  return { ...said, out: said.out.replaceAll(/TopicId: \S{22}/g, "TopicId: ID") };
}

async function filled(): Promise<CommandRig> {
  const rig = await CommandRig.start();
  await run(rig, "--create --topic a --partitions 2 --config retention.ms=5");
  await run(rig, "--create --topic b");
  return rig;
}

const FAILED = "Error while executing topic command : ";
const WARNING =
  "WARNING: Due to limitations in metric names, topics with a period ('.') or underscore ('_') could collide. " +
  "To avoid issues it is best to use either, but not both.\n";

/** Flags, exit code, standard output. */
const told: readonly (readonly [string, number, string])[] = [
  ["--create --topic c", 0, "Created topic c.\n"],
  ["--create --topic=c --partitions=2", 0, "Created topic c.\n"],
  ["--create --topic a", 1, `${FAILED}Topic 'a' already exists.\n`],
  ["--create --topic a --if-not-exists", 0, ""],
  ["--create --topic c.d", 0, `${WARNING}Created topic c.d.\n`],
  ["--create --topic c --partitions 0", 1, `${FAILED}The partitions must be greater than 0\n`],
  [
    "--create --topic c --partitions x",
    1,
    `${FAILED}Cannot parse argument 'x' of option partitions\n`,
  ],
  [
    "--create --topic c --replication-factor 0",
    1,
    `${FAILED}The replication factor must be between 1 and 32767 inclusive\n`,
  ],
  ["--create --topic c.d --config bogus=1", 1, `${FAILED}Unknown topic config name: bogus\n`],
  [
    "--create --topic c --config retention.ms",
    1,
    `${FAILED}requirement failed: Invalid topic config: all configs to be added must be in the format "key=val".\n`,
  ],
  ["--create --topic c --replica-assignment 1,1", 0, "Created topic c.\n"],
  [
    "--create --topic c --replica-assignment 1:1",
    1,
    `${FAILED}Partition replica lists may not contain duplicate entries: 1\n`,
  ],
  [
    "--create --topic c --replica-assignment 1,1:2",
    1,
    `${FAILED}Partition 1 has different replication factor: [1, 2]\n`,
  ],
  ["--create --topic c --replica-assignment x", 1, `${FAILED}For input string: "x"\n`],
  [
    "--create --topic x --topic y",
    1,
    `${FAILED}Found multiple arguments for option topic, but you asked for only one\n`,
  ],
  ["--list", 0, "a\nb\n"],
  ["-list extra -topic b|z", 0, "b\n"],
  ["--list --topic nobody", 0, "\n"],
  ["--list --topic a(", 1, `${FAILED}a( is an invalid regex.\n`],
  [
    "--describe --topic a",
    0,
    "Topic: a\tTopicId: ID\tPartitionCount: 2\tReplicationFactor: 1\tConfigs: retention.ms=5\n" +
      "\tTopic: a\tPartition: 0\tLeader: 1\tReplicas: 1\tIsr: 1\tElr: \tLastKnownElr: \n" +
      "\tTopic: a\tPartition: 1\tLeader: 1\tReplicas: 1\tIsr: 1\tElr: \tLastKnownElr: \n",
  ],
  [
    "--describe --topics-with-overrides",
    0,
    "Topic: a\tTopicId: ID\tPartitionCount: 2\tReplicationFactor: 1\tConfigs: retention.ms=5\n",
  ],
  ["--describe --under-replicated-partitions", 0, ""],
  [
    "--describe --at-min-isr-partitions --topic b",
    0,
    "\tTopic: b\tPartition: 0\tLeader: 1\tReplicas: 1\tIsr: 1\tElr: \tLastKnownElr: \n",
  ],
  ["--describe --topic nobody", 1, `${FAILED}Topic 'nobody' does not exist as expected\n`],
  ["--describe --topic nobody --if-exists", 0, ""],
  [
    "--describe --topic-id AAAAAAAAAAAAAAAAAAAAAw",
    1,
    `${FAILED}TopicId 'AAAAAAAAAAAAAAAAAAAAAw' does not exist as expected\n`,
  ],
  ["--alter --topic a --partitions 3", 0, ""],
  ["--alter --topic a --partitions 2", 1, `${FAILED}Topic already has 2 partition(s).\n`],
  [
    "--alter --topic a --partitions 1",
    1,
    `${FAILED}The topic a currently has 2 partition(s); 1 would not be an increase.\n`,
  ],
  [
    "--alter --topic a --partitions 3 --replica-assignment 1,1",
    1,
    `${FAILED}Attempted to add 1 additional partition(s), but only 0 assignment(s) were specified.\n`,
  ],
  ["--alter --topic nobody --partitions 2 --if-exists", 0, ""],
  ["--delete --topic nobody", 1, `${FAILED}Topic 'nobody' does not exist as expected\n`],
  ["--delete --topic a|b", 0, ""],
  ["--version", 0, "4.3.1\n"],
];

for (const [flags, code, out] of told) {
  test(`kafka-topics ${flags}`, async () => {
    assert.deepEqual(await run(await filled(), flags), { code, out, err: "" });
  });
}

/** Flags that are wrong, and the first line of standard error. */
const wrong: readonly (readonly [string, string])[] = [
  [
    "--topic a",
    "Command must include exactly one action: --list, --describe, --create, --alter or --delete",
  ],
  [
    "--create --list",
    "Command must include exactly one action: --list, --describe, --create, --alter or --delete",
  ],
  ["--create", 'Missing required argument "[topic]"'],
  ["--alter --topic a", 'Missing required argument "[partitions]"'],
  ["--list --partitions 3", `Option "[partitions]" can't be used with option "[list]"`],
  ["--create --topic c --if-exists", `Option "[if-exists]" can't be used with option "[create]"`],
  [
    "--create --topic c --partitions 1 --replica-assignment 1",
    `Option "[replica-assignment]" can't be used with option "[partitions]"`,
  ],
  [
    "--alter --topic a --config x=1",
    `Option combination "[[bootstrap-server], [config]]" can't be used with option "[alter]" ` +
      `(To alter topic configurations, the kafka-configs tool can be used.)`,
  ],
  [
    "--describe --topics-with-overrides --at-min-isr-partitions",
    `Option "[at-min-isr-partitions]" can't be used with option "[topics-with-overrides]"`,
  ],
  ["--describe --if-exists", "--topic or --topic-id is required to describe a topic"],
  ["--help", "This tool helps to create, delete, describe, or change a topic."],
  ["--nonsense", "nonsense is not a recognized option"],
  ["--des --topic a", "des is not a recognized option"],
  ["--create --topic", "Option topic requires an argument"],
];

for (const [flags, message] of wrong) {
  test(`kafka-topics ${flags}: is refused on standard error`, async () => {
    const { code, out, err } = await run(await CommandRig.start(), flags);
    assert.deepEqual([code, out, err.split("\n")[0]], [1, "", message]);
    const hasUsage = !/recognized|requires an argument/.test(message);
    assert.equal(err.includes("--bootstrap-server <String"), hasUsage);
  });
}

test("no flags at all, or no server", async () => {
  const rig = await CommandRig.start();
  assert.match(
    (await rig.kafkaTopics("")).err,
    /^Create, delete, describe, or change a topic\.\nOption/,
  );
  assert.equal((await rig.kafkaTopics("--list")).err, "--bootstrap-server must be specified");
});

test("a topic is described by its id, without what Kafka's tool does not ask for then", async () => {
  const rig = await filled();
  const [, id] =
    /TopicId: (\S+)/.exec((await rig.kafkaTopics(`${AT} --describe --topic b`)).out) ?? [];
  const { code, out } = await rig.kafkaTopics(`${AT} --describe --topic-id ${id}`);
  assert.equal(code, 0);
  assert.match(
    out,
    /Topic: b\tPartition: 0\tLeader: 1\tReplicas: 1\tIsr: 1\tElr: N\/A\tLastKnownElr: N\/A\n/,
  );
});

test("settings of --command-config have effect or are refused by name, all at once", async () => {
  const rig = await filled();
  rig.files.set("good", "client.id = me\nrequest.timeout.ms=5000\nsecurity.protocol=PLAINTEXT\n");
  assert.equal((await run(rig, "--list --command-config good")).out, "a\nb\n");
  rig.files.set("bad", "security.protocol=SSL\nsasl.mechanism=PLAIN\n");
  const { code, out, err } = await run(rig, "--list --command-config bad");
  assert.deepEqual([code, out], [1, ""]);
  assert.match(err, /security\.protocol: found 'SSL', expected PLAINTEXT/);
  assert.match(err, /sasl\.mechanism: is not served yet/);
});

test("when nobody answers it fails soon, in a sentence", async () => {
  const rig = await CommandRig.start();
  const { code, out } = await rig.kafkaTopics("--list --bootstrap-server localhost:1");
  assert.equal(code, 1);
  assert.match(out, /^Error while executing topic command : none of localhost:1 answered/);
});
