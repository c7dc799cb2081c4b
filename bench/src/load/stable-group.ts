import type { RepeatedRequest } from "./repeated-requests.ts";

/** How often members of both protocols ask while their group finds its balance. */
export const HEARTBEAT_MS = 20;
export const STABLE_LIMIT_MS = 30_000;

/** A group whose members all have what they are to have. */
export interface StableGroup {
  /** From the first request to the last answer that a member needed. */
  readonly ms: number;
  /** One of each member. */
  readonly heartbeats: readonly RepeatedRequest[];
  /** All members leave. */
  end(): Promise<void>;
}

export interface GroupToMake {
  readonly groupId: string;
  readonly topic: string;
  readonly partitions: number;
  readonly members: number;
}
