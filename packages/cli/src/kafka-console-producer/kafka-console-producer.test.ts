// Method: what Apache Kafka 4.3.1's kafka-console-producer wrote and printed for the same input.
import assert from "node:assert/strict";
import { test } from "node:test";
import { CommandRig, type Said } from "../command-rig.test.ts";

const AT = "--bootstrap-server localhost:9092";

async function withTopic(): Promise<CommandRig> {
  const rig = await CommandRig.start();
  await rig.line("topic create t");
  return rig;
}

function producer(rig: CommandRig, flags: string, input: string): Promise<Said> {
  return rig.kafkaTool("kafka-console-producer", `${AT} ${flags}`, input);
}

/** What stands in the topic: headers, key and value of each record. */
async function written(rig: CommandRig): Promise<string> {
  const columns = "--formatter-property print.headers=true --formatter-property print.key=true";
  const read = `--topic t --partition 0 --from-beginning --timeout-ms 2000 ${columns}`;
  return (await rig.kafkaTool("kafka-console-consumer", `${AT} ${read}`)).out;
}

const KEYS = "--reader-property parse.key=true";
const HEADERS = "--reader-property parse.headers=true";
const LENIENT = "--reader-property ignore.error=true --reader-property null.marker=NULL";

const inputs: readonly (readonly [flags: string, input: string, written: string])[] = [
  [
    "",
    "one\r\ntwo\rthree\n\nlast",
    ["one", "two", "three", "", "last"].map((value) => `NO_HEADERS\tnull\t${value}\n`).join(""),
  ],
  [KEYS, "k\tv\tw\n\tx\n", "NO_HEADERS\tk\tv\tw\nNO_HEADERS\t\tx\n"],
  [`${KEYS} --reader-property key.separator=:`, "k:v\n", "NO_HEADERS\tk\tv\n"],
  [
    `${KEYS} ${HEADERS} ${LENIENT}`,
    "h1:v1,h2\tk\tv\nh1:v1,,\tk\tv\nNULL\tNULL\tNULL\nh:NULL\tk\tv\n\tk\tv\nzz\tv",
    "h1:v1,h2:null\tk\tv\nh1:v1\tk\tv\nNO_HEADERS\tnull\tnull\n" +
      "h:null\tk\tv\n:null\tk\tv\nzz:null\tnull\tv\n",
  ],
  ["--sync --compression-codec zstd", "a\nb\n", "NO_HEADERS\tnull\ta\nNO_HEADERS\tnull\tb\n"],
  ["--compression-codec --request-required-acks 0", "a\n", "NO_HEADERS\tnull\ta\n"],
  ["--reader-property parse.key=maybe --timeout 5 --batch-size 1", "a\n", "NO_HEADERS\tnull\ta\n"],
];

for (const [flags, input, expected] of inputs) {
  test(`kafka-console-producer ${flags}: ${JSON.stringify(input)}`, async () => {
    const rig = await withTopic();
    const said = await producer(rig, `--topic t ${flags}`.trim(), input);
    assert.deepEqual(said, { code: 0, out: "", err: "" });
    assert.equal(await written(rig), expected);
  });
}

const wrongLines: readonly (readonly [flags: string, input: string, err: string])[] = [
  [KEYS, "k\tv\nh\n", "No key separator found on line number 2: 'h'"],
  [`${KEYS} ${HEADERS}`, "bad\n", "No headers delimiter found on line number 1: 'bad'"],
  [HEADERS, "h\tv\n", "No header key separator found in pair 'h' on line number 1"],
];

for (const [flags, input, err] of wrongLines) {
  test(`a wrong line ends it with 1, after what came before: ${err}`, async () => {
    const rig = await withTopic();
    assert.deepEqual(await producer(rig, `--topic t ${flags}`, input), { code: 1, out: "", err });
    assert.equal(await written(rig), input.startsWith("k") ? "NO_HEADERS\tk\tv\n" : "");
  });
}

test("a record that fails is told; with --sync it ends it", async () => {
  const rig = await CommandRig.start();
  await rig.line("topic create t --config cleanup.policy=compact");
  const told = await producer(rig, "--topic t", "abc\nde\n");
  assert.equal(told.code, 0);
  assert.match(
    told.err,
    /^Error when sending message to topic t with key: null, value: 3 bytes with error: .*Compacted/,
  );
  assert.equal(told.err.split("\n").length, 2);
  const ended = await producer(rig, "--topic t --sync", "abc\nde\n");
  assert.equal(ended.code, 1);
  assert.equal(ended.err.split("\n").length, 1);
});

test("old names of flags are taken, and told on standard output", async () => {
  const rig = await withTopic();
  const flags =
    "--topic t --property parse.key=true --producer-property linger.ms=3 --max-partition-memory-bytes 9";
  const { code, out } = await producer(rig, flags, "k\tv\n");
  assert.deepEqual(
    [code, out.split("\n")],
    [
      0,
      [
        "Warning: --producer-property is deprecated and will be removed in a future version. Use --command-property instead.",
        "Warning: --property is deprecated and will be removed in a future version. Use --reader-property instead.",
        "Warning: --max-partition-memory-bytes is deprecated and will be removed in Apache Kafka 5.0. Use --batch-size instead.",
        "",
      ],
    ],
  );
  assert.equal(await written(rig), "NO_HEADERS\tk\tv\n");
});

const mistakes: readonly (readonly [flags: string, err: RegExp])[] = [
  ["", /^Missing required argument "\[topic\]"/],
  [
    "--topic t --property a=b --reader-property a=b",
    /^Options --reader-property and --property cannot/,
  ],
  ["--topic t --batch-size x", /^Cannot parse argument 'x' of option batch-size/],
  ["--topic t --request-required-acks 5", /acks: found '5', expected one of all, -1, 0, 1/],
  ["--topic t --compression-codec foo", /compression\.type: found 'foo'/],
  ["--topic t --line-reader a.B", /^--line-reader: found 'a\.B'/],
  [
    "--topic t --reader-property headers.delimiter=,",
    /^headers\.delimiter and headers\.separator may not/,
  ],
  ["--topic t --command-property enable.idempotence=true", /enable\.idempotence: found 'true'/],
  ["--topic t --command-property transactional.id=x", /transactional\.id: is not served yet/],
];

for (const [flags, err] of mistakes) {
  test(`kafka-console-producer ${flags}: is told, and gives 1`, async () => {
    const rig = await withTopic();
    const said = await producer(rig, flags, "x\n");
    assert.deepEqual([said.code, said.out], [1, ""]);
    assert.match(said.err, err);
    assert.equal(await written(rig), "");
  });
}

test("what the flags leave open is read from files", async () => {
  const rig = await withTopic();
  rig.files.set("reader", "parse.key=true\nkey.separator=|\n");
  rig.files.set("producer", "acks=1\nlinger.ms=1\n");
  const flags =
    "--topic t --reader-config reader --command-config producer --reader-property key.separator=:";
  assert.deepEqual(await producer(rig, flags, "a|b:c\n"), { code: 0, out: "", err: "" });
  assert.equal(await written(rig), "NO_HEADERS\ta|b\tc\n");
});
