import type { ToolName } from "../kafka/tools.ts";
import { questions as transactionQuestions } from "../look-alike/transactions.ts";
import type { Asking } from "./four-ways.ts";
import { inNoOrder, withoutIds, withoutNumbers } from "./plainly.ts";

export type Question = readonly [tool: ToolName, words: string, asking?: Asking];

const lines = { input: "one\ntwo\nthree\n" };
const ids = { plain: withoutIds };
const numbers = { plain: (text: string): string => withoutNumbers(withoutIds(text)) };
const status = {
  plain: (text: string): string => numbers.plain(text.replace(/CONTROLLER:[^"]*/, "<endpoint>")),
};
const part = { isPart: true, isTheirsAlone: true } as const;

export const topicQuestions: readonly Question[] = [
  ["kafka-topics", "--create --topic %-first --partitions 3 --config retention.ms=90000"],
  ["kafka-topics", "--create --topic %-second --replica-assignment 1"],
  ["kafka-topics", "--create --topic %-under_score"],
  ["kafka-topics", "--create --if-not-exists --topic %-first"],
  ["kafka-topics", "--create --topic %-first"],
  ["kafka-topics", "--create --topic a/b"],
  ["kafka-topics", "--create --topic %-small --config segment.bytes=1000"],
  ["kafka-topics", "--create --topic %-odd --config no.such.key=1"],
  ["kafka-topics", "--create --topic %-wide --replication-factor 2"],
  ["kafka-topics", "--list --topic %-.*"],
  ["kafka-topics", "--list --exclude-internal --topic %-first|%-second"],
  ["kafka-topics", "--describe --topic %-first", ids],
  ["kafka-topics", "--describe --topic %-second", ids],
  ["kafka-topics", "--describe --topic %-first --topic-id-type nonsense"],
  ["kafka-topics", "--describe --topic %-(first|second) --exclude-internal", ids],
  ["kafka-topics", "--describe --topics-with-overrides --topic %-first", ids],
  ["kafka-topics", "--describe --unavailable-partitions --topic %-first"],
  ["kafka-topics", "--describe --under-min-isr-partitions --topic %-first"],
  ["kafka-topics", "--describe --at-min-isr-partitions --topic %-second", ids],
  ["kafka-topics", "--describe --topic %-nowhere"],
  ["kafka-topics", "--describe --if-exists --topic %-nowhere"],
  ["kafka-topics", "--alter --topic %-first --partitions 5"],
  ["kafka-topics", "--alter --topic %-first --partitions 2"],
  ["kafka-topics", "--alter --topic %-nowhere --partitions 2"],
  ["kafka-topics", "--delete --topic %-under_score"],
  ["kafka-topics", "--delete --topic %-nowhere"],
  ["kafka-topics", "--delete --if-exists --topic %-nowhere"],
];

export const recordQuestions: readonly Question[] = [
  ["kafka-console-producer", "--topic %-second --sync", lines],
  ["kafka-console-consumer", "--topic %-second --group %-reader --from-beginning --max-messages 3"],
  [
    "kafka-console-consumer",
    "--topic %-second --group %-new-reader --command-property group.protocol=consumer --from-beginning --max-messages 3",
    { isTheirsAlone: true },
  ],
  ...["classic", "consumer"].map((protocol): Question => [
    "kafka-verifiable-consumer",
    `--topic %-second --group-id %-verified-${protocol} --group-protocol ${protocol} --reset-policy earliest --max-messages 3`,
    { isTheirsAlone: true, endsProcess: true },
  ]),
  ["kafka-delete-records", "--offset-json-file FOLDER/delete.json"],
  ["kafka-console-consumer", "--topic %-second --partition 0 --offset 1 --max-messages 1"],
  ["kafka-get-offsets", "--topic %-first"],
  ["kafka-get-offsets", "--topic %-nosuch"],
  ["kafka-get-offsets", "--topic-partitions %-first:0-2,%-second:0"],
  ["kafka-get-offsets", "--topic-partitions %-first:-2,%-second:0-"],
  ["kafka-get-offsets", "--topic-partitions %-first:x"],
  ["kafka-get-offsets", "--topic k-simple.orders"],
  ...[
    "earliest",
    "latest",
    "max-timestamp",
    "earliest-local",
    "latest-tiered",
    "3",
    "99999999999999",
  ].map((time): Question => ["kafka-get-offsets", `--topic k-simple.orders --time ${time}`]),
  ["kafka-get-offsets", "--topic %-first --time soon"],
  ["kafka-get-offsets", "--partitions 1 --topic k-simple.orders"],
  ["kafka-get-offsets", "--exclude-internal-topics --topic-partitions k-simple.orders"],
];

const firstTopic = "--entity-type topics --entity-name %-first";
const group = "--entity-type groups --entity-name %-new-live";

export const configQuestions: readonly Question[] = [
  `--alter ${firstTopic} --add-config retention.ms=1000000,cleanup.policy=[compact,delete]`,
  `--describe ${firstTopic}`,
  `--describe ${firstTopic} --all`,
  `--alter ${firstTopic} --add-config nonsense.key=1`,
  `--alter ${firstTopic} --add-config retention.ms=soon`,
  `--alter ${firstTopic} --delete-config cleanup.policy`,
  "--describe --topic %-second",
  "--describe --topic %-nowhere",
  "--describe --entity-type topics",
  "--alter --broker-defaults --add-config log.retention.ms=86400000",
  "--describe --entity-type brokers --entity-default",
  "--describe --entity-type brokers",
  "--alter --broker 1 --add-config message.max.bytes=2000000",
  "--describe --broker 1",
  "--describe --broker 7",
  "--alter --broker 1 --delete-config message.max.bytes",
  "--alter --broker 1 --add-config log.dirs=/elsewhere",
  `--alter ${group} --add-config consumer.session.timeout.ms=50000`,
  `--describe ${group}`,
  `--describe ${group} --all`,
  `--alter ${group} --add-config consumer.session.timeout.ms=1`,
  `--alter ${group} --add-config consumer.heartbeat.interval.ms=soon`,
  `--alter ${group} --add-config nonsense=1`,
  `--alter --group %-nobody --add-config consumer.heartbeat.interval.ms=6000`,
  "--describe --group %-nobody",
  "--describe --group %-simple",
  `--alter ${group} --delete-config consumer.session.timeout.ms`,
  `--describe ${group}`,
  "--describe --entity-type groups",
].map((words) => ["kafka-configs", words, words.includes("--all") ? part : { plain: inNoOrder }]);

export const transactionQuestionsOfBoth: readonly Question[] = transactionQuestions.map((words) => [
  "kafka-transactions",
  words,
  { plain: inNoOrder, isTheirsAlone: true },
]);

export const clusterQuestions: readonly Question[] = [
  ["kafka-features", "describe", { plain: commonFeatures }],
  ["kafka-features", "version-mapping --release-version 4.0"],
  ["kafka-features", "feature-dependencies --feature transaction.version=2"],
  ["kafka-metadata-quorum", "describe --status", status],
  ["kafka-metadata-quorum", "describe --replication", numbers],
  ["kafka-metadata-quorum", "describe --replication --human-readable", numbers],
  ["kafka-cluster", "cluster-id", ids],
  ["kafka-cluster", "list-endpoints", numbers],
  ["kafka-broker-api-versions", "", { ...part, plain: servedApis }],
  ["kafka-log-dirs", "--describe --topic-list k-second", { plain: withoutFolder }],
  ["kafka-log-dirs", "--describe --broker-list 7 --topic-list k-second", { plain: withoutFolder }],
];

export const listedGroups: readonly Question[] = [
  "--list",
  "--list --group-type classic",
  "--list --group-type consumer",
  "--list --group-type nonsense",
  "--list --protocol consumer",
  "--list --consumer",
  "--list --share",
  "--list --streams",
  "--list --consumer --share",
].map((words) => ["kafka-groups", words, { plain: inNoOrder }]);

function withoutFolder(text: string): string {
  return text.replaceAll(/"logDir":"[^"]*"/g, '"logDir":"<folder>"');
}

/** After what counts transactions: how many these are is a matter of time. */
export const performanceQuestions: readonly Question[] = [
  ["kafka-topics", "--create --topic %-perf"],
  [
    "kafka-producer-perf-test",
    "--topic k-perf --num-records 2000 --record-size 100 --throughput -1",
    numbers,
  ],
  [
    "kafka-producer-perf-test",
    "--topic k-perf --num-records 100 --record-size 10 --throughput 500 --transactional-id perf --transaction-duration-ms 50",
    numbers,
  ],
  ["kafka-consumer-perf-test", "--topic k-perf --num-records 2000 --timeout 20000", numbers],
];

/** Kafka's tool ends what is open; ours does so in a suite of its own. */
export const endingQuestions: readonly Question[] = [
  "abort --topic hung --partition 0 --start-offset 1",
  "find-hanging --topic hung",
  "forceTerminateTransaction --transactionalId open",
  "describe --transactional-id open",
  "list",
].map((words) => [
  "kafka-transactions",
  words,
  {
    plain: (text) => inNoOrder(text.replace(/^(.*\t0 *\t)[\d<>a-z]*( *\t\t)$/m, "$1$2")),
    isTheirsAlone: true,
  },
]);

/** Share and streams groups are not served here, nor metadata versions older than Kafka 4.0. */
function commonFeatures(text: string): string {
  return text
    .split("\n")
    .filter((line) => !/^Feature: (share|streams)\.version/.test(line))
    .map((line) => line.replace(/(metadata\.version.*MinVersion: )\S+/, "$1<oldest>"))
    .map((line) => line.replace(/Epoch: \d+/, "Epoch: <n>"))
    .join("\n");
}

function servedApis(text: string): string {
  const lines = text.split("\n").map((line) => line.replace(/,$/, ""));
  return lines.filter((line) => !line.endsWith("UNSUPPORTED")).join("\n");
}
