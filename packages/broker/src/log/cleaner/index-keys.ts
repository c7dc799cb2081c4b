import { RecordCursor, batchesIn } from "@naru/protocol";

import { opened } from "./filter-batches.ts";
import { OffsetMap } from "./offset-map.ts";
import type { OffsetMapState } from "./offset-map.ts";

export interface IndexInput {
  /** Whole batches. */
  readonly bytes: Uint8Array;
  /** 1 for each batch whose keys count: not for markers and aborted ones. */
  readonly counts: Uint8Array;
  readonly map: OffsetMapState;
  /** Records below are clean. */
  readonly startOffset: number;
  /** How many keys the map may hold. */
  readonly keysMax: number;
  readonly decompressedBatchBytesMax: number;
}

export interface IndexedKeys {
  readonly count: number;
  /** The last offset that was looked at. */
  readonly latestOffset: number;
  /** The map had no room for what comes after `latestOffset`. */
  readonly isFull: boolean;
  readonly fault?: string;
}

/** Puts the keys of some batches into the map. */
export function indexKeys(input: IndexInput): IndexedKeys {
  const map = new OffsetMap(input.map);
  let latestOffset = -1;
  let index = 0;
  for (const batch of batchesIn(input.bytes)) {
    const hasKeys = input.counts[index] === 1;
    index += 1;
    const records = hasKeys ? opened(batch, input.decompressedBatchBytesMax) : undefined;
    if (typeof records === "string") {
      return { count: map.count, latestOffset, isFull: false, fault: records };
    }
    const cursor = new RecordCursor(records ?? new Uint8Array(0));
    while (cursor.next()) {
      const offset = batch.baseOffset + cursor.offsetDelta;
      if (cursor.keyLength < 0 || offset < input.startOffset) continue;
      if (map.count >= input.keysMax) return { count: map.count, latestOffset, isFull: true };
      map.put(cursor.bytes, { at: cursor.keyAt, length: cursor.keyLength }, offset);
      latestOffset = offset;
    }
    latestOffset = Math.max(latestOffset, batch.lastOffset);
  }
  return { count: map.count, latestOffset, isFull: false };
}
