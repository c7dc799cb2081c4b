import { MemberLoads } from "./member-loads.ts";
import type { DividedTopic } from "./uniform-heterogeneous.ts";

/** Moves partitions of one topic from loaded readers to less loaded ones; how many it moved. */
export function levelTopic({ readers, owners }: DividedTopic, loads: Int32Array): number {
  const memberLoads = new MemberLoads(readers, loads);
  if (memberLoads.spread <= 1) return 0;
  const movable = partitionsByOwner(owners);
  let movedCount = 0;
  while (!memberLoads.isLevel) {
    const from = nextGiver(memberLoads, movable);
    if (from === undefined) break;
    const partition = movable.get(from)!.pop()!;
    const to = memberLoads.nextLeast();
    // Asking may have shown that the least loaded have caught up.
    if (memberLoads.isLevel) break;
    owners[partition] = to;
    loads[from]! -= 1;
    loads[to]! += 1;
    movedCount += 1;
  }
  return movedCount;
}

/** The most loaded reader that has a partition of this topic to give. */
function nextGiver(
  memberLoads: MemberLoads,
  movable: ReadonlyMap<number, readonly number[]>,
): number | undefined {
  for (;;) {
    const member = memberLoads.nextMost();
    if (member === undefined || (movable.get(member)?.length ?? 0) > 0) return member;
    memberLoads.excludeLastMost();
  }
}

/** Partitions as they were before any moved: what a member has been given here is not passed on. */
function partitionsByOwner(owners: Int32Array): Map<number, number[]> {
  const partitions = new Map<number, number[]>();
  for (const [partition, owner] of owners.entries()) {
    const owned = partitions.get(owner);
    if (owned === undefined) partitions.set(owner, [partition]);
    else owned.push(partition);
  }
  return partitions;
}
