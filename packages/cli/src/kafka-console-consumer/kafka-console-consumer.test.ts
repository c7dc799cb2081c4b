// Method: what Apache Kafka 4.3.1's kafka-console-consumer printed for the same flags.
import assert from "node:assert/strict";
import { test } from "node:test";
import { CommandRig, type Said } from "../command-rig.test.ts";

const AT = "--bootstrap-server localhost:9092";
const FORMATTERS = "org.apache.kafka.tools.consumer";
const TYPES = "org.apache.kafka.common.serialization";
const TIMED_OUT =
  "Error processing message, terminating consumer process: org.apache.kafka.common.errors.TimeoutException\n";

/** Said of a group, as ours speak the classic protocol. */
const NOTE =
  "The consumer rebalance protocol (KIP-848) is production-ready! Set group.protocol=consumer to try it out. " +
  "See https://kafka.apache.org/documentation/#consumer_rebalance_protocol\n";

async function filled(): Promise<CommandRig> {
  const rig = await CommandRig.start();
  await rig.line("topic create t");
  await rig.line("produce t --null-marker NULL", "a\nb\n");
  await rig.line("produce t --key-separator : --null-marker NULL --header h=1", "k:word\nn:NULL\n");
  return rig;
}

function consumer(rig: CommandRig, flags: string): Promise<Said> {
  return rig.kafkaTool("kafka-console-consumer", `${AT} ${flags}`);
}

/** Runs a line while another one drives the clock. */
function later(rig: CommandRig, delayMs: number, line: string, input = ""): void {
  rig.sim.clock.schedule(delayMs, () => void rig.line(line, input));
}

function processed(count: number): string {
  return `Processed a total of ${count} messages`;
}

const readings: readonly (readonly [flags: string, out: string])[] = [
  ["--partition 0 --from-beginning", "a\nb\nword\nnull\n"],
  ["--partition 0 --offset 2", "word\nnull\n"],
  ["--partition 0 --offset LATEST", ""],
  ["--from-beginning", "a\nb\nword\nnull\n"],
  ["--partition 0 --offset 2 --formatter-property print.key=true", "k\tword\nn\tnull\n"],
  [
    "--partition 0 --offset 1 --formatter-property print.headers=true --formatter-property print.offset=TRUE " +
      "--formatter-property key.separator=| --formatter-property null.literal=NO",
    "Offset:1|NO_HEADERS|b\nOffset:2|h:1|word\nOffset:3|h:1|NO\n",
  ],
  [
    "--partition 0 --offset 3 --formatter-property print.value=false --formatter-property print.epoch=true " +
      "--formatter-property print.delivery=true --formatter-property line.separator=#",
    "Delivery:NOT_PRESENT\tEpoch:NOT_PRESENT#",
  ],
  [
    `--partition 0 --offset 2 --value-deserializer ${TYPES}.IntegerDeserializer`,
    "2003792484\n1853189228\n",
  ],
  [`--partition 0 --offset 0 --formatter ${FORMATTERS}.NoOpMessageFormatter`, ""],
  ["--partition 0 --offset 3 --isolation-level read_committed", "null\n"],
];

for (const [flags, out] of readings) {
  test(`kafka-console-consumer --topic t ${flags}`, async () => {
    const said = await consumer(await filled(), `--topic t ${flags} --timeout-ms 4000`);
    assert.deepEqual([said.code, said.out], [0, out]);
    const first = flags.includes("--partition") ? "" : NOTE;
    assert.equal(
      said.err.replace(/\d messages$/, "? messages"),
      `${first}${TIMED_OUT}Processed a total of ? messages`,
    );
  });
}

test("as many records as were asked for, and no waiting after them", async () => {
  const said = await consumer(
    await filled(),
    "--topic t --partition 0 --from-beginning --max-messages 2",
  );
  assert.deepEqual(said, { code: 0, out: "a\nb\n", err: processed(2) });
});

test("a group goes on where it was, at what was written and no further", async () => {
  const rig = await filled();
  const read = "--topic t --group g --from-beginning";
  assert.equal((await consumer(rig, `${read} --max-messages 3`)).out, "a\nb\nword\n");
  assert.equal((await consumer(rig, `${read} --timeout-ms 4000`)).out, "null\n");
  const [group] = JSON.parse((await rig.line("group describe g --json")).out);
  assert.deepEqual([group.state, group.partitions[0].offset], ["Empty", 4]);
});

