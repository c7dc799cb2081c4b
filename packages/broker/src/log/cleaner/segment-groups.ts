import type { Segment } from "../segment.ts";
import { RELATIVE_OFFSET_MAX } from "../offset-index.ts";

/** What a segment that several become one of may hold. */
export interface GroupLimits {
  readonly segmentBytes: number;
  readonly indexBytes: number;
  /** Where the last of the segments ends. */
  readonly endOffset: number;
}

/** Divides segments, oldest first, into those that fit into one, as they are before cleaning. */
export function groupSegments(segments: readonly Segment[], limits: GroupLimits): Segment[][] {
  const groups: Segment[][] = [];
  let size = { bytes: 0, offsetEntries: 0, timeEntries: 0 };
  for (const [index, segment] of segments.entries()) {
    const { sizeBytes, offsetIndex, timeIndex } = segment;
    const grown = {
      bytes: size.bytes + sizeBytes,
      offsetEntries: size.offsetEntries + offsetIndex.file.bytes,
      timeEntries: size.timeEntries + timeIndex.file.bytes,
    };
    const group = groups.at(-1);
    const lastOffset = (segments[index + 1]?.baseOffset ?? limits.endOffset) - 1;
    const fits =
      group !== undefined &&
      grown.bytes <= limits.segmentBytes &&
      grown.offsetEntries <= limits.indexBytes &&
      grown.timeEntries <= limits.indexBytes &&
      // Without a record it has no offset that could lie too far away.
      (sizeBytes === 0 || lastOffset - group[0]!.baseOffset <= RELATIVE_OFFSET_MAX);
    if (fits) {
      group.push(segment);
      size = grown;
    } else {
      groups.push([segment]);
      size = {
        bytes: sizeBytes,
        offsetEntries: offsetIndex.file.bytes,
        timeEntries: timeIndex.file.bytes,
      };
    }
  }
  return groups;
}
