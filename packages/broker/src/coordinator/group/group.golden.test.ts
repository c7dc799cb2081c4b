import assert from "node:assert/strict";
import {
  RecordBatch,
  codeOf,
  controlRecordType,
  errorByCode,
  readRecords,
  type ErrorName,
} from "@naru/protocol";
import type { TxnOffsetCommitResponseDraft } from "@naru/protocol/messages/txn-offset-commit";
import type { OffsetCommitResponseDraft } from "@naru/protocol/messages/offset-commit";
import { commandIn, testConversations, type Options } from "../conversation-rig.golden.test.ts";
import { heartbeat } from "./classic/heartbeat.ts";
import { leaveGroup } from "./classic/leave-group.ts";
import { deleteGroup } from "./delete-group.ts";
import { describeGroup } from "./describe-groups.ts";
import { errorOf, GroupRig, recordsOf, untagged } from "./group-rig.test.ts";
import type { GroupRecord } from "./group-step.ts";
import { commitOffsets, failedCommit } from "./offsets/commit-offsets.ts";
import {
  commitTransactionalOffsets,
  failedTxnOffsetCommit,
} from "./offsets/commit-transactional-offsets.ts";
import { deleteOffsets, failedOffsetDelete } from "./offsets/delete-offsets.ts";
import { fetchOffsets } from "./offsets/fetch-offsets.ts";

// Conversations with the coordinator of one group, `g`: commands, "----", and what came of them:
// who was answered what, the group's way through its states, the records that were written.
const folder = new URL("./testdata/", import.meta.url);
const GROUP = "g";

type Command = (words: readonly string[], options: Options) => void | Promise<void>;

/** One script under way: the members by their names, and what was heard since the last command. */
class Conversation {
  readonly rig = new GroupRig();
  readonly heard: string[] = [];
  readonly #ids = new Map<string, string>();
  readonly #generations = new Map<string, number>();
  #state = "";

  async perform(line: string): Promise<void> {
    const { name, words, options } = commandIn(line);
    const command = this.#commands[name];
    assert.ok(command !== undefined, `no command is called ${name}`);
    const before = this.rig.log.batches.length;
    await command(words, options);
    this.#noteState();
    this.#noteRecords(before);
    if (this.rig.shard.machine !== undefined) this.rig.checkReplay();
  }

  readonly #commands: Readonly<Record<string, Command>> = {
    join: ([name = "", as], options) => this.#join(name, as, options),
    sync: ([name = ""], options) => this.#sync(name, options),
    heartbeat: ([name = ""], options) => {
      const request = { groupId: GROUP, ...this.#who(name, options), ...untagged };
      this.#ask(name, (machine, step, to) => heartbeat(machine, { request, to }, step));
    },
    leave: (names, options) => {
      const leavers = names.map((name) => ({
        memberId: options["instance"] === undefined ? (this.#ids.get(name) ?? name) : "",
        groupInstanceId: options["instance"] ?? null,
      }));
      this.#ask(names.join(), (machine, step, to) =>
        leaveGroup(machine, { groupId: GROUP, leavers, to }, step),
      );
    },
    commit: ([name = ""], options) => this.#commit(name, options),
    "txn-commit": ([name = "", producer = ""], options) =>
      this.#commitInTransaction(name, producer, options),
    end: ([producer = "", outcome]) => {
      const marker = {
        producerId: Number(producer),
        producerEpoch: 1,
        coordinatorEpoch: 0,
        outcome: outcome === "commit" ? ("COMMIT" as const) : ("ABORT" as const),
        transactionVersion: 2,
      };
      this.rig.shard.endTransaction(marker, (error) => this.#hear(`end of ${producer}`, error));
    },
    fetch: ([how, ...names]) => {
      const topics = fetchOffsets(this.rig.machine, {
        groupId: GROUP,
        topics: names.length === 0 ? null : names.map((name) => ({ name, partitionIndexes: [0] })),
        requireStable: how === "stable",
      });
      for (const { name, partitions } of topics) {
        for (const { partitionIndex, committedOffset, metadata, errorCode } of partitions) {
          const what = errorCode === 0 ? `${committedOffset} ${metadata}` : errorByCode(errorCode);
          this.heard.push(`${name}-${partitionIndex}: ${what}`.trimEnd());
        }
      }
      if (topics.length === 0) this.heard.push("nothing is committed");
    },
    "delete-offsets": ([topic = "", index]) => {
      const partitions = [{ partitionIndex: Number(index), ...untagged }];
      const topics = [{ name: topic, partitions, ...untagged }];
      const request = { groupId: GROUP, topics, ...untagged };
      this.rig.ask((machine, step, to) => deleteOffsets(machine, { request, to }, step), {
        failed: failedOffsetDelete,
        done: (response) => {
          const code = response.topics[0]?.partitions[0]?.errorCode ?? response.errorCode;
          this.heard.push(`delete-offsets <- ${errorByCode(code)}`);
        },
      });
    },
    delete: () =>
      this.#ask("delete", (machine, step, to) =>
        step.reply(to, { errorCode: codeOf(deleteGroup(machine, GROUP, step)) }),
      ),
    describe: (_words, options) => {
      const group = describeGroup(this.rig.machine, GROUP, Number(options["version"] ?? 6));
      const members = group.members.map(
        ({ memberId, memberAssignment }) => `${memberId}:${string(memberAssignment)}`,
      );
      const message = group.errorMessage ?? "";
      this.heard.push(
        `${errorOf(group)} ${message}`.trimEnd() +
          `: ${group.groupState} '${group.protocolType}' '${group.protocolData}' [${members.join(", ")}]`,
      );
    },
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
    "refuse-next-transaction": ([error]) => {
      this.rig.log.nextRefusal = error as ErrorName;
    },
    "fail-next-append": ([error]) => {
      this.rig.log.nextError = (error ?? "KAFKA_STORAGE_ERROR") as ErrorName;
    },
  };

