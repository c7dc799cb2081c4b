import type { Assignor, GroupToAssign, PartitionsByTopic } from "../assignor.ts";
import { divideAmongReaders } from "./uniform-heterogeneous.ts";
import { divideEvenly } from "./uniform-homogeneous.ts";

/**
 * Every member gets as many partitions as any other, give or take one, as far as subscriptions
 * allow; what a member had, it keeps where that does not stand against it.
 */
export const uniformAssignor: Assignor = { name: "uniform", assign };

function assign(group: GroupToAssign): ReadonlyMap<string, PartitionsByTopic> {
  if (group.members.size === 0) return new Map();
  return group.isHomogeneous ? divideEvenly(group) : divideAmongReaders(group);
}
