import type { Admin } from "@naru/client";
import { outcomeError } from "./outcome-error.ts";
import type { GivenTopicFlags } from "./flags.ts";
import { replicaAssignment } from "./replica-assignment.ts";
import { matchingTopics, mustExist } from "./topic-filter.ts";

/** --alter: more partitions for every topic that matches. Says nothing when it is done. */
export async function alter(admin: Admin, given: GivenTopicFlags): Promise<void> {
  const topics = await matchingTopics(admin, given);
  mustExist(topics, given);
  if (topics.length === 0) return;
  const count = given.integer("partitions") ?? 0;
  const assignment = given.text("replica-assignment");
  const more = topics.map(({ name, partitions }) => ({
    name,
    count,
    // The first ones stand for partitions that exist.
    ...(assignment === undefined
      ? {}
      : { assignments: replicaAssignment(assignment).slice(partitions.length) }),
  }));
  const outcomes = await admin.createPartitionsOf(more);
  const failed = outcomes.find(({ error }) => error !== "NONE");
  if (failed !== undefined) throw outcomeError(failed);
}
