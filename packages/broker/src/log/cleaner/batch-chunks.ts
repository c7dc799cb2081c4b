import { batchFrameAt, batchLengthBytes, wholeBatchesBytes } from "@naru/protocol";

import type { Segment } from "../segment.ts";

/** Whole batches of a segment, in memory of their own, which may be handed to a thread. */
export interface BatchChunk {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Undefined, or why the segment cannot be read on. */
  readonly fault: string | undefined;
}

/** Reads a segment from a position on, where a batch begins, in pieces of about `chunkBytes`. */
export async function* readChunks(
  segment: Segment,
  { from, chunkBytes }: { from: number; chunkBytes: number },
): AsyncGenerator<BatchChunk> {
  const { file, sizeBytes } = segment;
  let wanted = chunkBytes;
  for (let at = from; at < sizeBytes;) {
    const buffer = new Uint8Array(Math.min(wanted, sizeBytes - at));
    const read = await file.readCold(buffer, at);
    const whole = wholeBatchesBytes(buffer, 0, read);
    if (whole > 0) {
      yield { bytes: buffer.subarray(0, whole), fault: undefined };
      at += whole;
      wanted = chunkBytes;
      continue;
    }
    const frame = batchFrameAt(buffer, 0, read);
    // A batch that is larger than the piece is read whole.
    const needed = frame === "truncated" && read >= 12 ? batchLengthBytes(buffer, 0) : 0;
    if (needed <= wanted || at + needed > sizeBytes) {
      const fault = `${segment.path}: byte ${at} begins no whole batch (${frame}).`;
      yield { bytes: new Uint8Array(0), fault };
      return;
    }
    wanted = needed;
  }
}
