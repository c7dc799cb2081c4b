import assert from "node:assert/strict";
import type { Check } from "../runner/suite.ts";
import { until } from "../runner/waiting.ts";
import { WireConnection } from "../wire/connection.ts";
import { lineOf } from "../wire/filling.ts";
import { createTopic, readAll } from "../wire/topic.ts";
import type { BothTools } from "./both-tools.ts";

const TOOL = "kafka-console-producer";
const APPENDED_MS = 3_000;
const KEY = "--reader-property parse.key=true";
const HEADERS = "--reader-property parse.headers=true";
const LENIENT = "--reader-property ignore.error=true --reader-property null.marker=NULL";

/** Flags, and lines of standard input. */
const writings: readonly (readonly [words: string, input: string])[] = [
  ["", "one\r\ntwo\rthree\n\nlast"],
  ["", ""],
  ["", "나루 \u{1f6f6}\n"],
  ["--sync", "a\nb\n"],
  ["--compression-codec", "a\n"],
  ["--compression-codec zstd --batch-size 1 --timeout 1", "a\nb\nc\n"],
  ["--compression-codec lz4 --request-required-acks 1", "a\n"],
  ["--compression-codec snappy --request-required-acks 0", "a\n"],
  [KEY, "k\tv\tw\n\tx\n"],
  [`${KEY} --reader-property key.separator=::`, "k::v:w\n"],
  [KEY, "k\tv\nwrong\nk2\tv2\n"],
  [`${KEY} ${LENIENT}`, "k\tv\nonly\nNULL\tNULL\n"],
  [HEADERS, "h:v\tx\nh:v,wrong\tx\n"],
  [HEADERS, "wrong\n"],
  [
    `${KEY} ${HEADERS} ${LENIENT}`,
    "h1:v1,h2\tk\tv\nh1:v1,,\tk\tv\nNULL\tk\tv\nh:NULL\tk\tv\n\tk\tv\nh1:,h2:x:y\tk\tv\nzz\tv",
  ],
  [`${HEADERS} --reader-property null.marker=NULL`, "NULL:v\tx\n"],
  [
    `${HEADERS} --reader-property headers.separator=[,+] --reader-property headers.key.separator==`,
    "a=b+c=d\tx\n",
  ],
  ["--property parse.key=true --producer-property linger.ms=3", "k\tv\n"],
  ["--max-partition-memory-bytes 100 --batch-size 200 --max-memory-bytes 1000000", "a\n"],
  ["--message-send-max-retries 1 --retry-backoff-ms 10 --request-timeout-ms 5000", "a\n"],
  ["--metadata-expiry-ms 1000 --max-block-ms 5000 --socket-buffer-size 1000", "a\n"],
];

const mistakes: readonly string[] = [
  "",
  "--topic t --request-required-acks 5",
  "--topic t --compression-codec foo",
  "--topic t --line-reader foo.Bar",
  "--topic t --batch-size x",
  "--topic t --reader-property headers.delimiter=,",
  "--topic t --reader-property null.marker=:",
  "--topic t --property a=b --reader-property a=b",
  "--topic t --producer-property a=b --command-property a=b",
  "--topic t --producer.config a --command-config a",
  "--topic t --producer.config /nowhere/at/all",
  "--topic t --bogus",
  "--version",
];

/** bin/kafka-console-producer.sh against Kafka's own: each writes to a topic of its own. */
export async function compareConsoleProducers(both: BothTools, check: Check): Promise<void> {
  using connection = await WireConnection.open(both.broker);
  for (const [index, [words, input]] of writings.entries()) {
    await check(`${TOOL} ${words}: ${JSON.stringify(input)}`, async () => {
      const wordsOf = (topic: string): string[] => `--topic ${topic} ${words}`.trim().split(" ");
      const topics = { theirs: `theirs-${index}`, ours: `ours-${index}` };
      for (const topic of Object.values(topics)) await createTopic(connection, topic);
      const [theirs, ours] = await Promise.all([
        both.theirs(TOOL, wordsOf(topics.theirs), input),
        both.ours(TOOL, wordsOf(topics.ours), input),
      ]);
      assert.deepEqual([ours.code, ours.stdout], [theirs.code, theirs.stdout], ours.stderr);
      // With acks 0 a tool ends before its records are there.
      await until("the same records", APPENDED_MS, async () => {
        const written = await writtenTo(connection, topics.ours);
        assert.deepEqual(written, await writtenTo(connection, topics.theirs));
        return true;
      });
    });
  }
  for (const words of mistakes) {
    await check(`${TOOL} ${words}: no`, () =>
      both.same(TOOL, words === "" ? [] : words.split(" "), { input: "x\n" }),
    );
  }
  await check(`${TOOL}: records without keys for a compacted topic`, async () => {
    const create = "--create --topic compacted --config cleanup.policy=compact".split(" ");
    assert.equal((await both.ours("kafka-topics", create)).code, 0);
    await both.same(TOOL, ["--topic", "compacted"], { input: "a\nb\n" });
    await both.same(TOOL, ["--topic", "compacted", "--sync"], { input: "a\nb\n" });
  });
}

/** All records of a topic, but for their times. */
async function writtenTo(connection: WireConnection, topic: string): Promise<string[]> {
  const records = await readAll(connection, { topic, partition: 0 });
  return records.map((record) => lineOf({ ...record, timestamp: 0 }));
}
