/** What a timer of a group's shard means when it is due. */
export type GroupTimer =
  /** A member was silent for its session, or a new one did not come back with its id. */
  | { readonly kind: "session"; readonly groupId: string; readonly memberId: string }
  /** Who has not joined by now is not waited for. */
  | { readonly kind: "join"; readonly groupId: string }
  /** The first rebalance of an empty group may wait for more members, this long altogether. */
  | {
      readonly kind: "initial-join";
      readonly groupId: string;
      readonly delayMs: number;
      readonly remainingMs: number;
    }
  /** Who has not asked for its assignment by now is removed. */
  | { readonly kind: "sync"; readonly groupId: string; readonly generationId: number }
  /** A member of a consumer group had this long to give up partitions. */
  | RevocationTimer
  /** A member of the classic protocol in a consumer group was told to join again. */
  | { readonly kind: "member-join"; readonly groupId: string; readonly memberId: string }
  /** And it has joined, and is to ask for its assignment. */
  | { readonly kind: "member-sync"; readonly groupId: string; readonly memberId: string }
  /** The topics are to be looked through for the patterns of a consumer group. */
  | { readonly kind: "resolve-patterns"; readonly groupId: string }
  | { readonly kind: "expire-offsets" };

export interface RevocationTimer {
  readonly kind: "revocation";
  readonly groupId: string;
  readonly memberId: string;
  /** What it was at when the time began; another one means that it went on. */
  readonly memberEpoch: number;
}

/** Group and member ids may hold any character but this one in practice; it keeps keys apart. */
const SEPARATOR = "\u0000";

/** The keys by which timers are replaced and cancelled. */
export const timerKeys = {
  session: (groupId: string, memberId: string): string =>
    ["session", groupId, memberId].join(SEPARATOR),
  join: (groupId: string): string => ["join", groupId].join(SEPARATOR),
  sync: (groupId: string): string => ["sync", groupId].join(SEPARATOR),
  revocation: (groupId: string, memberId: string): string =>
    ["revocation", groupId, memberId].join(SEPARATOR),
  memberJoin: (groupId: string, memberId: string): string =>
    ["member-join", groupId, memberId].join(SEPARATOR),
  memberSync: (groupId: string, memberId: string): string =>
    ["member-sync", groupId, memberId].join(SEPARATOR),
  resolvePatterns: (groupId: string): string => ["resolve-patterns", groupId].join(SEPARATOR),
  expireOffsets: "expire-offsets",
} as const;
