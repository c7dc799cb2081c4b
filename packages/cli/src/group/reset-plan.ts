import type { Admin, TopicPartition } from "@naru/client";
import { nameOf } from "../name-of.ts";
import { sorted } from "./group-lag.ts";

export interface NewOffset extends TopicPartition {
  readonly offset: number;
}

/** Where a group's offsets go. */
export type Target =
  | { readonly to: "earliest" | "latest" | "current" }
  | { readonly to: "offset"; readonly offset: number }
  | { readonly to: "time"; readonly timestampMs: number }
  | { readonly to: "shift"; readonly by: number }
  | { readonly to: "offsets"; readonly offsets: readonly NewOffset[] };

export interface ResetNote {
  readonly isWarning: boolean;
  readonly text: string;
}

export interface ResetPlan {
  readonly offsets: readonly NewOffset[];
  readonly notes: readonly ResetNote[];
}

export interface ResetQuestion {
  readonly groupId: string;
  readonly partitions: readonly TopicPartition[];
  readonly target: Target;
}

/** A shift was asked for where the group has no offset. */
export class NothingToShiftError extends Error {
  readonly code = "NOTHING_TO_SHIFT";
}

/**
 * The offsets to commit, each that is new within its partition; a note for each that had to be
 * moved there.
 */
export async function planReset(admin: Admin, question: ResetQuestion): Promise<ResetPlan> {
  const { target } = question;
  const partitions = sorted(target.to === "offsets" ? target.offsets : question.partitions);
  const bounds = await boundsOf(admin, partitions, target);
  const committed = new Map(
    (await admin.listGroupOffsets(question.groupId)).map((offset) => [
      nameOf(offset),
      offset.offset,
    ]),
  );
  const notes: ResetNote[] = [];
  const offsets = partitions.map((place): NewOffset => {
    const { topic, partition } = place;
    const bound = bounds(place);
    const current = committed.get(nameOf(place));
    const wanted = wantedOffset(target, { place, bound, current }, notes);
    // Where the group is it may stay, be that outside of the partition.
    if (target.to === "current") return { topic, partition, offset: wanted };
    return { topic, partition, offset: within(wanted, { place, bound }, notes) };
  });
  return { offsets, notes };
}

interface Bound {
  readonly start: number;
  readonly end: number;
  /** The first record of the time; -1 when there is none or no time was given. */
  readonly atTime: number;
}

interface Place {
  readonly place: TopicPartition;
  readonly bound: Bound;
}

async function boundsOf(
  admin: Admin,
  partitions: readonly TopicPartition[],
  target: Target,
): Promise<(place: TopicPartition) => Bound> {
  const bounds = new Map<string, Bound>();
  for (const topic of new Set(partitions.map((place) => place.topic))) {
    const starts = await admin.listOffsets(topic, "earliest");
    const ends = await admin.listOffsets(topic, "latest");
    const times =
      target.to === "time"
        ? await admin.listOffsets(topic, { timestampMs: target.timestampMs })
        : new Map<number, number>();
    for (const [partition, end] of ends) {
      const bound = { start: starts.get(partition) ?? 0, end, atTime: times.get(partition) ?? -1 };
      bounds.set(nameOf({ topic, partition }), bound);
    }
  }
  return (place) => {
    const bound = bounds.get(nameOf(place));
    if (bound !== undefined) return bound;
    throw new Error(`The partitions "${nameOf(place)}" do not exist`);
  };
}

function wantedOffset(
  target: Target,
  { place, bound, current }: Place & { readonly current: number | undefined },
  notes: ResetNote[],
): number {
  switch (target.to) {
    case "earliest":
      return bound.start;
    case "latest":
      return bound.end;
    case "current":
      return current ?? bound.end;
    case "offset":
      return target.offset;
    case "shift":
      return shifted(current, target.by, place);
    case "time":
      return atTime({ place, bound }, notes);
    case "offsets":
      return target.offsets.find((each) => nameOf(each) === nameOf(place))?.offset ?? bound.end;
  }
}

function shifted(current: number | undefined, by: number, place: TopicPartition): number {
  if (current !== undefined) return current + by;
  throw new NothingToShiftError(
    `Cannot shift offset for partition ${nameOf(place)} since there is no current committed offset`,
  );
}

function atTime({ place, bound }: Place, notes: ResetNote[]): number {
  if (bound.atTime >= 0) return bound.atTime;
  notes.push(emptyNote(place));
  return bound.end;
}

function emptyNote({ topic, partition }: TopicPartition): ResetNote {
  const text = `Partition ${partition} from topic ${topic} is empty. Falling back to latest known offset.`;
  return { isWarning: false, text };
}

function within(wanted: number, { place, bound }: Place, notes: ResetNote[]): number {
  const { start, end } = bound;
  if (wanted >= start && wanted <= end) return wanted;
  const nearest = wanted > end ? end : start;
  const relation = wanted > end ? "higher than latest" : "lower than earliest";
  notes.push({
    isWarning: true,
    text:
      `New offset (${wanted}) is ${relation} offset for topic partition ${nameOf(place)}. ` +
      `Value will be set to ${nearest}`,
  });
  return nearest;
}
