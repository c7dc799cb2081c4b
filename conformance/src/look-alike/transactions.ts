import assert from "node:assert/strict";
import type { Check } from "../runner/suite.ts";
import type { BothTools } from "./both-tools.ts";

const TOOL = "kafka-transactions";

/** What is answered, and changes nothing. */
export const questions: readonly string[] = [
  "list",
  "list --transactional-id-pattern o.*",
  "list --transactional-id-pattern nobody",
  "list --duration-filter 3600000",
  "list --duration-filter -1",
  "describe --transactional-id ended",
  "describe-producers --topic hung --partition 0",
  "describe-producers --topic hung --partition 0 --broker-id 1",
  "find-hanging --topic hung",
  "find-hanging --topic hung --partition 0",
  "find-hanging --broker-id 1",
  "find-hanging --broker-id 7",
  "find-hanging --topic hung --max-transaction-timeout 90",
  "--version",
];

/** What ends with exit code 1. */
const mistakes: readonly string[] = [
  "describe --transactional-id nobody",
  "find-hanging --topic nowhere",
  "abort --topic hung --partition 0 --start-offset 99",
  "",
  "bogus",
  "describe",
  "describe-producers --topic hung",
  "describe-producers --topic hung --partition x",
  "abort --topic hung --partition 0",
  "abort --topic hung --partition 0 --producer-id 3",
  "abort --topic hung --partition 0 --producer-id 3 --producer-epoch 0",
  "find-hanging",
  "find-hanging --partition 0 --broker-id 1",
  "forceTerminateTransaction",
  "list --transactional-id-pattern (",
  "--command-config /nowhere/at/all list",
];

/** bin/kafka-transactions.sh against Kafka's own, where one transaction hangs and one is open. */
export async function compareTransactions(both: BothTools, check: Check): Promise<void> {
  for (const words of questions) {
    await check(`${TOOL} ${words}`, () => both.same(TOOL, words.split(" "), { code: 0 }));
  }
  for (const words of mistakes) {
    await check(`${TOOL} ${words}: no`, () =>
      both.same(TOOL, words === "" ? [] : words.split(" "), { code: 1 }),
    );
  }
  await check(`${TOOL} describe of what is open`, () =>
    both.same(TOOL, ["describe", "--transactional-id", "open"], { plain: withoutDuration }),
  );
  await check(`${TOOL} abort, and nothing hangs any more`, async () => {
    const aborted = await both.ours(
      TOOL,
      "abort --topic hung --partition 0 --start-offset 1".split(" "),
    );
    assert.deepEqual([aborted.code, aborted.stdout], [0, ""], aborted.stderr);
    const found = await both.theirs(TOOL, "find-hanging --topic hung".split(" "));
    assert.equal(found.stdout.trimEnd().split("\n").length, 1, found.stdout);
  });
  await check(`${TOOL} forceTerminateTransaction`, async () => {
    const words = "forceTerminateTransaction --transactionalId open".split(" ");
    const ended = await both.ours(TOOL, words);
    assert.deepEqual([ended.code, ended.stdout], [0, ""], ended.stderr);
    const { stdout } = await both.theirs(TOOL, "describe --transactional-id open".split(" "));
    assert.match(stdout, /\tEmpty *\t/);
    await both.same(TOOL, ["list"]);
  });
  await check("the transactions' own topic, as JSON", () => {
    const read = "--topic __transaction_state --partition 0 --from-beginning --timeout-ms 1500";
    const formatter = "org.apache.kafka.tools.consumer.TransactionLogMessageFormatter";
    return both.same("kafka-console-consumer", `${read} --formatter ${formatter}`.split(" "));
  });
}

/** The line of a description without how long its transaction has been open: time goes on. */
function withoutDuration(stdout: string): string {
  const lines = stdout.split("\n").map((line) => line.split("\t"));
  const column = lines[0]?.findIndex((title) => title.trim() === "TransactionDurationMs");
  return lines.map((cells) => cells.filter((_, index) => index !== column).join("\t")).join("\n");
}
