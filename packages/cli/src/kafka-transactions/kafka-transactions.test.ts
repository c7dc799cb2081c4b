// Method: what Apache Kafka 4.3.1's kafka-transactions printed for the same words.
import assert from "node:assert/strict";
import { test } from "node:test";
import { CommandRig } from "../command-rig.test.ts";

const AT = "--bootstrap-server localhost:9092";
const PRODUCERS =
  "ProducerId\tProducerEpoch\tLatestCoordinatorEpoch\tLastSequence\tLastTimestamp\t" +
  "CurrentTransactionStartOffset\t\n";
const HANGING =
  "Topic\tPartition\tProducerId\tProducerEpoch\tCoordinatorEpoch\tStartOffset\t" +
  "LastTimestamp\tDuration(min)\t\n";

const told: readonly (readonly [words: string, code: number, out: string, err?: string])[] = [
  [`${AT} describe-producers --topic t --partition 0`, 0, PRODUCERS],
  [`${AT} find-hanging --topic t --max-transaction-timeout 0`, 0, HANGING],
  [`${AT} find-hanging --broker-id=7`, 0, HANGING],
  ["--version", 0, "4.3.1 (Commit:26b251a451ce941d)\n"],
  [
    `${AT} abort --topic t --partition 0 --start-offset 3`,
    1,
    "",
    "Could not find any open transactions starting at offset 3 on partition t-0",
  ],
  [
    `${AT} abort --topic t --partition 0`,
    1,
    "",
    "The transaction to abort must be identified either with --start-offset (for brokers on 3.0 or above) " +
      "or with --producer-id, --producer-epoch, and --coordinator-epoch (for older brokers)",
  ],
  [
    `${AT} abort --topic t --partition 0 --producer-id 3`,
    1,
    "",
    "Missing required argument --producer-epoch",
  ],
  [
    `${AT} find-hanging`,
    1,
    "",
    "The `find-hanging` command requires either --topic or --broker-id to limit the scope of the search",
  ],
  [
    `${AT} find-hanging --partition 0 --broker-id 1`,
    1,
    "",
    "The --partition argument requires --topic to be provided",
  ],
  [
    `${AT} find-hanging --topic nope`,
    1,
    "",
    "Failed to describe 1 topics: This server does not host this topic-partition.. Enable debug logging for additional detail.",
  ],
];

for (const [words, code, out, err = ""] of told) {
  test(`kafka-transactions ${words}`, async () => {
    const rig = await CommandRig.start();
    await rig.line("topic create t");
    assert.deepEqual(await rig.kafkaTool("kafka-transactions", words), { code, out, err });
  });
}

const wrongWords: readonly (readonly [words: string, message: string])[] = [
  ["", "too few arguments"],
  [AT, "too few arguments"],
  ["list", "argument --bootstrap-server is required"],
  [`${AT} describe`, "argument --transactional-id is required"],
  [`${AT} forceTerminateTransaction`, "argument --transactionalId is required"],
  [`${AT} list --bogus`, "unrecognized arguments: '--bogus'"],
  [`${AT} list more`, "unrecognized arguments: 'more'"],
  [`${AT} describe-producers --topic`, "argument --topic: expected one argument"],
  [
    `${AT} describe-producers --topic t --partition x`,
    `argument --partition: could not convert 'x' to Integer (For input string: "x")`,
  ],
  [
    `${AT} abort --topic t --partition 0 --producer-epoch 40000`,
    `argument --producer-epoch: could not convert '40000' to Short (For input string: "40000")`,
  ],
];

for (const [words, message] of wrongWords) {
  test(`kafka-transactions ${words}: ${message}`, async () => {
    const said = await (await CommandRig.start()).kafkaTool("kafka-transactions", words);
    const [usage, error] = said.err.split("\n");
    assert.deepEqual([said.code, said.out], [1, ""]);
    assert.match(usage ?? "", /^usage: kafka-transactions\.sh /);
    assert.equal(error, `kafka-transactions.sh: error: ${message}`);
  });
}

test("an id that was terminated by force is there, with nothing open", async () => {
  const rig = await CommandRig.start();
  const run = (words: string): ReturnType<CommandRig["kafkaTool"]> =>
    rig.kafkaTool("kafka-transactions", `${AT} ${words}`);
  const ended = await run("forceTerminateTransaction --transactionalId rd-1");
  assert.deepEqual(ended, { code: 0, out: "", err: "" });
  const listed = await run("list");
  assert.match(listed.out, /^TransactionalId\tCoordinator\tProducerId\tTransactionState\t\n/);
  assert.match(listed.out, /\nrd-1 {11}\t1 {10}\t\d+ +\tEmpty {11}\t\n$/);
  const described = await run("describe --transactional-id rd-1");
  assert.match(described.out, /\tEmpty {11}\t30000 {15}\tNone {25}\tNone {17}\t {15}\t\n$/);
  const unknown = await run("describe --transactional-id nope");
  assert.equal(
    unknown.err,
    "Failed to describe transaction state of transactional-id `nope`: DescribeTransactions request for " +
      "transactionalId `nope` failed because the ID could not be found. Enable debug logging for additional detail.",
  );
});

test("help stands on standard output, and gives 1 as in Kafka", async () => {
  const rig = await CommandRig.start();
  const all = await rig.kafkaTool("kafka-transactions", "--help");
  assert.equal(all.code, 1);
  assert.match(all.out, /forceTerminateTransaction/);
  const one = await rig.kafkaTool("kafka-transactions", "abort -h");
  assert.match(one.out, /--start-offset/);
});
