// Goal: Apache Kafka 4.3.1's own answers, word for word, stream by stream, with its exit codes.
// Method: what its kafka-consumer-groups printed for the same flags, captured from a real one.
import assert from "node:assert/strict";
import { test } from "node:test";
import { CommandRig, type Said } from "../command-rig.test.ts";

const AT = "--bootstrap-server localhost:9092";

function run(rig: CommandRig, flags: string): Promise<Said> {
  return rig.kafkaTool("kafka-consumer-groups", `${AT} ${flags}`);
}

/** Topic orders with 10, 0 and 0 records; group g at 4 in partition 0 and 0 in partition 1. */
async function filled(): Promise<CommandRig> {
  const rig = await CommandRig.start();
  await rig.line("topic create orders --partitions 3");
  await rig.line("topic create quiet");
  const lines = Array.from({ length: 10 }, (_, index) => `line ${index}\n`).join("");
  await rig.line("produce orders --partition 0", lines);
  rig.files.set("plan", "orders,0,4\norders,1,0\n");
  await run(rig, "--reset-offsets --group g --from-file plan --execute");
  return rig;
}

const NO_MEMBERS = "\nConsumer group 'g' has no active members.";
const RESET = "\nGROUP           TOPIC           PARTITION  NEW-OFFSET\n";
const FAILED = "\nError: Executing consumer group command failed due to ";
const NOT_FOUND = "org.apache.kafka.common.errors.GroupIdNotFoundException: ";