  #join(name: string, as: string | undefined, options: Options): void {
    const memberId = as === "new" ? "" : (options["id"] ?? this.#ids.get(name) ?? "");
    const numbers = {
      ...(options["session"] === undefined ? {} : { sessionMs: Number(options["session"]) }),
      ...(options["rebalance"] === undefined ? {} : { rebalanceMs: Number(options["rebalance"]) }),
      ...(options["version"] === undefined ? {} : { version: Number(options["version"]) }),
    };
    const protocols = options["protocols"]?.split(",");
    this.rig.join(
      name,
      {
        groupId: GROUP,
        memberId,
        instanceId: options["instance"] ?? null,
        ...numbers,
        ...(protocols === undefined ? {} : { protocols }),
        ...(options["metadata"] === undefined ? {} : { metadata: options["metadata"] }),
      },
      (answer) => {
        const error = errorOf(answer);
        if (error === "NONE" || error === "MEMBER_ID_REQUIRED")
          this.#ids.set(name, answer.memberId);
        if (error !== "NONE") return this.#hear(name, `${error} ${answer.memberId}`.trimEnd());
        this.#generations.set(name, answer.generationId ?? -1);
        const others = answer.members.map(({ memberId: id }) => id).join(", ");
        const skip = answer.skipAssignment === true ? ", nothing to assign" : "";
        this.#hear(
          name,
          `generation ${answer.generationId} ${answer.protocolName}, id ${answer.memberId}, ` +
            `leader ${answer.leader}${others === "" ? "" : ` of [${others}]`}${skip}`,
        );
      },
    );
  }

  #sync(name: string, options: Options): void {
    const assignments = new Map(
      Object.entries(options)
        .filter(([key]) => key !== "generation" && key !== "instance" && key !== "id")
        .map(([other, assignment]) => [this.#ids.get(other) ?? other, assignment]),
    );
    const { groupInstanceId, ...who } = this.#who(name, options);
    this.rig.sync({ groupId: GROUP, ...who, instanceId: groupInstanceId }, assignments, (answer) =>
      this.#hear(
        name,
        answer.errorCode === 0 ? `assigned '${string(answer.assignment)}'` : errorOf(answer),
      ),
    );
  }

  #commit(name: string, options: Options): void {
    const who = name === "nobody" ? nobody : this.#who(name, options);
    const topics = topicsToCommit(options);
    const request = {
      groupId: GROUP,
      generationIdOrMemberEpoch: who.generationId,
      memberId: who.memberId,
      groupInstanceId: who.groupInstanceId,
      retentionTimeMs: Number(options["retention"] ?? -1),
      topics,
      ...untagged,
    };
    const call = { request, apiVersion: Number(options["version"] ?? 9) };
    this.rig.ask<OffsetCommitResponseDraft>(
      (machine, step, to) => commitOffsets(machine, { ...call, to }, step),
      {
        failed: (error) => failedCommit(request, error),
        done: (response) => {
          const errors = response.topics.flatMap(({ partitions }) => partitions.map(errorOf));
          this.#hear(name, errors.join(", "));
        },
      },
    );
  }

  #commitInTransaction(name: string, producer: string, options: Options): void {
    const who = name === "nobody" ? nobody : this.#who(name, options);
    const request = {
      transactionalId: "t",
      groupId: GROUP,
      producerId: Number(producer),
      producerEpoch: 0,
      ...who,
      topics: topicsToCommit(options),
      ...untagged,
    };
    this.rig.shard.run<TxnOffsetCommitResponseDraft>({
      transaction: { producerId: Number(producer), producerEpoch: 0, verificationGuard: 0 },
      run: (machine, step, to) => commitTransactionalOffsets(machine, { request, to }, step),
      failed: (error) => failedTxnOffsetCommit(request, error),
      done: (response) => {
        const errors = response.topics.flatMap(({ partitions }) => partitions.map(errorOf));
        this.#hear(`${name} in ${producer}`, errors.join(", "));
      },
    });
  }

  #who(
    name: string,
    options: Options,
  ): { memberId: string; generationId: number; groupInstanceId: string | null } {
    return {
      memberId: options["id"] ?? this.#ids.get(name) ?? name,
      generationId: Number(options["generation"] ?? this.#generations.get(name) ?? -1),
      groupInstanceId: options["instance"] ?? null,
    };
  }

  #ask(name: string, run: Parameters<typeof this.rig.ask<CodedAnswer>>[0]): void {
    this.rig.ask<CodedAnswer>(run, {
      failed: (error) => ({ errorCode: codeOf(error) }),
      done: (answer) => {
        const each = answer.members?.map((member) => errorOf(member)) ?? [];
        this.#hear(name, [errorOf(answer), ...each].join(", "));
      },
    });
  }

  #hear(name: string, what: string): void {
    this.heard.push(`${name} <- ${what}`);
  }

  #noteState(): void {
    const isServing = this.rig.shard.machine !== undefined;
    const group = isServing ? this.rig.classicGroup(GROUP) : undefined;
    const state =
      group === undefined
        ? `group: ${isServing ? "none" : this.rig.shard.state}`
        : `group: ${group.state}, generation ${group.generationId}, [${[...group.members.keys()].join(", ")}]`;
    if (state !== this.#state) this.heard.push(state);
    this.#state = state;
  }

  #noteRecords(before: number): void {
    for (const batch of this.rig.log.batches.slice(before)) {
      this.heard.push(`  ${batchText(batch)}`);
    }
  }
}

