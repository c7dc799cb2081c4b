import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { addPartitions } from "./add-partitions.ts";
import { endTransactionV2 } from "./end-transaction-v2.ts";
import { endTransaction } from "./end-transaction.ts";
import { initProducerId } from "./init-producer-id.ts";
import type { ProducerIdentity } from "./producer-identity.ts";
import type { TransactionMetadata } from "./transaction-metadata.ts";
import { isPrepared, mayBeEntered } from "./transaction-state.ts";
import { partitionNamed, TransactionRig } from "./transaction-rig.test.ts";

const ids = ["t", "u"] as const;
const producers = ["a", "b"] as const;
const partitions = ["orders-0", "orders-1", "payments-0"] as const;

type Producer = (typeof producers)[number];
type Identity = Pick<ProducerIdentity, "producerId" | "producerEpoch">;

const who = { id: fc.constantFrom(...ids), producer: fc.constantFrom(...producers) };
const isV2 = fc.boolean();

const actions = fc.oneof(
  fc.record({ kind: fc.constant("init" as const), ...who, recovers: fc.boolean() }),
  fc.record({
    kind: fc.constant("add" as const),
    ...who,
    isV2,
    where: fc.constantFrom(...partitions),
  }),
  fc.record({
    kind: fc.constant("add" as const),
    ...who,
    isV2,
    where: fc.constantFrom(...partitions),
  }),
  fc.record({
    kind: fc.constant("end" as const),
    ...who,
    isV2,
    outcome: fc.constantFrom("COMMIT" as const, "ABORT" as const),
    /** Of a request that was delayed: as many epochs ago. */
    epochsAgo: fc.constantFrom(0, 0, 0, 1, 2),
  }),
  fc.record({ kind: fc.constant("exhaust" as const), ...who }),
  fc.record({
    kind: fc.constant("advance" as const),
    ms: fc.constantFrom(1, 5_000, 40_000, 90_000),
  }),
  fc.record({ kind: fc.constant("answer" as const), where: fc.constantFrom(...partitions) }),
  fc.record({ kind: fc.constant("hold" as const), isHolding: fc.boolean() }),
  fc.record({ kind: fc.constant("fail-append" as const) }),
  fc.record({ kind: fc.constant("restart" as const) }),
  fc.record({ kind: fc.constant("level" as const), level: fc.constantFrom(1, 2) }),
);
type Action = typeof actions extends fc.Arbitrary<infer A> ? A : never;
type ActionOf<Kind extends Action["kind"]> = Extract<Action, { kind: Kind }>;
type Transactions = ReadonlyMap<string, TransactionMetadata>;

/** Producers that use two ids, and what they were told last. */
class World {
  readonly rig = new TransactionRig();
  readonly #told = new Map<string, Identity>();
  /** What was live when the log had so many batches. */
  readonly #lived = new Map<number, Transactions>();
  /** How each transaction of a version 2 client ended, by its producer id and epoch. */
  readonly #outcomes = new Map<string, string>();

  constructor() {
    this.rig.partitions.onMarker = (marker) => {
      if (marker.transactionVersion < 2) return;
      const transaction = `${marker.producerId}/${marker.producerEpoch}`;
      const outcome = this.#outcomes.get(transaction) ?? marker.outcome;
      assert.equal(marker.outcome, outcome, `one outcome of ${transaction}`);
      this.#outcomes.set(transaction, outcome);
    };
  }

  async act(action: Action): Promise<void> {
    const before = new Map(this.rig.machine()?.transactions);
    await this.#do(action);
    this.#checkFenced(action, before);
    this.#check();
  }

