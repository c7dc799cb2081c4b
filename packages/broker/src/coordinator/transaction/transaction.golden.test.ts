import assert from "node:assert/strict";
import { batchesIn, readRecords, type ErrorName } from "@naru/protocol";
import { decodeTransactionRecord } from "@naru/protocol/messages/transaction-records";
import type { TransactionLogValue } from "@naru/protocol/messages/transaction-log-record";
import { commandIn, testConversations, type Options } from "../conversation-rig.golden.test.ts";
import { addPartitions } from "./add-partitions.ts";
import { describeTransaction } from "./describe-transaction.ts";
import { endTransactionV2 } from "./end-transaction-v2.ts";
import { endTransaction } from "./end-transaction.ts";
import { initProducerId } from "./init-producer-id.ts";
import { listTransactions } from "./list-transactions.ts";
import type { ProducerIdentity } from "./producer-identity.ts";
import { transactionStateById } from "./transaction-state.ts";
import { nameOf, partitionNamed, TransactionRig } from "./transaction-rig.test.ts";

// Conversations of producers with the coordinator of one transactional id, `t`: commands, "----",
// and what came of them: who was answered what, the markers that were sent, the records that were
// written. A producer speaks with the id and epoch that it was last given, unless `at=id/epoch`
// says otherwise.
const folder = new URL("./testdata/", import.meta.url);
const ID = "t";

type Identity = Pick<ProducerIdentity, "producerId" | "producerEpoch">;

/** One script under way: the producers by their names, and what was heard meanwhile. */
class Conversation {
  readonly rig = new TransactionRig();
  readonly heard: string[] = [];
  readonly #identities = new Map<string, Identity>();
  #batches = 0;

  constructor() {
    this.rig.partitions.onMarker = ({ outcome, ...marker }, partition) => {
      const { producerId, producerEpoch, coordinatorEpoch, transactionVersion } = marker;
      this.#noteRecords();
      this.heard.push(
        `  marker ${outcome} ${producerId}/${producerEpoch} to ${partition}, ` +
          `coordinator ${coordinatorEpoch}, version ${transactionVersion}`,
      );
    };
  }

  async perform(line: string): Promise<void> {
    const { name, words, options } = commandIn(line);
    const isCommand = Object.hasOwn(this.#commands, name);
    if (isCommand) await this.#commands[name]!(words, options);
    else this.#say(name, words, options);
    this.#noteRecords();
    const durable = this.rig.durable();
    if (durable !== undefined) assert.deepEqual(this.rig.replayed(), durable);
  }

  #say(name: string, [verb = "", ...partitions]: readonly string[], options: Options): void {
    const say = this.#verbs[verb];
    assert.ok(say !== undefined, `no command is called ${verb}`);
    say(name, partitions, options);
  }

