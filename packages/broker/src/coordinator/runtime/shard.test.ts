import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { RecordBatch, type ErrorName } from "@naru/protocol";
import { silentLogger } from "@naru/runtime";
import { SimulatedClock } from "@naru/runtime/simulated";
import type { CoordinatorLog, LoadListener } from "./coordinator-log.ts";
import type { CoordinatorMachine } from "./coordinator-machine.ts";
import { Shard } from "./shard.ts";
import type { Step } from "./step.ts";

type Record = string;
type CountStep = Step<Record, string, string>;

/** Counts the records that it has seen; a timer adds one more. */
class CountMachine implements CoordinatorMachine<Record, string, string> {
  readonly seen: Record[] = [];

  decode(_key: Uint8Array, value: Uint8Array | null): Record | undefined {
    const text = Buffer.from(value ?? []).toString();
    return text.startsWith("unknown") ? undefined : text;
  }

  encode(record: Record): { key: Uint8Array; value: Uint8Array } {
    return { key: Buffer.from("k"), value: Buffer.from(record) };
  }

  replay(record: Record): void {
    this.seen.push(record);
  }

  replayInTransaction(record: Record, producerId: number): void {
    this.seen.push(`${record} in ${producerId}`);
  }

  replayTransactionEnd(producerId: number, outcome: string): void {
    this.seen.push(`${outcome} of ${producerId}`);
  }

  loaded(step: CountStep): void {
    if (this.seen.includes("poison")) throw new Error("nobody can go on from poison");
    step.note(`${this.seen.length} seen`);
  }

  expired(timer: string, step: CountStep): void {
    step.write(timer);
  }
}

/** A log that the test answers for. */
class AskedLog implements CoordinatorLog {
  readonly batchBytesMax = 1_000;
  readonly batches: Uint8Array[] = [];
  readonly open: ((error: ErrorName) => void)[] = [];
  loading: LoadListener | undefined;
  refusal: ErrorName = "NONE";

  load(listener: LoadListener): () => void {
    this.loading = listener;
    return () => {
      this.loading = undefined;
    };
  }

  refusalOf(): ErrorName {
    return this.refusal;
  }

  append(batch: Uint8Array, done: (error: ErrorName) => void): void {
    this.batches.push(batch);
    this.open.push(done);
  }

  finishLoad(): void {
    for (const batch of this.batches) this.loading?.batches(batch);
    this.loading?.end();
  }
}

class Rig {
  readonly clock = new SimulatedClock();
  readonly log = new AskedLog();
  readonly answers: string[] = [];
  readonly shard: Shard<Record, string, CountMachine, string> = new Shard({
    name: "shard",
    log: this.log,
    clock: this.clock,
    logger: silentLogger,
    newMachine: () => new CountMachine(),
    perform: (effect) => this.answers.push(`effect ${effect}`),
  });

  constructor(how: { loaded: boolean } = { loaded: true }) {
    if (!how.loaded) return;
    this.shard.load();
    this.log.finishLoad();
  }

  /** Writes these records, and answers with the name and how many there are then. */
  write(name: string, ...records: Record[]): void {
    this.ask(name, (machine, step) => {
      for (const record of records) step.write(record);
      return machine.seen.length;
    });
  }

  /** The same in a transaction of producer 7. */
  inTransaction(name: string, ...records: Record[]): void {
    this.shard.run<string>({
      transaction: { producerId: 7, producerEpoch: 0, verificationGuard: 0 },
      run: (machine, step, to) => {
        const before = machine.seen.length;
        for (const record of records) step.write(record);
        step.reply(to, `${name}: ${before}`);
      },
      failed: (error) => `${name}: ${error}`,
      done: (answer) => this.answers.push(answer),
    });
  }

  end(name: string): void {
    const marker = { producerId: 7, producerEpoch: 1, coordinatorEpoch: 0, transactionVersion: 2 };
    this.shard.endTransaction({ ...marker, outcome: "COMMIT" }, (error) =>
      this.answers.push(`${name}: ${error}`),
    );
  }

  ask(name: string, run: (machine: CountMachine, step: CountStep) => number | string): void {
    this.shard.run<string>({
      run: (machine, step, to) => step.reply(to, `${name}: ${run(machine, step)}`),
      failed: (error) => `${name}: ${error}`,
      done: (answer) => this.answers.push(answer),
    });
  }
}

