import type { Difference } from "./difference.ts";

/**
 * A difference that is known, and why it is. All that is given must match.
 *
 *   decision  we do otherwise, and mean to
 *   kafka     what Kafka does there is an accident, and no client can depend on it
 *   open      to be done as Kafka does it; the entry goes with the fix
 */
export interface Accepted {
  readonly kind: "decision" | "kafka" | "open";
  readonly api: RegExp;
  readonly path: RegExp;
  readonly naru: RegExp;
  readonly kafka: RegExp;
  /** Where the difference must have been met, when that matters. */
  readonly at?: RegExp;
  readonly because: string;
}

const ANY = /^/;
const REFUSED = new RegExp(
  `^(${[
    "INVALID_RECORD",
    "CORRUPT_MESSAGE",
    "MESSAGE_TOO_LARGE",
    "INVALID_TIMESTAMP",
    "INVALID_REQUIRED_ACKS",
    "UNSUPPORTED_COMPRESSION_TYPE",
    "UNKNOWN_TOPIC_OR_PARTITION",
    "UNKNOWN_SERVER_ERROR",
  ].join("|")})$`,
);

export const accepted: readonly Accepted[] = [
  {
    kind: "kafka",
    api: /^DescribeProducers$/,
    path: /lastTimestamp$/,
    naru: /^\d+$/,
    kafka: /^\d+$/,
    at: /^transactions /,
    because: "After a marker it is the time at which the broker wrote it.",
  },
  {
    kind: "decision",
    api: /^Produce$/,
    path: /errorMessage$/,
    naru: ANY,
    kafka: /^null$/,
    because:
      "We say what was wrong with a batch; Kafka leaves it to the description of the " + "error.",
  },
  {
    kind: "decision",
    api: /^Produce$/,
    path: /errorCode$/,
    naru: /^NONE$/,
    kafka: /^(UNKNOWN_SERVER_ERROR|CORRUPT_MESSAGE|INVALID_RECORD|INVALID_TIMESTAMP)$/,
    at: /field at 21 is [1-4]|(gzip|snappy|lz4|zstd) /,
    because:
      "A compressed batch stays closed (decision 0003): what is wrong inside is not " + "seen.",
  },
  {
    kind: "decision",
    api: /^Produce$/,
    path: /errorCode$/,
    naru: /^INVALID_TIMESTAMP$/,
    kafka: /^NONE$/,
    at: /field at (27|35) is|field at 21 is [1-4]|(gzip|snappy|lz4|zstd) /,
    because:
      "Of a compressed batch we know the timestamps of the header only (decision " + "0003).",
  },
  {
    kind: "decision",
    api: /^Produce$/,
    path: /recordErrors/,
    naru: ANY,
    kafka: ANY,
    at: /field at 21 is [1-4]|(gzip|snappy|lz4|zstd) /,
    because:
      "Of a compressed batch the header is judged, and every record named (decision " + "0003).",
  },
  {
    kind: "kafka",
    api: /^Produce$/,
    path: /recordErrors.*Message$/,
    naru: /^Timestamp -?\d+ of message with offset \d+ is out of range/,
    kafka: /^Timestamp -?\d+ of message with offset \d+ is out of range/,
    because: "Each says the range by its own clock.",
  },
  {
    kind: "kafka",
    api: /^Produce$/,
    path: /logStartOffset$/,
    naru: /^\d+$/,
    kafka: /^-1$/,
    at: /as codec [5-7]|field at 21 is [5-7]/,
    because:
      "Before version 7 Kafka fails at a codec that it does not know before it asks the log, " +
      "and the whole request with it.",
  },
  {
    kind: "decision",
    api: /^batches of /,
    path: ANY,
    naru: /attributes [1-4] /,
    kafka: /attributes [1-4] /,
    because:
      "Kafka opens a compressed batch and puts the largest timestamp right in its " +
      "header; we keep it (decision 0003).",
  },
  {
    kind: "kafka",
    api: /^batches of /,
    path: ANY,
    naru: /attributes 1[2-9]\d /,
    kafka: /attributes (8|9|1[0-2]) /,
    because: "Kafka clears attribute bits without a meaning where it stamps its own time.",
  },
  {
    kind: "decision",
    api: /^Produce$/,
    path: /errorCode$/,
    naru: /^INVALID_RECORD$/,
    kafka: /^NONE$/,
    at: /byte \d+ \d+ is|field at 57/,
    because: "Offset deltas that do not follow each other are refused, compressed or not.",
  },
  {
    kind: "kafka",
    api: /^Produce$/,
    path: /errorCode$/,
    naru: REFUSED,
    kafka: /^UNKNOWN_SERVER_ERROR$/,
    because: "An exception inside Kafka on damaged bytes; we say that they are damaged.",
  },
  {
    kind: "kafka",
    api: /^Produce$/,
    path: /errorCode$/,
    naru: REFUSED,
    kafka: REFUSED,
    because: "Both refuse what is wrong in two ways; which of the two is told first differs.",
  },
  {
    kind: "kafka",
    api: /^Fetch$/,
    path: /abortedTransactions/,
    naru: /^(null|missing)$/,
    kafka: /^(0|missing)$/,
    because: "Where a partition has an error, no list or an empty one.",
  },
  {
    kind: "kafka",
    api: /^ListOffsets$/,
    path: /(timestamp|offset|leaderEpoch)$/,
    naru: /^\d+$/,
    kafka: /^-1$/,
    at: /^offsets.*after DeleteRecords|^(after|restart) /,
    because:
      "After DeleteRecords Kafka looks for a time in the first segment that is new " +
      "enough, and gives up when what it finds there is deleted.",
  },
  {
    kind: "decision",
    api: /^ListOffsets$/,
    path: /errorCode$/,
    naru: /^UNKNOWN_LEADER_EPOCH$/,
    kafka: /^(NONE|UNKNOWN_TOPIC_OR_PARTITION)$/,
    because: "Replicas are not served yet: a replica id of a broker is refused.",
  },
  {
    kind: "kafka",
    api: /^ListOffsets$/,
    path: /, 2\]/,
    naru: /^(INVALID_REQUEST|missing|-?\d+)$/,
    kafka: /^missing$/,
    because:
      "A partition that is asked for twice gets one error from Kafka, from us one for " + "each.",
  },
  {
    kind: "kafka",
    api: /^ListOffsets$/,
    path: /leaderEpoch$/,
    naru: /^\d+$/,
    kafka: /^-1$/,
    at: /^after kill/,
    because:
      "After DeleteRecords and a kill Kafka's log starts before its epochs do, and it " +
      "knows no epoch there.",
  },
  {
    kind: "kafka",
    api: /AlterConfigs$/,
    path: /\[(2|0|99) [^\]]?\]\.error(Code|Message)$/,
    naru: /^(INVALID_REQUEST|Unknown resource type \d+|Default topic resources .*)$/,
    kafka: /^(INVALID_CONFIG|UNKNOWN_SERVER_ERROR|.*(not supported|duplicate|SUBTRACT|APPEND).*)$/,
    because: "A resource that cannot be, with a setting that cannot be: which is told first.",
  },
  {
    kind: "decision",
    api: /Configs$/,
    path: /\[8 /,
    naru: ANY,
    kafka: ANY,
    because: "Log levels of single loggers are not served yet.",
  },
  {
    kind: "kafka",
    api: /^DescribeConfigs$/,
    path: /\[log\.dirs\]/,
    naru: /^\//,
    kafka: /^\//,
    because: "Each has a folder of its own.",
  },
  {
    kind: "kafka",
    api: /^DescribeTopicPartitions$/,
    path: ANY,
    naru: ANY,
    kafka: /^(UNKNOWN_SERVER_ERROR|missing|null)$/,
    because: "An empty topic name makes Kafka fail the whole request.",
  },
];

/** The rules that some difference was accepted by, since the start. */
export const met = new Set<Accepted>();

/** The rule that accepts a difference; undefined when it is a failure. */
export function acceptedBy(difference: Difference): Accepted | undefined {
  const rule = accepted.find(
    ({ api, path, naru, kafka, at }) =>
      api.test(difference.api) &&
      path.test(difference.path) &&
      naru.test(difference.naru) &&
      kafka.test(difference.kafka) &&
      (at === undefined || at.test(difference.at)),
  );
  if (rule !== undefined) met.add(rule);
  return rule;
}