/** Flags, standard output, standard error; the exit code is 0. */
const told: readonly (readonly [string, string, string?])[] = [
  ["--list", "g\n"],
  [
    "--list --state",
    "GROUP                     STATE               \ng                         Empty               \n",
  ],
  [
    "--list --type classic --state empty,stable",
    "GROUP                     TYPE                 STATE               \n" +
      "g                         Classic              Empty               \n",
  ],
  ["--list --state stable", "GROUP                     STATE               \n"],
  [
    "--describe --group g",
    "\nGROUP           TOPIC           PARTITION  CURRENT-OFFSET  LOG-END-OFFSET  LAG            " +
      " CONSUMER-ID     HOST            CLIENT-ID\n" +
      "g               orders          0          4               10              6               -               -               -\n" +
      "g               orders          1          0               0               0               -               -               -\n",
    NO_MEMBERS,
  ],
  [
    "--describe --all-groups --offsets --verbose",
    "\nGROUP           TOPIC           PARTITION  LEADER-EPOCH    CURRENT-OFFSET  LOG-END-OFFSET " +
      " LAG             CONSUMER-ID     HOST            CLIENT-ID\n" +
      "g               orders          0          -               4               10             " +
      " 6               -               -               -\n" +
      "g               orders          1          -               0               0              " +
      " 0               -               -               -\n",
    NO_MEMBERS,
  ],
  [
    "--describe --group g --members",
    "\nGROUP           CONSUMER-ID     HOST            CLIENT-ID       #PARTITIONS     \n",
    NO_MEMBERS,
  ],
  [
    "--describe --group g --state",
    "\nGROUP           COORDINATOR (ID)          ASSIGNMENT-STRATEGY  STATE                #MEMBERS\n" +
      "g               localhost:9092  (1)       -                    Empty                0\n",
    NO_MEMBERS,
  ],
  [
    "--describe --group g --state --verbose",
    "\nGROUP           COORDINATOR (ID)          ASSIGNMENT-STRATEGY  STATE               " +
      " GROUP-EPOCH     TARGET-ASSIGNMENT-EPOCH   #MEMBERS\n" +
      "g               localhost:9092  (1)       -                    Empty                -               -                         0\n",
    NO_MEMBERS,
  ],
  ["--describe --group nobody", `${FAILED}${NOT_FOUND}Group nobody not found.\n`],
  [
    "--reset-offsets --group g --topic orders:0 --shift-by -3 --dry-run",
    `${RESET}g               orders          0          1\n`,
  ],
  [
    "--reset-offsets --group g --all-topics --to-latest --dry-run",
    `${RESET}g               orders          0          10\ng               orders          1          0\n`,
  ],
  [
    "--reset-offsets --group fresh --topic orders:0,1 --to-current --execute",
    `${RESET}fresh           orders          0          10\nfresh           orders          1          0\n`,
  ],
  [
    "--reset-offsets --group g --topic orders --to-current --export --dry-run",
    "orders,0,4\norders,1,0\norders,2,0\n\n",
  ],
  [
    "--reset-offsets --group g --group h --topic orders:0 --to-earliest --export --dry-run",
    "g,orders,0,0\nh,orders,0,0\n\n",
  ],
  [
    "--reset-offsets --group g --topic orders:0 --to-datetime 2001-01-01T00:00:00.000Z --dry-run",
    `${RESET}g               orders          0          0\n`,
  ],
  [
    "--reset-offsets --group g --topic orders:0 --by-duration P9999D --dry-run",
    `${RESET}g               orders          0          0\n`,
  ],
  [
    "--reset-offsets --group g --topic quiet --by-duration PT1H --dry-run",
    "\nWarn: Partition 0 from topic quiet is empty. Falling back to latest known offset.\n" +
      `${RESET}g               quiet           0          0\n`,
  ],
  [
    "--reset-offsets --group g --topic nosuch --to-earliest --dry-run",
    `${FAILED}This server does not host this topic-partition.\n`,
  ],
  [
    "--reset-offsets --group g --topic orders:7 --to-earliest --dry-run",
    `${FAILED}The partitions "orders-7" do not exist\n`,
  ],
  [
    "--reset-offsets --group other --from-file plan2 --dry-run",
    `\nError: No reset plan for group other found\n${RESET}`,
  ],
  [
    "--delete-offsets --group g --topic orders",
    "Request succeeded for deleting offsets from group g.\n\n" +
      "TOPIC           PARTITION  STATUS         \n" +
      "orders          0          Successful     \n" +
      "orders          1          Successful     \n" +
      "orders          2          Successful     \n",
  ],
  [
    "--delete-offsets --group nobody --topic orders:0",
    "\nError: The group id does not exist.\n\nTOPIC           PARTITION  STATUS         \n" +
      `orders          0          Error: ${NOT_FOUND}The group id does not exist.\n`,
  ],
  [
    "--delete-offsets --group g --topic nosuch",
    "Request succeeded for deleting offsets from group g.\n\n" +
      "TOPIC           PARTITION  STATUS         \n" +
      "nosuch          -          Error: org.apache.kafka.common.errors.UnknownTopicOrPartitionException: " +
      "This server does not host this topic-partition.\n",
  ],
  [
    "--reset-offsets --group g --topic nosuch:0 --to-latest --dry-run",
    `${FAILED}java.util.concurrent.ExecutionException: org.apache.kafka.common.errors.` +
      "UnknownTopicOrPartitionException: This server does not host this topic-partition.\n",
  ],
  [
    "--reset-offsets --group g --topic orders --to-datetime bogus --dry-run",
    `${FAILED}java.text.ParseException: Error parsing timestamp. It does not contain a 'T' according to ISO8601 format\n`,
  ],
  [
    "--reset-offsets --group g --topic orders --by-duration bogus --dry-run",
    `${FAILED}Text cannot be parsed to a Duration\n`,
  ],
  ["--delete --group g", "Deletion of requested consumer groups ('g') was successful.\n"],
  [
    "--delete --group g --group nobody",
    "\nError: Deletion of some consumer groups failed:\n" +
      `* Group 'nobody' could not be deleted due to: ${NOT_FOUND}The group id does not exist.\n` +
      "\nThese consumer groups were deleted successfully: 'g'\n",
  ],
  ["--version", "4.3.1\n"],
];

for (const [flags, out, err = ""] of told) {
  test(`kafka-consumer-groups ${flags}`, async () => {
    const rig = await filled();
    rig.files.set("plan2", "g,orders,0,1\n");
    assert.deepEqual(await run(rig, flags), { code: 0, out, err });
  });
}

test("a reset past the end goes to the end, and a warning says so", async () => {
  const rig = await filled();
  const said = await run(
    rig,
    "--reset-offsets --group g --topic orders:0 --to-offset 99 --execute",
  );
  assert.equal(said.out, `${RESET}g               orders          0          10\n`);
  assert.match(said.err, /^\[[-\d]+ [:,\d]+\] WARN New offset \(99\) is higher than latest offset/);
  assert.ok(
    said.err.endsWith(
      "for topic partition orders-0. Value will be set to 10 (org.apache.kafka.tools.OffsetsUtils)",
    ),
  );
  assert.match((await run(rig, "--describe --group g")).out, /orders +0 +10 +10 +0 /);
});

