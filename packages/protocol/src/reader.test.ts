import assert from "node:assert/strict";
import { test } from "node:test";

import { DecodeError } from "./decode-error.ts";
import { ELEMENTS_MAX, INT64_MAX_SENTINEL, Reader, TAGGED_FIELDS_MAX } from "./reader.ts";
import { Writer } from "./writer.ts";

function readerOf(hex: string): Reader {
  return new Reader(Buffer.from(hex.replaceAll(" ", ""), "hex"));
}

function uvarints(...values: number[]): Uint8Array {
  const writer = new Writer();
  for (const value of values) writer.uvarint(value);
  return writer.toBytes();
}

test("integers are big-endian and signed", () => {
  const reader = readerOf("ff 80 fffe 80000000 ffffffff ffff fffffffffffffffe");
  assert.equal(reader.int8("a"), -1);
  assert.equal(reader.int8("b"), -128);
  assert.equal(reader.int16("c"), -2);
  assert.equal(reader.int32("d"), -2147483648);
  assert.equal(reader.uint32("e"), 4294967295);
  assert.equal(reader.uint16("f"), 65535);
  assert.equal(reader.int64("g"), -2);
  assert.equal(reader.remaining, 0);
});

test("an int64 within 2^53 is exact; beyond it is an error, and never rounded", () => {
  assert.equal(readerOf("001fffffffffffff").int64("x"), Number.MAX_SAFE_INTEGER);
  assert.equal(readerOf("ffe0000000000001").int64("x"), Number.MIN_SAFE_INTEGER);
  for (const hex of ["0020000000000000", "ffe0000000000000", "7fffffffffffffff"]) {
    assert.throws(() => readerOf(hex).int64("x"), /expected an integer within 2\^53/);
  }
});

test("Long.MAX_VALUE is the sentinel where a field has one, and greater than any number", () => {
  assert.equal(readerOf("7fffffffffffffff").int64OrMax("x"), INT64_MAX_SENTINEL);
  assert.ok(INT64_MAX_SENTINEL > Number.MAX_SAFE_INTEGER);
  assert.throws(() => readerOf("7ffffffffffffffe").int64OrMax("x"), DecodeError);
  assert.equal(readerOf("7fffffffffffffff").int64Bits("x"), 2n ** 63n - 1n);
});

test("a varint of more than 32 bits, or without an end, is an error", () => {
  assert.equal(readerOf("ffffffff0f").uvarint("x"), 4294967295);
  assert.equal(readerOf("8000").uvarint("x"), 0);
  assert.throws(() => readerOf("ffffffff10").uvarint("x"), /more than 32 bits/);
  assert.throws(() => readerOf("808080808000").uvarint("x"), /more than 32 bits/);
  assert.throws(() => readerOf("8080").uvarint("x"), /found 0 bytes/);
});

test("strings: null, classic and compact lengths, UTF-8", () => {
  assert.equal(readerOf("0002 c3a9").string("x", false), "é");
  assert.equal(readerOf("03 c3a9").string("x", true), "é");
  assert.equal(readerOf("ffff").nullableString("x", false), null);
  assert.equal(readerOf("00").nullableString("x", true), null);
  assert.throws(() => readerOf("ffff").string("x", false), /found null, expected a value/);
  assert.throws(() => readerOf("00").string("x", true), /found null, expected a value/);
});

test("invalid UTF-8 is replaced, as Java does", () => {
  assert.equal(readerOf("0003 61ff62").string("x", false), "a\ufffdb");
});

test("a string of more than 32767 bytes is refused although it is all there", () => {
  const text = "a".repeat(32_768);
  const bytes = Buffer.concat([uvarints(text.length + 1), Buffer.from(text)]);
  assert.throws(() => new Reader(bytes).string("x", true), /expected at most 32767/);
});

test("bytes are views, not copies", () => {
  const frame = Buffer.from("00000002aabb", "hex");
  const found = new Reader(frame).bytes("x", false);
  frame[4] = 0x11;
  assert.deepEqual([...found], [0x11, 0xbb]);
});

test("bytes longer than what is left are refused", () => {
  assert.throws(() => readerOf("7fffffff 00").bytes("x", false), {
    message: "message: x: found 1 bytes after byte 4, expected 2147483647.",
  });
  assert.throws(() => readerOf("ffffffff0f 00").nullableBytes("x", true), DecodeError);
});

test("a negative length is null, and an error where null may not be", () => {
  assert.equal(readerOf("fffffffe").nullableBytes("x", false), null);
  assert.equal(readerOf("fffffffe").nullableCount("x", false, 1), -1);
  assert.throws(() => readerOf("fffffffe").count("x", false, 1), /found null/);
});

test("the elements of all arrays together have a budget", () => {
  const bytes = Buffer.alloc(ELEMENTS_MAX + 100);
  bytes.writeInt32BE(ELEMENTS_MAX, 0);
  const reader = new Reader(bytes);
  assert.equal(reader.count("x", false, 1), ELEMENTS_MAX);
  assert.throws(() => new Reader(bytes, { elementsMax: 10 }).count("x", false, 1), /budget/);
  assert.equal(reader.nullableCount("x", false, 1), 0);
});

test("tagged fields beyond the known ones have a budget, over all structs of a message", () => {
  const count = TAGGED_FIELDS_MAX / 2 + 2;
  const one = Buffer.concat([uvarints(count), Buffer.alloc(count * 2)]);
  const reader = new Reader(Buffer.concat([one, one]));
  reader.skipTags();
  assert.throws(() => reader.skipTags(), /found more than 100000 unknown ones/);
});

test("a count of tagged fields that cannot be there is refused at once", () => {
  assert.throws(() => readerOf("ffffffff0f 00").skipTags(), /found a count of 4294967295/);
});

test("a known tagged field must end where its size said", () => {
  const reader = readerOf("00 02 05 06");
  assert.equal(reader.uvarint("tag"), 0);
  const end = reader.tagEnd();
  reader.int8("x");
  assert.throws(
    () => reader.closeTag(0, end),
    /tagged field 0: read up to 3, expected to end at 4/,
  );
});

test("unknown tagged fields are kept as copies", () => {
  const bytes = Buffer.from("02 0501aa 0900".replaceAll(" ", ""), "hex");
  const kept = new Reader(bytes).keepTags();
  bytes.fill(0);
  assert.deepEqual(
    kept.map(({ tag, data }) => [tag, [...data]]),
    [
      [5, [0xaa]],
      [9, []],
    ],
  );
});

test("very many unknown tagged fields are kept in time that grows with their number", () => {
  const count = TAGGED_FIELDS_MAX;
  const kept = new Reader(Buffer.concat([uvarints(count), Buffer.alloc(count * 2, 0)])).keepTags();
  assert.equal(kept.length, count);
});

test("an error names message, version and field", () => {
  const reader = readerOf("0000");
  reader.begin("PingRequest", 3, 0, 4);
  assert.throws(() => reader.int32("port"), {
    name: "DecodeError",
    code: "DECODE_FAILED",
    message: "PingRequest v3: port: found 2 bytes after byte 0, expected 4.",
  });
});

test("peekInt16 tells what comes next and stays where it is", () => {
  const reader = readerOf("0023 0001");
  assert.equal(reader.peekInt16("a"), 35);
  assert.equal(reader.position, 0);
  assert.equal(reader.int16("a"), 35);
  assert.equal(reader.peekInt16("b"), 1);
  assert.throws(() => readerOf("00").peekInt16("c"), DecodeError);
});
