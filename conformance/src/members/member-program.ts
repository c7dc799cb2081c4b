/**
 * What every member program is told and says, whoever wrote its client and in whatever language.
 *
 * A program gets words `key=value` (MemberOptions), runs that many members of one group in one
 * process, and prints each event (MemberEvent) as one line of JSON, in the order of happening:
 * records before the commit that covers them, what was revoked before what is read after it.
 * When its input ends, its members leave the group and it ends.
 */
import { performance } from "node:perf_hooks";

export interface MemberOptions {
  readonly bootstrap: string;
  readonly group: string;
  readonly topic: string;
  readonly protocol: "classic" | "consumer";
  readonly assignor: string;
  /** Its members are called `name-0`, `name-1` and so on. */
  readonly name: string;
  readonly members: number;
  readonly sessionMs: number;
  readonly heartbeatMs: number;
}

export type MemberEvent = {
  /** Milliseconds of the machine's clock: all programs run on one machine. */
  readonly at: number;
  readonly member: string;
} & (
  | { readonly event: "assigned" | "revoked"; readonly partitions: readonly number[] }
  | { readonly event: "records"; readonly partition: number; readonly offsets: readonly number[] }
  | { readonly event: "committed"; readonly partition: number; readonly offset: number }
  | { readonly event: "refused"; readonly message: string }
);

type Said = MemberEvent extends infer Event
  ? Event extends MemberEvent
    ? Omit<Event, "at" | "member">
    : never
  : never;

/** The words of a program's command line. */
export function wordsOf(options: MemberOptions): string[] {
  return Object.entries(options).map(([key, value]) => `${key}=${value}`);
}

/** The options in a command line. */
export function optionsOf(words: readonly string[]): MemberOptions {
  const given = new Map(words.map((word) => word.split(/=(.*)/s) as [string, string]));
  const text = (key: string): string => given.get(key) ?? "";
  return {
    bootstrap: text("bootstrap"),
    group: text("group"),
    topic: text("topic"),
    protocol: text("protocol") === "consumer" ? "consumer" : "classic",
    assignor: text("assignor"),
    name: text("name"),
    members: Number(text("members")),
    sessionMs: Number(text("sessionMs")),
    heartbeatMs: Number(text("heartbeatMs")),
  };
}

/** Says what a member does; the partitions it has are kept here, so that they are said once. */
export class Voice {
  readonly member: string;
  #owned: readonly number[] = [];

  constructor(member: string) {
    this.member = member;
  }

  say(said: Said): void {
    const at = performance.timeOrigin + performance.now();
    process.stdout.write(`${JSON.stringify({ at, member: this.member, ...said })}\n`);
  }

  /** From now on the member has these partitions and no others. */
  has(partitions: readonly number[]): void {
    const revoked = this.#owned.filter((one) => !partitions.includes(one));
    const assigned = partitions.filter((one) => !this.#owned.includes(one));
    if (revoked.length > 0) this.say({ event: "revoked", partitions: revoked });
    if (assigned.length > 0) this.say({ event: "assigned", partitions: assigned });
    this.#owned = partitions;
  }

  refused(error: unknown): void {
    this.say({ event: "refused", message: error instanceof Error ? error.message : String(error) });
  }
}

/** Resolves when nobody wants the program any more. */
export async function inputEnded(): Promise<void> {
  for await (const _ of process.stdin);
}
