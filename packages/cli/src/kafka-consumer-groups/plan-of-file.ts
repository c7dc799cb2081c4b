import type { NewOffset } from "../group/reset-plan.ts";

/**
 * The plan that --export printed, by group. Lines are `topic,partition,offset` when they are for
 * the one group that was named, and begin with their group otherwise.
 */
export function planOfFile(
  text: string,
  groupIds: readonly string[],
): Map<string, readonly NewOffset[]> {
  const plan = new Map<string, NewOffset[]>();
  const [only] = groupIds;
  for (const line of text.split("\n").map((each) => each.trim())) {
    if (line === "") continue;
    const cells = line.split(",");
    const [topic = "", partition = "", offset = ""] = cells.slice(-3);
    const groupId = cells.length === 3 && groupIds.length === 1 ? only : cells.at(-4);
    if (groupId === undefined || !/^\d+$/.test(partition) || !/^\d+$/.test(offset)) {
      throw new Error(
        `--from-file: found '${line}', expected [group,]topic,partition,offset. --export prints such lines.`,
      );
    }
    const offsets = plan.get(groupId) ?? [];
    plan.set(groupId, offsets);
    offsets.push({ topic, partition: Number(partition), offset: Number(offset) });
  }
  return plan;
}
