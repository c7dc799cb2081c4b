import { type Arrival, keyOf, paidOrder } from "./matching.ts";

/** Which orders and payments arrive, and in which order: the same for the same seed. */
export interface Script {
  readonly seed: number;
  readonly orders: number;
}

/** One order in twenty is never paid, one payment in fifty is for no order. */
const UNPAID_EVERY = 20;
const STRAY_EVERY = 50;

/** Each order and each payment once, in any order. */
export function arrivalsOf({ seed, orders }: Script): Arrival[] {
  const next = chance(seed);
  const placed: { place: number; arrival: Arrival }[] = [];
  const place = (kind: Arrival["kind"], orderId: string, content: object): void => {
    const value = JSON.stringify(content);
    placed.push({ place: next(), arrival: { kind, orderId, value } });
  };
  for (let number = 0; number < orders; number += 1) {
    const orderId = `order-${number}`;
    const amount = 1 + Math.floor(next() * 10_000);
    const isPaid = number % UNPAID_EVERY !== 0;
    place("order", orderId, { orderId, customer: `customer-${Math.floor(next() * 100)}`, amount });
    if (isPaid) place("payment", orderId, { paymentId: `payment-${number}`, amount });
    if (number % STRAY_EVERY === 0) {
      place("payment", `unknown-${number}`, { paymentId: `stray-${number}`, amount });
    }
  }
  return placed.toSorted((a, b) => a.place - b.place).map(({ arrival }) => arrival);
}

/** What must be in the topics once everything has arrived, whatever became of the program. */
export interface Expectation {
  /** The paid orders by id. */
  readonly paid: ReadonlyMap<string, string>;
  /** Those that wait for ever, by their keys. */
  readonly waiting: ReadonlyMap<string, string>;
}

/** Worked out without any of the program's own rules. */
export function expectationOf(arrivals: readonly Arrival[]): Expectation {
  const ofKind = (wanted: Arrival["kind"]): Map<string, string> =>
    new Map(
      arrivals.filter(({ kind }) => kind === wanted).map(({ orderId, value }) => [orderId, value]),
    );
  const [orders, payments] = [ofKind("order"), ofKind("payment")];
  const paid = new Map<string, string>();
  const waiting = new Map<string, string>();
  for (const [orderId, order] of orders) {
    const payment = payments.get(orderId);
    if (payment === undefined) waiting.set(keyOf("order", orderId), order);
    else paid.set(orderId, paidOrder(order, payment));
  }
  for (const [orderId, payment] of payments) {
    if (!orders.has(orderId)) waiting.set(keyOf("payment", orderId), payment);
  }
  return { paid, waiting };
}

/** Numbers from 0 up to 1 that only the seed decides (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