describe("a shard", () => {
  test("sends requests away until its log is read", () => {
    const rig = new Rig({ loaded: false });
    rig.write("early", "a");
    rig.shard.load();
    rig.write("loading", "a");
    rig.log.finishLoad();
    rig.ask("loaded", ({ seen }) => seen.length);
    assert.deepEqual(rig.answers, [
      "early: NOT_COORDINATOR",
      "loading: COORDINATOR_LOAD_IN_PROGRESS",
      "loaded: 0",
    ]);
  });

  test("answers once its records are durable, and reads wait for what they have seen", () => {
    const rig = new Rig();
    rig.write("first", "a", "b");
    rig.ask("read", ({ seen }) => seen.length);
    rig.write("second", "c");
    rig.ask("read again", ({ seen }) => seen.length);
    assert.equal(rig.log.batches.length, 2);
    assert.deepEqual(rig.answers, []);
    rig.log.open[0]!("NONE");
    assert.deepEqual(rig.answers, ["first: 2", "read: 2"]);
    rig.log.open[1]!("NONE");
    assert.deepEqual(rig.answers.slice(2), ["second: 3", "read again: 3"]);
    rig.ask("idle", ({ seen }) => seen.length);
    assert.equal(rig.answers.at(-1), "idle: 3");
  });

  test("whose append fails tells everybody, and reads its log once nothing is under way", async () => {
    const rig = new Rig();
    rig.write("first", "a");
    rig.write("second", "b");
    rig.ask("read", ({ seen }) => seen.length);
    rig.log.open[0]!("NOT_ENOUGH_REPLICAS");
    assert.deepEqual(rig.answers, [
      "first: COORDINATOR_NOT_AVAILABLE",
      "second: COORDINATOR_NOT_AVAILABLE",
      "read: COORDINATOR_NOT_AVAILABLE",
    ]);
    await rig.clock.advance(10_000);
    assert.equal(rig.shard.state, "failed", "the second append is still open");
    rig.write("meanwhile", "c");
    assert.equal(rig.answers.at(-1), "meanwhile: COORDINATOR_LOAD_IN_PROGRESS");
    rig.log.open[1]!("NONE");
    rig.log.batches.shift();
    await rig.clock.advance(100);
    rig.log.finishLoad();
    rig.ask("again", ({ seen }) => seen.join());
    assert.equal(rig.answers.at(-1), "again: b");
  });

  test("refuses a batch that its topic would not take, and forgets what it had done", async () => {
    const rig = new Rig();
    rig.write("large", "x".repeat(2_000));
    assert.deepEqual(rig.answers, ["large: UNKNOWN_SERVER_ERROR"]);
    await rig.clock.advance(100);
    rig.log.finishLoad();
    rig.ask("after", ({ seen }) => seen.length);
    assert.equal(rig.answers.at(-1), "after: 0");
  });

  test("that is unloaded answers who waits, and its timers are gone", async () => {
    const rig = new Rig();
    rig.ask("armed", (_machine, step) => {
      step.arm("timer", 1_000, "expired");
      return "armed";
    });
    rig.write("waits", "a");
    rig.shard.unload();
    assert.equal(rig.answers.at(-1), "waits: NOT_COORDINATOR");
    await rig.clock.advance(5_000);
    assert.equal(rig.log.batches.length, 1);
    rig.log.open[0]!("NOT_LEADER_OR_FOLLOWER");
    assert.equal(rig.shard.state, "unloaded");
  });

  test("arms, replaces and cancels timers by their keys", async () => {
    const rig = new Rig();
    const arm = (key: string, delayMs: number, event: string): void =>
      rig.ask("arm", (_machine, step) => {
        step.arm(key, delayMs, event);
        return event;
      });
    arm("a", 1_000, "first");
    arm("a", 3_000, "second");
    arm("b", 2_000, "cancelled");
    rig.ask("cancel", (_machine, step) => {
      step.cancel("b");
      return "b";
    });
    await rig.clock.advance(2_999);
    assert.equal(rig.log.batches.length, 0);
    await rig.clock.advance(1);
    assert.deepEqual(rig.shard.machine?.seen, ["second"]);
  });

  test("that cannot be read is tried again, less and less often", async () => {
    const rig = new Rig({ loaded: false });
    rig.shard.load();
    for (const delayMs of [200, 400, 800]) {
      rig.log.loading!.failed(new Error("the disk is away."));
      assert.equal(rig.shard.state, "failed");
      await rig.clock.advance(delayMs - 1);
      assert.equal(rig.shard.state, "failed");
      await rig.clock.advance(1);
      assert.equal(rig.shard.state, "loading");
    }
    rig.log.finishLoad();
    assert.equal(rig.shard.state, "active");
  });

  test("that cannot go on from what it has read is tried again less and less often, too", async () => {
    const rig = new Rig({ loaded: false });
    rig.shard.load();
    rig.log.finishLoad();
    rig.write("poison", "poison");
    rig.log.open[0]!("NONE");
    rig.shard.unload();
    rig.shard.load();
    for (const delayMs of [200, 400, 800]) {
      rig.log.finishLoad();
      assert.equal(rig.shard.state, "failed");
      await rig.clock.advance(delayMs - 1);
      assert.equal(rig.shard.state, "failed");
      await rig.clock.advance(1);
      assert.equal(rig.shard.state, "loading");
    }
  });

  test("leaves records of kinds that it does not know where they are", () => {
    const rig = new Rig();
    rig.write("known", "a", "unknown b");
    rig.log.open[0]!("NONE");
    rig.shard.unload();
    rig.shard.load();
    rig.log.finishLoad();
    assert.deepEqual(rig.shard.machine?.seen, ["a"]);
    assert.equal(rig.log.batches.length, 1);
  });

  test("asks its log before anything of a transaction is done, and stays as it is", async () => {
    const rig = new Rig();
    rig.log.refusal = "INVALID_PRODUCER_EPOCH";
    rig.write("plain", "a");
    rig.inTransaction("transactional", "b");
    rig.end("ended");
    rig.log.open[0]!("NONE");
    assert.deepEqual(rig.answers, [
      "transactional: INVALID_PRODUCER_EPOCH",
      "ended: INVALID_PRODUCER_EPOCH",
      "plain: 1",
    ]);
    assert.equal(rig.shard.state, "active");
    assert.deepEqual(rig.shard.machine?.seen, ["a"]);
  });

  test("ends transactions in order with its own batches, and tells when that is durable", () => {
    const rig = new Rig();
    rig.inTransaction("commit", "a");
    rig.end("ended");
    rig.write("later", "b");
    assert.deepEqual(rig.shard.machine?.seen, ["a in 7", "COMMIT of 7", "b"]);
    const batches = rig.log.batches.map((bytes) => RecordBatch.at(bytes));
    assert.deepEqual(
      batches.map((batch) => [batch.isTransactional, batch.isControl, batch.producerId]),
      [
        [true, false, 7],
        [true, true, 7],
        [false, false, -1],
      ],
    );
    for (const done of rig.log.open) done("NONE");
    assert.deepEqual(rig.answers, ["commit: 0", "ended: NONE", "later: 3"]);
  });

  test("whose marker is not written tells the coordinator of the transaction", async () => {
    const rig = new Rig();
    rig.end("ended");
    rig.log.open[0]!("KAFKA_STORAGE_ERROR");
    assert.deepEqual(rig.answers, ["ended: NOT_COORDINATOR"]);
    assert.equal(rig.shard.state, "failed");
  });
});

