import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { INT64_MAX_SENTINEL, Reader } from "./reader.ts";
import { REFERENCE_BYTES, Writer } from "./writer.ts";

function hexOf(write: (writer: Writer) => void): string {
  const writer = new Writer();
  write(writer);
  return Buffer.from(writer.toBytes()).toString("hex");
}

test("a value that does not fit its type is an error, never wrapped", () => {
  const writer = new Writer();
  const wrong: readonly (() => void)[] = [
    () => writer.int8(128),
    () => writer.int16(-32_769),
    () => writer.int32(2 ** 31),
    () => writer.int32(1.5),
    () => writer.int32(undefined as never),
    () => writer.uint16(-1),
    () => writer.uint32(-1),
    () => writer.int64(2 ** 53),
    () => writer.int64(Number.NaN),
    () => writer.int64OrMax(2 ** 62),
    () => writer.uvarint(-1),
    () => writer.bool(1 as never),
    () => writer.string(undefined as never, true),
    () => writer.string("a".repeat(32_768), true),
    () => writer.uuid("too short"),
    () => writer.uuid("!".repeat(22)),
  ];
  for (const write of wrong) assert.throws(write, TypeError, write.toString());
});

test("int64 and its sentinel are eight bytes", () => {
  assert.equal(
    hexOf((writer) => writer.int64(-2)),
    "fffffffffffffffe",
  );
  assert.equal(
    hexOf((writer) => writer.int64(Number.MAX_SAFE_INTEGER)),
    "001fffffffffffff",
  );
  assert.equal(
    hexOf((writer) => writer.int64OrMax(INT64_MAX_SENTINEL)),
    "7fffffffffffffff",
  );
});

// Goal: the fast path for short ASCII writes what the slow path writes.
test("any string comes back, in either form of length", () => {
  const texts = fc.oneof(
    fc.string({ unit: "binary", maxLength: 80 }),
    fc.string({ minLength: 60, maxLength: 70 }),
  );
  fc.assert(
    fc.property(texts, fc.boolean(), (text, flexible) => {
      const writer = new Writer();
      writer.string(text, flexible);
      const bytes = writer.toBytes();
      const expected = Buffer.from(text);
      assert.deepEqual(Buffer.from(bytes).subarray(bytes.length - expected.length), expected);
      assert.equal(new Reader(bytes).string("x", flexible), expected.toString());
    }),
  );
});

test("long bytes are referred to, and stand in order between what is copied", () => {
  const long = Buffer.alloc(REFERENCE_BYTES, 7);
  const writer = new Writer();
  writer.int8(1);
  writer.bytes(long, false);
  writer.int8(2);
  writer.raw(long);
  assert.equal(writer.size, 1 + 4 + long.length + 1 + long.length);
  const chunks = writer.finish();
  assert.equal(chunks.length, 4);
  assert.ok(chunks[1] === long && chunks[3] === long);
  assert.equal(Buffer.from(chunks[0]!).toString("hex"), "0100002000");
  assert.equal(Buffer.from(chunks[2]!).toString("hex"), "02");
  assert.equal(writer.size, 0);
});

test("records in pieces are the same bytes as records in one", () => {
  const pieces = [Buffer.alloc(3, 1), Buffer.alloc(REFERENCE_BYTES, 2), Buffer.alloc(0)];
  for (const flexible of [false, true]) {
    const inPieces = hexOf((writer) => writer.nullableRecords(pieces, flexible));
    const inOne = hexOf((writer) => writer.nullableRecords(Buffer.concat(pieces), flexible));
    assert.equal(inPieces, inOne);
  }
  assert.equal(
    hexOf((writer) => writer.nullableRecords(null, false)),
    "ffffffff",
  );
});

