import assert from "node:assert/strict";
import type { Check } from "../runner/suite.ts";
import type { BothTools } from "./both-tools.ts";

const TOOL = "kafka-console-consumer";
const TYPES = "org.apache.kafka.common.serialization";
const FORMATTERS = "org.apache.kafka.tools.consumer";

/** Lines for `read`, with headers, keys and nulls: six records in partition 0. */
const INPUT =
  "h1:v1,h2:NUL|k1;one\nNUL|NUL;two\nh:|k;\nNUL|1234;5678\nNUL|k2;NUL\nNUL|k3;last word\n";
const INPUT_WORDS =
  "--reader-property parse.key=true --reader-property key.separator=; --reader-property parse.headers=true " +
  "--reader-property headers.delimiter=| --reader-property null.marker=NUL";

/** Readings of one partition, without a group: they end by a number, or by a time-out. */
const readings: readonly string[] = [
  "--from-beginning --max-messages 6",
  "--offset 2 --max-messages 2",
  "--offset EARLIEST --max-messages 0",
  "--offset latest --timeout-ms 700",
  "--timeout-ms 700",
  "--offset 99 --timeout-ms 700",
  "--from-beginning --max-messages 3 --enable-systest-events",
  "--from-beginning --timeout-ms 3000 --isolation-level read_committed",
  "--from-beginning --max-messages 6 --formatter-property print.key=true",
  "--from-beginning --max-messages 6 --property print.key=true --consumer-property client.id=x",
  "--from-beginning --max-messages 6 --formatter-property print.timestamp=true --formatter-property print.partition=true",
  "--from-beginning --max-messages 6 --formatter-property print.offset=true --formatter-property print.headers=true",
  "--from-beginning --max-messages 6 --formatter-property print.delivery=true --formatter-property print.epoch=TRUE",
  "--from-beginning --max-messages 6 --formatter-property print.value=false --formatter-property print.key=true",
  "--from-beginning --max-messages 6 --formatter-property print.value=false",
  "--from-beginning --max-messages 6 --formatter-property print.headers=true --formatter-property key.separator=~ " +
    "--formatter-property line.separator=# --formatter-property headers.separator=+ --formatter-property null.literal=NO",
  `--from-beginning --max-messages 6 --formatter ${FORMATTERS}.NoOpMessageFormatter`,
  `--from-beginning --max-messages 6 --formatter ${FORMATTERS}.LoggingMessageFormatter --formatter-property print.key=true`,
  `--from-beginning --max-messages 6 --key-deserializer ${TYPES}.StringDeserializer --formatter-property print.key=true`,
  `--from-beginning --max-messages 6 --value-deserializer ${TYPES}.BytesDeserializer`,
  `--from-beginning --max-messages 6 --value-deserializer ${TYPES}.ByteBufferDeserializer`,
  `--offset 3 --max-messages 1 --value-deserializer ${TYPES}.IntegerDeserializer`,
  `--offset 3 --max-messages 1 --value-deserializer ${TYPES}.FloatDeserializer`,
  `--offset 4 --max-messages 1 --value-deserializer ${TYPES}.IntegerDeserializer`,
  `--from-beginning --max-messages 6 --value-deserializer ${TYPES}.LongDeserializer`,
  `--from-beginning --timeout-ms 3000 --skip-message-on-error --value-deserializer ${TYPES}.IntegerDeserializer`,
  `--from-beginning --timeout-ms 3000 --skip-message-on-error --value-deserializer ${TYPES}.ShortDeserializer`,
  `--from-beginning --max-messages 1 --value-deserializer ${TYPES}.UUIDDeserializer`,
  `--from-beginning --max-messages 1 --value-deserializer ${TYPES}.VoidDeserializer`,
];

const mistakes: readonly string[] = [
  "",
  "--topic read --include read",
  "--topic read --offset 3",
  "--include read --partition 0",
  "--topic read --partition 0 --offset 3 --from-beginning",
  "--topic read --partition 0 --offset -3",
  "--topic read --partition 0 --offset soon",
  "--topic read --partition 0 --group g",
  "--topic read --partition x",
  "--topic read --group g --command-property group.id=h",
  "--topic read --consumer-property a=b --command-property a=b",
  "--topic read --consumer.config a --command-config a",
  "--topic read --property a=b --formatter-property a=b",
  "--topic read --command-property auto.offset.reset=latest --from-beginning",
  "--topic read --formatter nope",
  "--topic read --command-config /nowhere/at/all",
  "--topic read --isolation-level none",
  "--topic read --bogus",
  "--topic read --command-property max.poll.records=many",
  "--version",
];

/** bin/kafka-console-consumer.sh against Kafka's own. */
export async function compareConsoleConsumers(both: BothTools, check: Check): Promise<void> {
  await check("six records to read", async () => {
    const topic = "--create --topic read --partitions 1".split(" ");
    assert.equal((await both.theirs("kafka-topics", topic)).code, 0);
    const words = `--topic read ${INPUT_WORDS}`.split(" ");
    const { code, stderr } = await both.theirs("kafka-console-producer", words, INPUT);
    assert.equal(code, 0, stderr);
  });
  for (const words of readings) {
    await check(`${TOOL} ${words}`, () =>
      both.same(TOOL, `--topic read --partition 0 ${words}`.split(" ")),
    );
  }
  for (const words of mistakes) {
    await check(`${TOOL} ${words}: no`, () =>
      both.same(TOOL, words === "" ? [] : words.split(" ")),
    );
  }
  await compareGroups(both, check);
}

/** Each tool reads as a group of its own; then both read what the two groups have left behind. */
async function compareGroups(both: BothTools, check: Check): Promise<void> {
  const groupWords = (group: string, words: string): string[] =>
    `--topic read --group ${group} ${words}`.split(" ");
  for (const words of [
    "--from-beginning --max-messages 4",
    "--from-beginning --max-messages 2 --timeout-ms 30000",
    "--timeout-ms 3000",
  ]) {
    await check(`${TOOL} --group ${words}`, async () => {
      const [theirs, ours] = await Promise.all([
        both.theirs(TOOL, groupWords("theirs", words)),
        both.ours(TOOL, groupWords("ours", words)),
      ]);
      assert.deepEqual([ours.code, ours.stdout], [theirs.code, theirs.stdout], ours.stderr);
    });
  }
  await check("both groups are at the same offset, and empty", async () => {
    const offsets = async (group: string): Promise<string> => {
      const words = `--describe --group ${group} --offsets`.split(" ");
      const { stdout } = await both.theirs("kafka-consumer-groups", words);
      return stdout.replaceAll(/^(GROUP|ours|theirs) */gm, "");
    };
    assert.equal(await offsets("ours"), await offsets("theirs"));
  });
  const read =
    "--topic __consumer_offsets --partition 0 --from-beginning --timeout-ms 3000 --formatter";
  for (const name of ["OffsetsMessageFormatter", "GroupMetadataMessageFormatter"]) {
    await check(`${TOOL} with ${name}`, () =>
      both.same(TOOL, `${read} ${FORMATTERS}.${name}`.split(" "), { code: 0 }),
    );
  }
  for (const words of [
    "--include rea.|nothing --from-beginning --max-messages 6 --timeout-ms 30000",
    "--topic read --from-beginning --max-messages 6 --timeout-ms 30000",
  ]) {
    await check(`${TOOL} ${words}, in a group of any name`, () =>
      both.same(TOOL, words.split(" ")),
    );
  }
}
