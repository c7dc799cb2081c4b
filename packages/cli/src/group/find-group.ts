import type { Admin, GroupDescription } from "@naru/client";
import { noGroupError } from "./known-errors.ts";

/** The group, or undefined when there is none of that name. */
export async function findGroup(admin: Admin, name: string): Promise<GroupDescription | undefined> {
  try {
    const [group] = await admin.describeGroups([name]);
    return group;
  } catch (error) {
    if (noGroupError(error)) return undefined;
    throw error;
  }
}

/** What is said of a group that does not exist. */
export function noGroup(name: string): string {
  return `No group is named '${name}'. 'naru group list' shows those that exist.`;
}