test("a group of a name made up for it commits nothing", async () => {
  const rig = await filled();
  await consumer(rig, "--topic t --from-beginning --max-messages 1");
  const [group] = JSON.parse((await rig.line("group list --json")).out);
  assert.match(group.name, /^console-consumer-\d+$/);
  const offsets = await consumer(
    rig,
    `--topic __consumer_offsets --from-beginning --timeout-ms 8000 --formatter ${FORMATTERS}.OffsetsMessageFormatter`,
  );
  assert.equal(offsets.out, "");
});

test("the offsets and the members of a group are told as JSON", async () => {
  const rig = await filled();
  await consumer(rig, "--topic t --from-beginning --group g --max-messages 1");
  const read = "--topic __consumer_offsets --from-beginning --timeout-ms 8000 --formatter";
  const { out } = await consumer(rig, `${read} ${FORMATTERS}.OffsetsMessageFormatter`);
  const { key, value } = JSON.parse(out);
  assert.deepEqual(key, { type: 1, data: { group: "g", topic: "t", partition: 0 } });
  assert.deepEqual(
    [value.version, Object.keys(value.data)],
    [4, ["offset", "leaderEpoch", "metadata", "commitTimestamp", "topicId"]],
  );
  const groups = await consumer(rig, `${read} ${FORMATTERS}.GroupMetadataMessageFormatter`);
  assert.match(groups.out, /^{"key":{"type":2,"data":{"group":"g"}},"value":{"version":3,"data":{/);
  assert.match(groups.out, /"protocol":"range",.*"clientId":"console-consumer",/);
});

test("--include reads the topics whose whole name it matches, and none of Kafka's own", async () => {
  const rig = await filled();
  await rig.line("topic create tt");
  await rig.line("produce tt", "of tt\n");
  const said = await consumer(rig, "--include t|__.* --from-beginning --group g --timeout-ms 8000");
  assert.equal(said.out, "a\nb\nword\nnull\n");
});

test("a topic that comes while it waits is read from its beginning", async () => {
  const rig = await filled();
  const flags =
    "--topic late --from-beginning --max-messages 1 --timeout-ms 60000 --command-property allow.auto.create.topics=false";
  later(rig, 10_000, "topic create late");
  later(rig, 12_000, "produce late", "there\n");
  assert.equal((await consumer(rig, flags)).out, "there\n");
});

test("a record that cannot be read ends it with 1, unless faults are passed over", async () => {
  const rig = await filled();
  const flags = `--topic t --partition 0 --from-beginning --value-deserializer ${TYPES}.IntegerDeserializer`;
  const reason = "Size of data received by IntegerDeserializer is not 4";
  assert.deepEqual(await consumer(rig, flags), {
    code: 1,
    out: "",
    err: `${processed(1)}\n${reason}`,
  });
  const passing = await consumer(rig, `${flags} --skip-message-on-error --max-messages 3`);
  assert.deepEqual([passing.code, passing.out], [0, "2003792484\n"]);
});

test("a static member keeps its place when it goes", async () => {
  const rig = await filled();
  const flags = "--topic t --from-beginning --group g --max-messages 1";
  await consumer(rig, `${flags} --command-property group.instance.id=till-a`);
  const [group] = JSON.parse((await rig.line("group describe g --json")).out);
  assert.deepEqual([group.state, group.memberCount], ["Stable", 1]);
  const again = await consumer(rig, `${flags} --command-property group.instance.id=till-a`);
  assert.equal(again.out, "b\n");
});

test("without a policy for it, a group that has no offset ends it", async () => {
  const { code, out, err } = await consumer(
    await filled(),
    "--topic t --group g --command-property auto.offset.reset=none",
  );
  assert.deepEqual([code, out], [0, ""]);
  assert.match(err, /Undefined offset with no reset policy for partitions: \[t-0\]/);
});

test("a topic that is deleted and made again is read on", async () => {
  const rig = await filled();
  later(rig, 20_000, "topic delete t");
  later(rig, 25_000, "topic create t --partitions 2");
  later(rig, 30_000, "produce t --partition 1", "new\n");
  const properties =
    "--command-property metadata.max.age.ms=2000 --command-property allow.auto.create.topics=false";
  const flags = `--topic t --from-beginning --group g --max-messages 5 --timeout-ms 60000 ${properties}`;
  const { out } = await consumer(rig, flags);
  assert.equal(out, "a\nb\nword\nnull\nnew\n");
});

test("settings of the formatter come from a file, and flags go over them", async () => {
  const rig = await filled();
  rig.files.set("f", "print.key=true\nkey.separator=:\nnull.literal=NO\n");
  const flags = "--topic t --partition 0 --offset 2 --max-messages 2 --formatter-config f";
  const { out } = await consumer(rig, `${flags} --formatter-property null.literal=-`);
  assert.equal(out, "k:word\nn:-\n");
});

test("old names of flags are taken, and told on standard output", async () => {
  const flags = "--topic t --partition 0 --from-beginning --max-messages 1";
  const { out } = await consumer(
    await filled(),
    `${flags} --property print.key=true --consumer-property client.id=x`,
  );
  const notes = out.split("\n");
  assert.match(
    notes[0] ?? "",
    /^Option --consumer-property is deprecated .* Use --command-property/,
  );
  assert.match(notes[1] ?? "", /^Option --property is deprecated .* Use --formatter-property/);
  assert.equal(notes[2], "null\ta");
});

test("a stop ends it as a signal ends a process, with what was read so far", async () => {
  const rig = await filled();
  rig.sim.clock.schedule(9_000, () => rig.stop.abort("SIGTERM"));
  const said = await consumer(rig, "--topic t --from-beginning --enable-systest-events");
  assert.deepEqual(said, {
    code: 143,
    out: "a\nb\nword\nnull\nshutdown_complete\n",
    err: `${NOTE}${processed(4)}`,
  });
});

test("when nobody reads its output any more it leaves the group, and ends well", async () => {
  const rig = await filled();
  rig.sim.clock.schedule(9_000, () => rig.outputEnd.abort());
  const said = await consumer(rig, "--topic t --group g --from-beginning");
  assert.deepEqual(said, {
    code: 0,
    out: "a\nb\nword\nnull\n",
    err: `${NOTE}Unable to write to standard out, closing consumer.\n${processed(4)}`,
  });
  const [group] = JSON.parse((await rig.line("group describe g --json")).out);
  assert.deepEqual([group.state, group.partitions[0].offset], ["Empty", 4]);
});

const mistakes: readonly (readonly [flags: string, err: string])[] = [
  [
    "--topic t --include t",
    "Exactly one of the following arguments is required: [topic], [include]",
  ],
  ["--topic t --offset 3", "The partition is required when offset is specified."],
  ["--include t --partition 0", "The topic is required when partition is specified."],
  [
    "--topic t --partition 0 --offset -3",
    "The provided offset value '-3' is incorrect. Valid values are 'earliest', 'latest', or a non-negative long.",
  ],
  [
    "--topic t --partition 0 --group g",
    "Options group and partition cannot be specified together.",
  ],
  ["--topic t --formatter nope", "nope"],
  ["--topic t --bogus", "bogus is not a recognized option"],
  [
    "--topic t --from-beginning --command-property auto.offset.reset=latest",
    "Can't simultaneously specify --from-beginning and 'auto.offset.reset=latest', please remove one option",
  ],
];

for (const [flags, err] of mistakes) {
  test(`kafka-console-consumer ${flags}: is told, and gives 1`, async () => {
    const said = await consumer(await CommandRig.start(), flags);
    assert.deepEqual([said.code, said.out, said.err.split("\n")[0]], [1, "", err]);
  });
}

test("properties that are not served are refused by name, all of them at once", async () => {
  const rig = await filled();
  rig.files.set("p", "ssl.protocol=TLS\nmax.poll.records=many\n");
  const { code, err } = await consumer(
    rig,
    "--topic t --command-config p --command-property group.protocol=consumer",
  );
  assert.equal(code, 1);
  for (const key of ["ssl.protocol", "max.poll.records", "group.protocol"])
    assert.match(err, new RegExp(key));
});

test("properties that no client of Kafka has are told, and change nothing", async () => {
  const flags =
    "--topic t --partition 0 --from-beginning --max-messages 1 --command-property no.key=1";
  const { code, out, err } = await consumer(await filled(), flags);
  assert.deepEqual([code, out], [0, "a\n"]);
  assert.match(err, /^These configurations '\[no\.key\]' were supplied but are not used\./);
});