const MISSING_EXECUTE = "WARN: No action will be performed as the --execute option is missing.";

/** Flags that are wrong, and the first line of standard error. */
const wrong: readonly (readonly [string, string])[] = [
  ["", "Command must include exactly one action: --list, --describe, --delete, --reset-offsets"],
  ["--describe", "Option [describe] takes one of these options: [group], [all-groups]"],
  [
    "--describe --group a --members --state",
    "Option [describe] takes at most one of these options: [members], [offsets], [state]",
  ],
  ["--describe --group a --state stable", "Option [describe] does not take a value for [state]"],
  ["--delete", "Option [delete] takes one of these options: [group], [all-groups]"],
  [
    "--delete --group a --topic b",
    "The consumer does not support topic-specific offset deletion from a consumer group.",
  ],
  [
    "--delete-offsets --group a",
    "Option [delete-offsets] takes the following options: [group], [topic]",
  ],
  [
    "--reset-offsets --group a --topic t --dry-run --execute --to-earliest",
    "Option [reset-offsets] only accepts one of [execute] and [dry-run]",
  ],
  [
    "--reset-offsets --topic t --dry-run --to-earliest",
    "Option [reset-offsets] takes one of these options: [all-groups], [group]",
  ],
  [
    "--reset-offsets --dry-run --group a --topic t --to-earliest --to-latest",
    `Option "[to-earliest]" can't be used with option "[to-latest]"`,
  ],
  [
    "--reset-offsets --dry-run --group a --topic orders",
    "Option '[reset-offsets]' requires one of the following scenarios: [[to-datetime], [from-file], " +
      "[shift-by], [to-offset], [to-earliest], [to-current], [to-latest], [by-duration]]",
  ],
  [
    "--reset-offsets --dry-run --group a --to-earliest",
    "One of the reset scopes should be defined: --all-topics, --topic.",
  ],
  ["--reset-offsets --group a --topic orders", MISSING_EXECUTE],
  [
    "--reset-offsets --group a --topic orders --shift-by 1 --dry-run",
    "Cannot shift offset for partition orders-0 since there is no current committed offset",
  ],
  [
    "--group a --all-groups --describe",
    `Option "[group]" can't be used with option "[all-groups]"`,
  ],
  ["--list --group a", `Option "[group]" can't be used with option "[list]"`],
  ["--list --topic a", `Option "[topic]" can't be used with option "[list]"`],
  [
    "--list --state bogus",
    "Invalid state list 'bogus'. Valid states are: Stable, PreparingRebalance, Dead, Empty, Assigning, " +
      "CompletingRebalance, Reconciling",
  ],
  ["--list --type bogus", "Invalid types list 'bogus'. Valid types are: Consumer, Classic"],
  [
    "--list --members",
    "Option(s) [members] are unavailable given other options on the command line",
  ],
  ["--validate-regex", "Option validate-regex requires an argument"],
  [
    "--validate-regex x --list",
    "Command must include exactly one action: --list, --describe, --delete, --reset-offsets, --delete-offsets, --validate-regex",
  ],
  ["--help", "This tool helps to list all consumer groups, describe a consumer group"],
];

for (const [flags, message] of wrong) {
  test(`kafka-consumer-groups ${flags}: is refused on standard error`, async () => {
    const rig = await CommandRig.start();
    await rig.line("topic create orders");
    const { code, out, err } = await run(rig, flags);
    assert.ok((err.split("\n")[0] ?? "").startsWith(message), err.slice(0, 300));
    assert.deepEqual([code, out], [1, ""]);
  });
}

for (const [regex, verdict] of [
  ["ord.*", "valid"],
  ["ord(?=x)", "invalid: invalid or unsupported Perl syntax"],
]) {
  test(`kafka-consumer-groups --validate-regex ${regex}: it is ${verdict}`, async () => {
    const rig = await CommandRig.start();
    const said = await rig.kafkaTool("kafka-consumer-groups", `--validate-regex ${regex}`);
    const out = `The regular expression \`${regex}\` is ${verdict}.\n`;
    assert.deepEqual(said, { code: 0, out, err: "" });
  });
}
