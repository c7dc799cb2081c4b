import type { Admin, NewTopic } from "@naru/client";
import type { Io } from "../io.ts";
import { outcomeError } from "./outcome-error.ts";
import type { GivenTopicFlags } from "./flags.ts";
import { replicaAssignment } from "./replica-assignment.ts";

/** --create: one topic. */
export async function create(admin: Admin, given: GivenTopicFlags, io: Io): Promise<void> {
  const topic = newTopic(given);
  const problem = problemOf(topic);
  const [outcome] = problem === undefined ? await admin.createTopics([topic]) : [];
  // Both signs become underscores in metrics' names. Kafka's tool checks configurations first.
  if (/[._]/.test(topic.name) && outcome?.error !== "INVALID_CONFIG") io.out(COLLISION_WARNING);
  if (problem !== undefined) throw new Error(problem);
  if (outcome?.error === "TOPIC_ALREADY_EXISTS" && given.has("if-not-exists")) return;
  if (outcome !== undefined && outcome.error !== "NONE") throw outcomeError(outcome);
  io.out(`Created topic ${topic.name}.`);
}

function problemOf({ partitionCount, replicationFactor }: NewTopic): string | undefined {
  if (partitionCount !== undefined && partitionCount < 1) {
    return "The partitions must be greater than 0";
  }
  if (replicationFactor !== undefined && (replicationFactor < 1 || replicationFactor > 32_767)) {
    return "The replication factor must be between 1 and 32767 inclusive";
  }
  return undefined;
}

function newTopic(given: GivenTopicFlags): NewTopic {
  const name = given.text("topic") ?? "";
  const partitionCount = given.integer("partitions");
  const replicationFactor = given.integer("replication-factor");
  const assignment = given.text("replica-assignment");
  return {
    name,
    configs: configsOf(given),
    ...(partitionCount === undefined ? {} : { partitionCount }),
    ...(replicationFactor === undefined ? {} : { replicationFactor }),
    ...(assignment === undefined ? {} : { assignments: replicaAssignment(assignment) }),
  };
}

function configsOf(given: GivenTopicFlags): Record<string, string> {
  const configs: Record<string, string> = {};
  for (const word of given.all("config")) {
    const equals = word.indexOf("=");
    if (equals < 0 || equals === word.length - 1) {
      throw new Error(
        `requirement failed: Invalid topic config: all configs to be added must be in the format "key=val".`,
      );
    }
    configs[word.slice(0, equals).trim()] = word.slice(equals + 1).trim();
  }
  return configs;
}

const COLLISION_WARNING =
  "WARNING: Due to limitations in metric names, topics with a period ('.') or underscore ('_') could collide. " +
  "To avoid issues it is best to use either, but not both.";