test("a frame's size counts what is referred to", () => {
  const writer = new Writer();
  for (const length of [10, REFERENCE_BYTES]) {
    const mark = writer.beginFrame();
    writer.int16(5);
    writer.raw(Buffer.alloc(length));
    writer.endFrame(mark);
  }
  const bytes = Buffer.from(writer.toBytes());
  assert.equal(bytes.readInt32BE(0), 12);
  assert.equal(bytes.readInt32BE(16), 2 + REFERENCE_BYTES);
  assert.equal(bytes.length, 16 + 4 + 2 + REFERENCE_BYTES);
});

test("what was handed over is not touched by what is written later", () => {
  const writer = new Writer(64);
  const handed: [Uint8Array, string][] = [];
  for (let index = 0; index < 200; index += 1) {
    const text = `record ${index}`;
    writer.string(text, true);
    if (index % 3 === 0) writer.reset();
    else handed.push([writer.toBytes(), text]);
  }
  for (const [bytes, text] of handed) assert.equal(new Reader(bytes).string("x", true), text);
});

test("a patched place stays the right one when the slab grows", () => {
  const writer = new Writer(16);
  writer.int8(9);
  const mark = writer.reserveInt32();
  writer.raw(Buffer.alloc(5000, 1));
  writer.patchInt32(mark, 77);
  const bytes = Buffer.from(writer.toBytes());
  assert.equal(bytes.readInt32BE(1), 77);
  assert.equal(bytes.length, 5005);
});

test("a tagged field of any size, inside another, has the shortest size before it", () => {
  for (const length of [0, 124, 125, 126, 127, 128, 16_379, 16_380, 16_384, 40_000]) {
    const data = Buffer.alloc(length, 3);
    const writer = new Writer(16);
    const outer = writer.beginTag(1);
    const inner = writer.beginTag(2);
    writer.raw(data);
    writer.endTag(inner);
    writer.endTag(outer);
    writer.int8(5);
    const chunks = writer.finish();
    assert.equal(chunks.length, 1, "inside a tagged field everything is copied");
    const reader = new Reader(chunks[0]!);
    assert.equal(reader.uvarint("tag"), 1);
    const outerEnd = reader.tagEnd();
    assert.equal(reader.uvarint("tag"), 2);
    const innerEnd = reader.tagEnd();
    assert.equal(innerEnd - reader.position, length);
    assert.equal(innerEnd, outerEnd);
    reader.skipTag(innerEnd);
    assert.equal(reader.int8("x"), 5);
  }
});

test("a value that no longer fits the slab goes to the new one, and what was handed over stays", () => {
  const values: Readonly<Record<string, (writer: Writer) => void>> = {
    bool: (writer) => writer.bool(true),
    int8: (writer) => writer.int8(5),
    int16: (writer) => writer.int16(5),
    uint16: (writer) => writer.uint16(5),
    int32: (writer) => writer.int32(5),
    uint32: (writer) => writer.uint32(5),
    int64: (writer) => writer.int64(5),
    int64Bits: (writer) => writer.int64Bits(5n),
    float64: (writer) => writer.float64(5),
    uuid: (writer) => writer.uuid("AAAAAAAAAAAAAAAAAAAAAg"),
    uvarint: (writer) => writer.uvarint(5),
    string: (writer) => writer.string("five", true),
    bytes: (writer) => writer.bytes(new Uint8Array([5]), true),
  };
  const slabBytes = 32;
  for (const [name, write] of Object.entries(values)) {
    const expected = hexOf(write);
    for (let before = 0; before < slabBytes; before += 1) {
      const writer = new Writer(slabBytes);
      for (let i = 0; i < before; i += 1) writer.int8(1);
      const [handedOver] = writer.finish();
      for (let i = before; i < slabBytes; i += 1) writer.int8(2);
      write(writer);
      const hex = Buffer.from(writer.toBytes()).toString("hex");
      assert.equal(hex, "02".repeat(slabBytes - before) + expected, `${name} after ${before}`);
      if (handedOver !== undefined) assert.ok(handedOver.every((byte) => byte === 1));
    }
  }
});
