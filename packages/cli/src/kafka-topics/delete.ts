import type { Admin } from "@naru/client";
import { outcomeError } from "./outcome-error.ts";
import type { GivenTopicFlags } from "./flags.ts";
import { matchingTopics, mustExist } from "./topic-filter.ts";

/** --delete: every topic that matches. Says nothing when it is done. */
export async function deleteMatching(admin: Admin, given: GivenTopicFlags): Promise<void> {
  const topics = await matchingTopics(admin, given);
  mustExist(topics, given);
  if (topics.length === 0) return;
  const outcomes = await admin.deleteTopics(topics.map(({ name }) => name));
  const failed = outcomes.find(({ error }) => error !== "NONE");
  if (failed !== undefined) throw outcomeError(failed);
}
