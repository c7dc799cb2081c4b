import assert from "node:assert/strict";
import { test } from "node:test";
import { FrameCollector } from "./frame-collector.ts";

function framed(...texts: string[]): Uint8Array {
  return Buffer.concat(
    texts.map((text) => {
      const frame = Buffer.alloc(4 + text.length, text, "latin1");
      frame.writeInt32BE(text.length);
      frame.write(text, 4, "latin1");
      return frame;
    }),
  );
}

// Goal: frames come out whole, however the bytes are cut.
// Method: every size of piece, some written in place as a network does.
test("frames are cut out of a stream that comes in pieces of any size", () => {
  const bytes = framed("first", "", "a longer one than before", "x");
  for (let size = 1; size <= bytes.length; size += 1) {
    const seen: string[] = [];
    const frames = new FrameCollector((frame) => seen.push(Buffer.from(frame).toString("latin1")));
    for (let at = 0; at < bytes.length;) {
      const { free } = frames;
      const end = Math.min(at + size, bytes.length);
      let piece = bytes.subarray(at, Math.min(end, at + (free?.length ?? size)));
      if (free !== undefined) {
        free.set(piece);
        piece = free.subarray(0, piece.length);
      }
      frames.add(piece);
      at += piece.length;
    }
    assert.deepEqual(seen, ["first", "", "a longer one than before", "x"], `pieces of ${size}`);
  }
});

test("a size that no response has is refused before anything is allocated", () => {
  const frames = new FrameCollector(() => {});
  assert.throws(
    () => frames.add(Buffer.from("HTTP/1.1 400")),
    /announces \d+ bytes.*Kafka broker\?/,
  );
  const negative = new FrameCollector(() => {});
  assert.throws(() => negative.add(Buffer.from([255, 255, 255, 255])), RangeError);
});