describe("the effects of an operation", () => {
  const withEffect = (rig: Rig, name: string): void =>
    rig.ask(name, (_machine, step) => {
      step.write(name);
      step.effect(name);
      return "answered";
    });

  test("wait for its records, and follow its replies", () => {
    const rig = new Rig();
    withEffect(rig, "a");
    rig.ask("b", (_machine, step) => {
      step.effect("b");
      return "answered";
    });
    assert.deepEqual(rig.answers, []);
    rig.log.open.shift()!("NONE");
    assert.deepEqual(rig.answers, ["a: answered", "b: answered", "effect a", "effect b"]);
  });

  test("are lost with records that fail, and with a shard that is given up", () => {
    const rig = new Rig();
    withEffect(rig, "a");
    withEffect(rig, "b");
    rig.log.open.shift()!("NOT_ENOUGH_REPLICAS");
    rig.log.open.shift()!("NOT_ENOUGH_REPLICAS");
    assert.deepEqual(
      rig.answers.filter((answer) => answer.startsWith("effect")),
      [],
    );
    const other = new Rig();
    withEffect(other, "a");
    other.shard.unload();
    other.log.open.shift()!("NONE");
    assert.deepEqual(other.answers, ["a: NOT_COORDINATOR"]);
  });
});

describe("an operation that throws", () => {
  test("leaves nothing behind that is in no log", () => {
    const rig = new Rig();
    rig.write("before", "a");
    rig.ask("broken", (_machine, step) => {
      step.write("half");
      throw new Error("a bug");
    });
    assert.deepEqual(rig.answers, ["before: UNKNOWN_SERVER_ERROR", "broken: UNKNOWN_SERVER_ERROR"]);
    rig.log.open.shift()!("NONE");
    rig.shard.load();
    rig.log.finishLoad();
    rig.ask("after", ({ seen }) => seen.join());
    assert.equal(rig.answers.at(-1), "after: a");
  });
});

describe("records that mean something one by one", () => {
  const big = (letter: string): string => letter.repeat(600);

  test("are several batches when one is too small, and answered with the last", () => {
    const rig = new Rig();
    rig.ask("all", (_machine, step) => {
      step.isDivisible = true;
      for (const letter of "abc") step.write(big(letter));
      return "done";
    });
    assert.deepEqual(rig.log.batches.map(countOf), [1, 1, 1]);
    rig.log.open.shift()!("NONE");
    rig.log.open.shift()!("NONE");
    assert.deepEqual(rig.answers, []);
    rig.log.open.shift()!("NONE");
    assert.deepEqual(rig.answers, ["all: done"]);
  });

  test("are one batch otherwise, which is refused", () => {
    const rig = new Rig();
    rig.write("all", big("a"), big("b"));
    assert.deepEqual(rig.answers, ["all: UNKNOWN_SERVER_ERROR"]);
  });
});

function countOf(batch: Uint8Array): number {
  return RecordBatch.at(batch, 0).count;
}
