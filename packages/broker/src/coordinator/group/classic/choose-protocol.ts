import type { ClassicGroup } from "./classic-group.ts";

/** Of the protocols that all support, each member votes for the one it likes best. */
export function chooseProtocol(group: ClassicGroup): string | null {
  const votes = new Map<string, number>();
  for (const { protocols } of group.members.values()) {
    const vote = protocols.find(({ name }) => group.allSupport(name))?.name;
    if (vote !== undefined) votes.set(vote, (votes.get(vote) ?? 0) + 1);
  }
  let chosen: string | null = null;
  for (const [name, count] of votes) {
    if (chosen === null || count > (votes.get(chosen) ?? 0)) chosen = name;
  }
  return chosen;
}
