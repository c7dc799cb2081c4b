/** A record of one of the two inputs: an order or a payment, both named by the order's id. */
export interface Arrival {
  readonly kind: "order" | "payment";
  readonly orderId: string;
  /** As it came, in JSON. */
  readonly value: string;
}

/** What a batch of arrivals changes: records to write, in this order, in one transaction. */
export interface Changes {
  /** Of the topic of unmatched ones; a null value says that its key is matched now. */
  readonly unmatched: readonly { key: string; value: string | null }[];
  readonly paid: readonly { key: string; value: string }[];
}

const partnerOf = { order: "payment", payment: "order" } as const;

/**
 * Orders without a payment and payments without an order.
 *
 * The truth is the compacted topic. This is a copy, made by replaying that topic's records: first
 * those that are there at the start, then those of each transaction that was committed.
 */
export class Unmatched {
  readonly #values = new Map<string, string>();

  get size(): number {
    return this.#values.size;
  }

  /** What these arrivals lead to. Nothing is changed here before `replay` is told so. */
  match(arrivals: readonly Arrival[]): Changes {
    const unmatched: { key: string; value: string | null }[] = [];
    const paid: { key: string; value: string }[] = [];
    const ofBatch = new Map<string, string | null>();
    const set = (key: string, value: string | null): void => {
      ofBatch.set(key, value);
      unmatched.push({ key, value });
    };
    for (const { kind, orderId, value } of arrivals) {
      const partnerKey = keyOf(partnerOf[kind], orderId);
      const known = ofBatch.get(partnerKey);
      const partner = known === undefined ? this.#values.get(partnerKey) : known;
      if (partner === undefined || partner === null) set(keyOf(kind, orderId), value);
      else {
        set(partnerKey, null);
        const [order, payment] = kind === "order" ? [value, partner] : [partner, value];
        paid.push({ key: orderId, value: paidOrder(order, payment) });
      }
    }
    return { unmatched, paid };
  }

  /** A record of the topic of unmatched ones, in the order in which it stands there. */
  replay(key: string, value: string | null): void {
    if (value === null) this.#values.delete(key);
    else this.#values.set(key, value);
  }
}

/** The key under which something waits: an order and its payment have one each. */
export function keyOf(kind: Arrival["kind"], orderId: string): string {
  return `${kind}:${orderId}`;
}

/** The order as it was, and the payment that it waited for. */
export function paidOrder(order: string, payment: string): string {
  return JSON.stringify({ ...JSON.parse(order), payment: JSON.parse(payment) });
}
