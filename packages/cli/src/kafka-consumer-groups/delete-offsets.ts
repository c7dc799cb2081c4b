import type { Admin, PartitionOutcome, TopicPartition } from "@naru/client";
import { ProtocolError } from "@naru/protocol";
import { sorted } from "../group/group-lag.ts";
import type { Io } from "../io.ts";
import { columns } from "../kafka-tool/columns.ts";
import { javaException, javaMessage } from "../kafka-tool/java-exception.ts";
import type { Given } from "./flags.ts";
import { topicArgument } from "./topic-argument.ts";

/** --delete-offsets: a line for each partition, with what became of it. */
export async function deleteOffsets(admin: Admin, given: Given, io: Io): Promise<void> {
  const groupId = given.text("group") ?? "";
  const { partitions, unknown } = await placesOf(admin, given.all("topic"));
  let outcomes: PartitionOutcome[];
  try {
    outcomes = await admin.deleteGroupOffsets(groupId, partitions);
    const hasFailed = outcomes.some(({ error }) => error !== "NONE");
    if (hasFailed) {
      io.out("");
      io.out("Error: Encountered some partition-level error, see the follow-up details.");
    } else {
      io.out(`Request succeeded for deleting offsets from group ${groupId}.`);
    }
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error;
    // What holds for the group holds for each of its partitions.
    outcomes = partitions.map((partition) => ({ ...partition, error: error.code }));
    io.out("");
    io.out(`Error: ${javaMessage(error.code)}`);
  }
  const all = sorted([...outcomes, ...unknown]);
  const rows = all.map(({ topic, partition, error }) => [
    topic,
    partition < 0 ? "-" : String(partition),
    error === "NONE" ? "Successful" : `Error: ${javaException(error)}`,
  ]);
  const topicWidth = Math.max(15, ...rows.map(([topic = ""]) => topic.length));
  io.out("");
  const table = [["TOPIC", "PARTITION", "STATUS"], ...rows];
  for (const row of table) for (const line of columns([row], [topicWidth, 10, 15])) io.out(line);
}

interface Places {
  readonly partitions: readonly TopicPartition[];
  /** Topics that do not exist, as partition -1: the group is not asked about them. */
  readonly unknown: readonly PartitionOutcome[];
}

async function placesOf(admin: Admin, words: readonly string[]): Promise<Places> {
  const partitions: TopicPartition[] = [];
  const unknown: PartitionOutcome[] = [];
  for (const { topic, partitions: named } of words.map(topicArgument)) {
    const [view] = named === null ? await admin.describeTopics([topic]) : [];
    if (view !== undefined && view.error !== "NONE") {
      unknown.push({ topic, partition: -1, error: view.error });
    }
    const indexes = named ?? view?.partitions.map(({ index }) => index) ?? [];
    partitions.push(...indexes.map((partition) => ({ topic, partition })));
  }
  return { partitions: sorted(partitions), unknown };
}
