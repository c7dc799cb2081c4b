import assert from "node:assert/strict";
import { test } from "node:test";
import { textLines } from "./text-lines.ts";

async function linesOf(...pieces: readonly (string | Uint8Array)[]): Promise<string[]> {
  const input = (async function* (): AsyncGenerator<Uint8Array> {
    for (const piece of pieces) yield Buffer.from(piece);
  })();
  const lines: string[] = [];
  for await (const some of textLines(input)) lines.push(...some);
  return lines;
}

test("a line end of two signs that comes in two pieces is one line end", async () => {
  assert.deepEqual(await linesOf("a\r", "\nb\r", "c\n", "\r\n"), ["a", "b", "c", ""]);
});

test("letters that come in two pieces are one letter, and what is none is told so", async () => {
  const bytes = Buffer.from("나루");
  assert.deepEqual(await linesOf(bytes.subarray(0, 4), bytes.subarray(4)), ["나루"]);
  assert.deepEqual(await linesOf(Uint8Array.of(0x61, 0xff)), ["a\ufffd"]);
});

test("nothing is no line", async () => {
  assert.deepEqual(await linesOf(), []);
  assert.deepEqual(await linesOf("\n"), [""]);
});