interface CodedAnswer {
  readonly errorCode: number;
  readonly members?: readonly { readonly errorCode: number }[] | undefined;
}

const ID = "AAAAAAAAAAAAAAAAAAAAAg";
const nobody = { memberId: "", generationId: -1, groupInstanceId: null };

function string(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString();
}

/** `orders-0=5` commits offset 5, `orders-0=5:m` with metadata. */
function topicsToCommit(options: Options) {
  return Object.entries(options)
    .filter(([key]) => key.includes("-"))
    .map(([key, value]) => {
      const at = key.lastIndexOf("-");
      const [offset, committedMetadata = null] = value.split(":");
      const partition = {
        partitionIndex: Number(key.slice(at + 1)),
        committedOffset: Number(offset),
        committedLeaderEpoch: -1,
        committedMetadata,
        ...untagged,
      };
      return { name: key.slice(0, at), topicId: ID, partitions: [partition], ...untagged };
    });
}

function batchText(bytes: Uint8Array): string {
  const batch = RecordBatch.at(bytes);
  const { producerId, producerEpoch, baseSequence } = batch;
  const producer = `producer ${producerId} in epoch ${producerEpoch}`;
  if (batch.isControl)
    return `marker: ${controlRecordType(readRecords(batch)[0]!.key)} of ${producer}`;
  const records = recordsOf(bytes).map(textOf).join("; ");
  if (!batch.isTransactional) return `batch: ${records}`;
  return `batch of ${producer} from sequence ${baseSequence}: ${records}`;
}

function textOf(record: GroupRecord): string {
  if (record.type === "GroupMetadata") {
    const { value } = record;
    if (value === null) return "GroupMetadata removed";
    const members = value.members.map(
      ({ memberId, assignment }) => `${memberId}:${string(assignment)}`,
    );
    return (
      `GroupMetadata '${value.protocolType}' generation ${value.generation} ` +
      `protocol ${value.protocol} leader ${value.leader} [${members.join(", ")}]`
    );
  }
  if (record.type !== "OffsetCommit") return record.type;
  const { topic, partition } = record.key;
  const value = record.value === null ? "removed" : `${record.value.offset} v${record.version}`;
  return `OffsetCommit ${topic}-${partition} ${value}`;
}

testConversations(folder, () => new Conversation());
