import type { ErrorName } from "@naru/protocol";
import type { ClassicGroup } from "./classic-group.ts";

/** Is this a member, under the id that it has now? undefined when all is well. */
export function memberError(
  group: ClassicGroup,
  who: { readonly memberId: string; readonly groupInstanceId: string | null },
): ErrorName | undefined {
  if (who.groupInstanceId !== null) {
    const current = group.staticMembers.get(who.groupInstanceId);
    if (current === undefined) return "UNKNOWN_MEMBER_ID";
    // Another process has come with the same instance id, and is the member now.
    if (current !== who.memberId) return "FENCED_INSTANCE_ID";
  }
  return group.members.has(who.memberId) ? undefined : "UNKNOWN_MEMBER_ID";
}
