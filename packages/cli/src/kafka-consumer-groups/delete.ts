import type { Admin } from "@naru/client";
import type { Io } from "../io.ts";
import { javaException } from "../kafka-tool/java-exception.ts";
import type { Given } from "./flags.ts";
import { consumerGroups } from "./list.ts";

/** --delete: what could not be deleted is told with its reason. */
export async function deleteGroups(admin: Admin, given: Given, io: Io): Promise<void> {
  const groupIds = given.has("all-groups")
    ? (await consumerGroups(admin)).map(({ groupId }) => groupId)
    : [...new Set(given.all("group"))];
  const outcomes = await admin.deleteGroups(groupIds);
  const failed = outcomes.filter(({ error }) => error !== "NONE");
  const deleted = outcomes
    .filter(({ error }) => error === "NONE")
    .map(({ name }) => `'${name}'`)
    .join(", ");
  if (failed.length === 0) {
    io.out(`Deletion of requested consumer groups (${deleted}) was successful.`);
    return;
  }
  io.out("");
  io.out("Error: Deletion of some consumer groups failed:");
  for (const { name, error } of failed) {
    io.out(`* Group '${name}' could not be deleted due to: ${javaException(error)}`);
  }
  if (deleted === "") return;
  io.out("");
  io.out(`These consumer groups were deleted successfully: ${deleted}`);
}
