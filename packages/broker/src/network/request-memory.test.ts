import assert from "node:assert/strict";
import { test } from "node:test";

import { RequestMemory, type MemoryOwner } from "./request-memory.ts";

class Owner implements MemoryOwner {
  freed = 0;
  memoryFreed(): void {
    this.freed += 1;
  }
}

test("past the limit one owner goes on and the others wait until it is done", () => {
  const memory = new RequestMemory(1_024);
  const [a, b, c] = [new Owner(), new Owner(), new Owner()];
  const buffer = memory.take(4_096);
  assert.equal(memory.mayReceive(a), true, "the first may finish its frame");
  assert.equal(memory.mayReceive(b), false);
  assert.equal(memory.mayReceive(c), false);
  assert.equal(memory.mayReceive(a), true);

  memory.released(a);
  assert.equal(b.freed, 1, "there is still no room: the next in line goes on alone");
  assert.equal(c.freed, 0);

  memory.giveBack(buffer);
  memory.released(b);
  assert.equal(c.freed, 1);
});

test("without a limit nobody waits", () => {
  const memory = new RequestMemory(-1);
  memory.take(1_000_000);
  assert.equal(memory.mayReceive(new Owner()), true);
});

test("a buffer that was given back is used again", () => {
  const memory = new RequestMemory(-1);
  const buffer = memory.take(5_000);
  assert.equal(buffer.length, 8_192);
  memory.giveBack(buffer);
  assert.equal(memory.heldBytes, 0);
  assert.equal(memory.take(6_000), buffer);
});
