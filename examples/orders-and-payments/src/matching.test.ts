import assert from "node:assert/strict";
import { test } from "node:test";
import { type Arrival, Unmatched } from "./matching.ts";
import { arrivalsOf, expectationOf } from "./arrivals.ts";

const order = { kind: "order", orderId: "7", value: '{"amount":3}' } as const;
const payment = { kind: "payment", orderId: "7", value: '{"paymentId":"p"}' } as const;
const paid = [{ key: "7", value: '{"amount":3,"payment":{"paymentId":"p"}}' }];

test("an order waits for its payment, and a payment for its order", () => {
  for (const [first, second] of [
    [order, payment],
    [payment, order],
  ] as const) {
    const unmatched = new Unmatched();
    const waiting = unmatched.match([first]);
    const key = `${first.kind}:7`;
    assert.deepEqual(waiting, { unmatched: [{ key, value: first.value }], paid: [] });
    for (const record of waiting.unmatched) unmatched.replay(record.key, record.value);
    assert.deepEqual(unmatched.match([second]), { unmatched: [{ key, value: null }], paid });
  }
});

test("an order and its payment in one batch leave nothing behind", () => {
  const { unmatched, paid: found } = new Unmatched().match([order, payment]);
  assert.deepEqual(unmatched, [
    { key: "order:7", value: order.value },
    { key: "order:7", value: null },
  ]);
  assert.deepEqual(found, paid);
});

test("a batch that was not committed changes nothing", () => {
  const unmatched = new Unmatched();
  unmatched.match([order]);
  assert.deepEqual(unmatched.match([payment]).paid, []);
});

// Goal: a program killed at any moment ends with the same result.
// Method: the whole script in batches; a kill forgets the copy and what was not committed, and
// replays the topic, as the program does.
test("killed after any transaction, or within one, the result is the same", () => {
  const arrivals = arrivalsOf({ seed: 3, orders: 60 });
  const { paid: expected, waiting } = expectationOf(arrivals);
  for (let killEvery = 1; killEvery <= 5; killEvery += 1) {
    const topic: { key: string; value: string | null }[] = [];
    const output: string[] = [];
    let unmatched = new Unmatched();
    for (let from = 0, batch = 0; from < arrivals.length; from += 7, batch += 1) {
      const next: readonly Arrival[] = arrivals.slice(from, from + 7);
      if (batch % killEvery === 0) {
        // Killed before its commit: what was written is aborted, and the batch read again.
        unmatched.match(next);
        unmatched = new Unmatched();
        for (const { key, value } of topic) unmatched.replay(key, value);
      }
      const changes = unmatched.match(next);
      for (const { key, value } of changes.unmatched) unmatched.replay(key, value);
      topic.push(...changes.unmatched);
      output.push(...changes.paid.map(({ value }) => value));
    }
    assert.deepEqual(output.toSorted(), [...expected.values()].toSorted());
    assert.equal(unmatched.size, waiting.size);
  }
});
