import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { FrameAssembler, type FrameSink } from "./frame-assembler.ts";
import { RequestMemory } from "./request-memory.ts";

class Collector implements FrameSink {
  requestMaxBytes = 104_857_600;
  readonly frames: string[] = [];
  reason: string | undefined;
  mayTake = true;

  isOver(): boolean {
    return this.reason !== undefined;
  }

  mayBegin(): boolean {
    return this.mayTake;
  }

  frame(bytes: Uint8Array): void {
    this.frames.push(Buffer.from(bytes).toString("latin1"));
  }

  refused(reason: string): void {
    this.reason = reason;
  }
}

function rig() {
  const sink = new Collector();
  const memory = new RequestMemory(-1);
  return { sink, memory, assembler: new FrameAssembler(memory, sink) };
}

function frameOf(text: string): Buffer {
  const frame = Buffer.alloc(4 + text.length);
  frame.writeInt32BE(text.length);
  frame.write(text, 4, "latin1");
  return frame;
}

const shared = Buffer.alloc(65_536);

/**
 * As the network does it: into what the assembler gives, or into the shared buffer, then spoilt.
 */
function deliver(assembler: FrameAssembler, bytes: Uint8Array): void {
  let rest = bytes;
  while (rest.length > 0) {
    const own = assembler.receiveInto();
    const target = own ?? shared;
    assert.notEqual(target.length, 0);
    const landed = target.subarray(0, Math.min(target.length, rest.length));
    landed.set(rest.subarray(0, landed.length));
    assembler.received(landed);
    if (own === undefined) landed.fill(0xdd);
    rest = rest.subarray(landed.length);
  }
}

test("frames that arrive whole are handed on in place and leave no memory held", () => {
  const { sink, memory, assembler } = rig();
  deliver(
    assembler,
    Buffer.concat([frameOf("first___"), frameOf("second__"), frameOf("third___")]),
  );
  assert.deepEqual(sink.frames, ["first___", "second__", "third___"]);
  assert.equal(memory.heldBytes, 0);
});

test("a frame that arrives byte by byte is whole in the end, and its buffer is given back", () => {
  const { sink, memory, assembler } = rig();
  for (const byte of frameOf("one byte at a time")) deliver(assembler, Uint8Array.of(byte));
  assert.deepEqual(sink.frames, ["one byte at a time"]);
  assert.equal(memory.heldBytes, 0);
});

test("memory follows what has arrived, not what was announced", () => {
  const { memory, assembler } = rig();
  const announced = Buffer.alloc(100_000);
  announced.writeInt32BE(100_000_000);
  deliver(assembler, announced.subarray(0, 4));
  assert.equal(memory.heldBytes, 1_024);
  deliver(assembler, announced.subarray(4));
  assert.ok(memory.heldBytes <= 8 * announced.length, `${memory.heldBytes} bytes are held`);
  assembler.release();
  assert.equal(memory.heldBytes, 0);
});

// Goal: whatever the chunks, frames and waiting do, all frames come out once, in order.
// Method: random frames cut at random places; the sink closes and opens at random.
test("any cutting and any waiting gives the same frames in the same order", () => {
  const frames = fc.array(
    fc.nat({ max: 5_000 }).map((n) => "x".repeat(8 + n)),
    { maxLength: 20 },
  );
  const steps = fc.array(fc.tuple(fc.integer({ min: 1, max: 9_000 }), fc.boolean()), {
    minLength: 1,
    maxLength: 40,
  });
  fc.assert(
    fc.property(frames, steps, (texts, cuts) => {
      const { sink, memory, assembler } = rig();
      const numbered = texts.map((text, index) => `${index}`.padEnd(text.length, "x"));
      let rest = Buffer.concat(numbered.map(frameOf));
      for (let step = 0; rest.length > 0; step += 1) {
        const [length, mayTake] = cuts[step % cuts.length]!;
        sink.mayTake = mayTake;
        assembler.takeLeftOver();
        // As a connection does: nothing is read while a frame waits.
        if (assembler.hasWaitingFrame) {
          sink.mayTake = true;
          assembler.takeLeftOver();
        }
        deliver(assembler, rest.subarray(0, length));
        rest = rest.subarray(length);
      }
      sink.mayTake = true;
      assembler.takeLeftOver();
      assert.deepEqual(sink.frames, numbered);
      assert.equal(memory.heldBytes, 0);
    }),
  );
});

const refusals: readonly [what: string, size: number, expected: RegExp][] = [
  ["a negative size", -5, /announced a frame of -5 bytes, expected 8 or more/],
  ["a size of zero", 0, /announced a frame of 0 bytes/],
  ["less than the shortest header", 7, /announced a frame of 7 bytes/],
  ["2 GiB", 0x7fff_ffff, /the limit is 104857600 \(socket\.request\.max\.bytes\)/],
  ["a TLS hello", 0x1603_0102, /looks like a TLS hello/],
  ["an HTTP request", Buffer.from("GET ").readInt32BE(), /looks like an HTTP request/],
  ["an SSH client", Buffer.from("SSH-").readInt32BE(), /looks like an SSH client/],
  ["bytes above 0x80", -1, /announced a frame of -1 bytes/],
];

for (const [what, size, expected] of refusals) {
  test(`${what} is refused with what it looks like`, () => {
    const { sink, memory, assembler } = rig();
    const bytes = Buffer.alloc(64);
    bytes.writeInt32BE(size);
    deliver(assembler, bytes);
    assert.match(sink.reason ?? "", expected);
    assert.deepEqual(sink.frames, []);
    assert.equal(memory.heldBytes, 0);
  });
}