  readonly #commands: Readonly<
    Record<string, (words: readonly string[], options: Options) => void | Promise<void>>
  > = {
    advance: ([ms]) => this.rig.clock.advance(Number(ms)),
    set: (_words, options) => {
      for (const [key, value] of Object.entries(options)) {
        assert.ok(key in this.rig.config, `${key} is a key of the configuration`);
        Object.assign(this.rig.config, { [key]: Number(value) });
      }
    },
    restart: () => this.rig.restart(),
    hold: () => {
      this.rig.log.isHolding = true;
    },
    synced: () => this.rig.log.sync(),
    "fail-next-append": ([error]) => {
      this.rig.log.nextError = error as ErrorName;
    },
    "hold-markers": () => {
      this.rig.partitions.isHolding = true;
    },
    answer: ([partition = "", error = "NONE"]) =>
      this.rig.partitions.answer(partition, error as ErrorName),
    "refuse-next-marker": ([partition = "", error = ""]) => {
      this.rig.partitions.refusals.set(partition, error as ErrorName);
    },
    "delete-topic": ([topic = ""]) => {
      this.rig.partitions.deletedTopics.add(topic);
    },
    /** As if the producer had ended 32766 transactions. */
    exhaust: () => {
      this.rig.ask<void>(
        (machine, step, to) => {
          const metadata = { ...machine.transactions.get(ID)!, producerEpoch: 32_766 };
          step.write({ transactionalId: ID, metadata });
          step.reply(to, undefined);
          for (const name of this.#identities.keys()) this.#identities.set(name, metadata);
        },
        { failed: () => {}, done: () => {} },
      );
    },
    "no-producer-ids": () => {
      this.rig.hasProducerIds = false;
    },
    describe: () =>
      this.rig.ask<string>(
        (machine, step, to) => {
          const { topics, ...found } = describeTransaction(machine, ID);
          const partitions = topics.flatMap(({ topic, partitions: indexes }) =>
            indexes.map((partition) => nameOf({ topic, partition })),
          );
          const who = `${found.producerId}/${found.producerEpoch}`;
          const state = `${found.transactionState} ${who} [${partitions.join(", ")}]`;
          step.reply(to, found.errorCode === 0 ? state : `error ${found.errorCode}`);
        },
        { failed: (error) => error, done: (state) => this.heard.push(`t is ${state}`) },
      ),
    list: (states, { longer = "-1" }) =>
      this.rig.ask<string>(
        (machine, step, to) => {
          const filter = {
            producerIds: new Set<number>(),
            states: new Set(states),
            durationMs: Number(longer),
            ids: undefined,
          };
          const listed = listTransactions(machine, filter, step.nowMs);
          const text = listed.map((each) => `${each.transactionalId} ${each.transactionState}`);
          step.reply(to, `[${text.join(", ")}]`);
        },
        { failed: (error) => error, done: (listed) => this.heard.push(`listed: ${listed}`) },
      ),
  };

  readonly #verbs: Readonly<
    Record<string, (name: string, partitions: readonly string[], options: Options) => void>
  > = {
    init: (name, _none, { timeout = "60000", at }) => {
      const expected = at === undefined ? undefined : identityAt(at);
      const call = { transactionalId: ID, timeoutMs: Number(timeout), expected };
      this.rig.identify(
        (machine, step, to) => initProducerId(machine, { ...call, to }, step),
        (identity) => this.#identified(name, identity),
      );
    },
    // AddPartitionsToTxn 0-3, or `version=5` for what a broker asks.
    add: (name, partitions, { version = "3", at }) => {
      const call = {
        transactionalId: ID,
        ...this.#who(name, at),
        partitions: partitions.map(partitionNamed),
        clientTransactionVersion: Number(version) > 3 ? 2 : 0,
      };
      this.rig.ask<ErrorName>(
        (machine, step, to) => step.reply(to, addPartitions(machine, call, step)),
        { failed: (error) => error, done: (error) => this.heard.push(`${name} <- ${error}`) },
      );
    },
    enrol: (name, partitions, { at }) => this.#enrol({ name, verifyOnly: false, at }, partitions),
    verify: (name, partitions, { at }) => this.#enrol({ name, verifyOnly: true, at }, partitions),
    commit: (name, _none, options) => this.#end({ name, outcome: "COMMIT" }, options),
    abort: (name, _none, options) => this.#end({ name, outcome: "ABORT" }, options),
  };

  #enrol(
    how: { readonly name: string; readonly verifyOnly: boolean; readonly at: string | undefined },
    partitions: readonly string[],
  ): void {
    const { name, verifyOnly, at } = how;
    const who = { transactionalId: ID, ...this.#who(name, at), verifyOnly };
    this.rig.coordinator.enrol({ ...who, partitions: partitions.map(partitionNamed) }, (errors) =>
      this.heard.push(`${name} <- ${errors.join(", ")}`),
    );
  }

  /** EndTxn 5, or with `version=4` what older clients send. */
  #end(
    { name, outcome }: { readonly name: string; readonly outcome: "COMMIT" | "ABORT" },
    { version = "5", at }: Options,
  ): void {
    const call = { transactionalId: ID, ...this.#who(name, at), outcome };
    this.rig.identify(
      (machine, step, to) =>
        (Number(version) >= 5 ? endTransactionV2 : endTransaction)(machine, { ...call, to }, step),
      (identity) => this.#identified(name, identity),
    );
  }

  #identified(name: string, { error, ...identity }: ProducerIdentity): void {
    const { producerId, producerEpoch } = identity;
    if (producerId >= 0) this.#identities.set(name, identity);
    const now = producerId < 0 ? "" : `, now ${producerId}/${producerEpoch}`;
    this.heard.push(`${name} <- ${error}${now}`);
  }

  #who(name: string, at: string | undefined): Identity {
    if (at !== undefined) return identityAt(at);
    return this.#identities.get(name) ?? { producerId: -1, producerEpoch: -1 };
  }

  #noteRecords(): void {
    for (const batch of this.rig.log.batches.slice(this.#batches)) {
      this.heard.push(`  ${batchText(batch)}`);
    }
    this.#batches = this.rig.log.batches.length;
  }
}

function identityAt(at: string): Identity {
  const [producerId, producerEpoch] = at.split("/").map(Number);
  return { producerId: producerId!, producerEpoch: producerEpoch! };
}

function batchText(bytes: Uint8Array): string {
  const records = [...batchesIn(bytes)]
    .flatMap((batch) => readRecords(batch))
    .map(({ key, value }) => decodeTransactionRecord(key!, value))
    .map(({ key, version, value }) =>
      value === null
        ? `${key.transactionalId} is forgotten`
        : `${key.transactionalId} ${valueText(value)}, value v${version}`,
    );
  return `batch: ${records.join("; ")}`;
}

/** Fields that are as they mostly are (previous id the same, no next id, times) are left out. */
function valueText(value: TransactionLogValue): string {
  const partitions = value.transactionPartitions?.flatMap(({ topic, partitionIds }) =>
    partitionIds.map((partition) => nameOf({ topic, partition })),
  );
  const { producerId, producerEpoch, previousProducerId, nextProducerId } = value;
  return [
    `${transactionStateById(value.transactionStatus)} ${producerId}/${producerEpoch}`,
    ` [${partitions?.join(", ") ?? "null"}]`,
    previousProducerId === producerId ? "" : `, previous id ${previousProducerId}`,
    nextProducerId === -1 ? "" : `, next id ${nextProducerId}`,
    value.transactionTimeoutMs === 60_000 ? "" : `, time-out ${value.transactionTimeoutMs}`,
    value.clientTransactionVersion === 0 ? "" : `, client ${value.clientTransactionVersion}`,
  ].join("");
}

testConversations(folder, () => new Conversation());