  async #do(action: Action): Promise<void> {
    switch (action.kind) {
      case "init":
        this.#init(action);
        break;
      case "add":
        this.#add(action);
        break;
      case "end":
        this.#end(action);
        break;
      case "exhaust":
        this.#exhaust(action);
        break;
      case "advance":
        await this.rig.clock.advance(action.ms);
        break;
      case "answer":
        this.rig.partitions.answer(action.where, "NONE");
        break;
      case "hold":
        this.rig.partitions.isHolding = action.isHolding;
        break;
      case "fail-append":
        this.rig.log.nextError = "NOT_ENOUGH_REPLICAS";
        break;
      case "restart":
        this.rig.restart();
        break;
      case "level":
        this.rig.config.transactionVersion = action.level;
        break;
    }
  }

  #init({ id, producer, recovers }: ActionOf<"init">): void {
    const told = this.#identityOf(id, producer);
    const expected = recovers && told.producerId >= 0 ? told : undefined;
    const call = { transactionalId: id, timeoutMs: 30_000, expected };
    this.rig.identify(
      (machine, step, to) => initProducerId(machine, { ...call, to }, step),
      (identity) => this.#hear(id, producer, identity),
    );
  }

  #add({ id, producer, isV2: bumps, where }: ActionOf<"add">): void {
    const call = {
      transactionalId: id,
      ...this.#identityOf(id, producer),
      partitions: [partitionNamed(where)],
      clientTransactionVersion: bumps ? 2 : 0,
    };
    this.rig.ask<void>(
      (machine, step, to) => {
        addPartitions(machine, call, step);
        step.reply(to, undefined);
      },
      { failed: () => {}, done: () => {} },
    );
  }

  #end({ id, producer, isV2: bumps, outcome, epochsAgo }: ActionOf<"end">): void {
    const { producerId, producerEpoch } = this.#identityOf(id, producer);
    const who = { producerId, producerEpoch: producerEpoch - epochsAgo };
    const before = this.rig.machine()?.transactions.get(id);
    this.rig.identify(
      (machine, step, to) => {
        const call = { transactionalId: id, ...who, outcome, to };
        (bumps ? endTransactionV2 : endTransaction)(machine, call, step);
        const isItsOwn = before?.producerEpoch === who.producerEpoch;
        if (before?.state !== "Ongoing" || isItsOwn) return;
        assert.equal(machine.transactions.get(id), before, "another transaction's end ends none");
      },
      (identity) => this.#hear(id, producer, identity),
    );
  }

  /** As if it had ended 32766 transactions. */
  #exhaust({ id }: ActionOf<"exhaust">): void {
    this.rig.ask<void>(
      (machine, step, to) => {
        const metadata = machine.transactions.get(id);
        if (metadata?.state === "Ongoing") {
          const producerEpoch = Math.max(metadata.producerEpoch, 32_766);
          step.write({ transactionalId: id, metadata: { ...metadata, producerEpoch } });
        }
        step.reply(to, undefined);
      },
      { failed: () => {}, done: () => {} },
    );
  }

  #identityOf(id: string, producer: Producer): Identity {
    return this.#told.get(`${producer} of ${id}`) ?? { producerId: -1, producerEpoch: -1 };
  }

  #hear(id: string, producer: Producer, { error, producerId, producerEpoch }: ProducerIdentity) {
    if (error !== "NONE" || producerId < 0) return;
    this.#told.set(`${producer} of ${id}`, { producerId, producerEpoch });
  }

  /** What is ended without its producer is ended in an epoch that the producer does not have. */
  #checkFenced({ kind }: Action, before: Transactions): void {
    if (kind !== "advance" && kind !== "init") return;
    for (const [id, { state, producerId, producerEpoch }] of before) {
      const after = this.rig.machine()?.transactions.get(id);
      if (state !== "Ongoing" || after === undefined || after.state === "Ongoing") continue;
      const isFenced = after.producerId !== producerId || after.producerEpoch > producerEpoch;
      assert.ok(isFenced, `${id} was ended in epoch ${producerEpoch} of its producer`);
    }
  }

  #check(): void {
    const live = this.rig.durable();
    if (live === undefined) return;
    this.#lived.set(this.rig.log.batches.length, live);
    assert.deepEqual(this.rig.replayed(), live);
  }

  /** Every prefix of the log gives what was live then; each record follows from the one before. */
  checkHistory(): void {
    for (const [count, live] of this.#lived) assert.deepEqual(this.rig.replayed(count), live);
    let before: Transactions = new Map();
    for (let count = 1; count <= this.rig.log.batches.length; count += 1) {
      const after = this.rig.replayed(count);
      for (const [id, metadata] of after) checkStep(before.get(id), metadata);
      before = after;
    }
  }
}

function sameText(metadata: TransactionMetadata): string {
  return JSON.stringify({ ...metadata, partitions: [...metadata.partitions] });
}

function checkStep(before: TransactionMetadata | undefined, after: TransactionMetadata): void {
  if (before === undefined) {
    assert.deepEqual([after.state, after.producerEpoch], ["Empty", 0]);
    return;
  }
  if (sameText(before) === sameText(after)) return;
  const bumps = after.clientTransactionVersion === 2 && isPrepared(after.state);
  if (bumps) assert.equal(after.producerEpoch, before.producerEpoch + 1);
  assert.ok(isPrepared(after.state) || after.nextProducerId === -1, "only the end has a next id");
  assert.ok(mayBeEntered(after.state, before.state), `${before.state} to ${after.state}`);
  if (before.producerId === after.producerId) {
    assert.ok(after.producerEpoch >= before.producerEpoch, "epochs only grow");
  } else {
    assert.ok(after.producerId > before.producerId, "producer ids are never given twice");
    assert.equal(after.producerEpoch, 0);
  }
}

// Goal: whatever producers do, and whenever the coordinator is lost, epochs only grow, a
// transaction goes through its states as they allow, its markers agree, and the log is the state.
// Method: two producers share two ids; actions are random, some requests are old; partitions answer
// late, appends fail, coordinators begin again; every prefix of the log is replayed in the end.
test("epochs grow, states follow each other, markers agree, every prefix replays", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(actions, { minLength: 20, maxLength: 80, size: "max" }),
      async (list) => {
        const world = new World();
        for (const action of list) await world.act(action);
        world.checkHistory();
      },
    ),
    { numRuns: 150 },
  );
});
