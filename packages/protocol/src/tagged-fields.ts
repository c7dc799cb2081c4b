import type { Writer } from "./writer.ts";

/** A tagged field (KIP-482) that our schema does not know, kept so that it can be written again. */
export interface UnknownTaggedField {
  readonly tag: number;
  readonly data: Uint8Array;
}

export const NO_UNKNOWN_TAGS: readonly UnknownTaggedField[] = Object.freeze([]);

/**
 * Writes the kept fields from index `from` with tags below `below`, and answers the next index: so
 * that known and unknown ones stand in ascending order.
 */
export function writeUnknownTags(
  writer: Writer,
  kept: readonly UnknownTaggedField[],
  from: number,
  below: number,
): number {
  let at = from;
  for (; at < kept.length && kept[at]!.tag < below; at += 1) {
    const { tag, data } = kept[at]!;
    const mark = writer.beginTag(tag);
    writer.raw(data);
    writer.endTag(mark);
  }
  if (at < kept.length && kept[at]!.tag === below) {
    throw new TypeError(`tagged field ${below}: found it both as a field and among the unknown.`);
  }
  return at;
}
