import assert from "node:assert/strict";
import { errorByCode } from "@naru/protocol";
import type { ConsumerGroupHeartbeatResponseDraft } from "@naru/protocol/messages/consumer-group-heartbeat";
import { commandIn, testConversations, type Options } from "../../conversation-rig.golden.test.ts";
import { batchText, groupText, parsePartitions } from "../conversion/conversion-rig.test.ts";
import { deleteGroup } from "../delete-group.ts";
import { describeGroup } from "../describe-groups.ts";
import { GroupRig, errorOf, untagged } from "../group-rig.test.ts";
import { listGroups } from "../list-groups.ts";
import { deleteOffsets, failedOffsetDelete } from "../offsets/delete-offsets.ts";
import { fetchError, fetchOffsets } from "../offsets/fetch-offsets.ts";
import { ConsumerClient, GROUP, type Wishes } from "./consumer-rig.test.ts";
import { describeConsumerGroup } from "./describe-consumer-group.ts";

// Conversations with the consumer group `g`: commands, "----", and what came of them: who was
// answered what, what the group is like, the records that were written, by the numbers of their
// types. Members have what they are told and report it, unless a command says otherwise.
const folder = new URL("./testdata/", import.meta.url);

type Command = (words: readonly string[], options: Options) => void | Promise<void>;

class Conversation {
  readonly rig = new GroupRig();
  readonly heard: string[] = [];
  readonly #clients = new Map<string, ConsumerClient>();
  #state = "";

  async perform(line: string): Promise<void> {
    const { name, words, options } = commandIn(line);
    const before = this.rig.log.batches.length;
    assert.ok(Object.hasOwn(this.#commands, name), `no command is called ${name}`);
    await this.#commands[name]!(words, options);
    const state = groupText(this.rig.machine.groups.get(GROUP));
    if (state !== this.#state) this.heard.push(`group: ${state}`);
    this.#state = state;
    for (const batch of this.rig.log.batches.slice(before)) {
      this.heard.push(`  batch: ${batchText(batch)}`);
    }
    this.rig.checkReplay();
  }

  readonly #commands: Readonly<Record<string, Command>> = {
    topic: ([name = "", count]) => this.#topic(name, () => this.#make(name, Number(count))),
    drop: ([name = ""]) => this.#topic(name, () => this.rig.topics.delete(name)),
    join: ([name = ""], options) => {
      const client = new ConsumerClient(this.rig, name, wishesOf(options));
      this.#clients.set(name, client);
      client.join((answer) => this.#hear(name, answer));
    },
    change: ([name = ""], options) =>
      this.#client(name).change(wishesOf(options), (answer) => this.#hear(name, answer)),
    beat: ([name = ""], options) => this.#beat(name, options),
    full: ([name = ""]) => this.#client(name).full((answer) => this.#hear(name, answer)),
    deaf: ([name = ""]) =>
      this.#client(name).beatUnheard((answer) => this.#hear(`(unheard) ${name}`, answer)),
    leave: ([name = ""], options) =>
      this.#client(name).leave(options["epoch"] === "-2" ? -2 : -1, (answer) =>
        this.#hear(name, answer),
      ),
    commit: ([name = ""], options) => this.#commit(name, options),
    fetch: ([name = ""], options) => {
      const memberId = name === "nobody" ? null : name;
      const memberEpoch = Number(options["epoch"] ?? this.#clients.get(name)?.epoch ?? -1);
      const error = fetchError(this.rig.machine, { groupId: GROUP, memberId, memberEpoch });
      const all = { groupId: GROUP, topics: null, requireStable: false };
      const offsets = fetchOffsets(this.rig.machine, all).flatMap((topic) =>
        topic.partitions.map((one) => `${topic.name}-${one.partitionIndex}:${one.committedOffset}`),
      );
      this.heard.push(`${name} <- ${error ?? `offsets ${offsets.join()}`}`);
    },
    "delete-offset": ([topic = "", index]) => this.#deleteOffset(topic, Number(index)),
    delete: () =>
      this.rig.ask<{ error: string }>(
        (machine, step, to) => step.reply(to, { error: deleteGroup(machine, GROUP, step) }),
        { failed: (error) => ({ error }), done: ({ error }) => this.heard.push(`-> ${error}`) },
      ),
    describe: () => this.#describe(),
    set: (_words, options) => {
      for (const [key, value] of Object.entries(options)) {
        if (key === "size") this.rig.config.consumerGroupSizeMax = Number(value);
        else Object.assign(this.rig.consumerConfig, { [key]: Number(value) });
      }
    },
    advance: ([ms]) => this.rig.clock.advance(Number(ms)),
    restart: () => this.rig.restart(),
  };

  #client(name: string): ConsumerClient {
    return this.#clients.get(name) ?? new ConsumerClient(this.rig, name, {});
  }

  #make(name: string, count: number): void {
    if (this.rig.topics.byName(name) === undefined) this.rig.topics.create(name, count);
    else this.rig.topics.grow(name, count);
  }

  #topic(name: string, change: () => void): void {
    change();
    this.rig.machine.topicsChanged(new Set([name]));
  }

  #beat(name: string, options: Options): void {
    const client = this.#client(name);
    const { has, epoch } = options;
    if (has !== undefined && has !== "?") {
      client.owned = parsePartitions(has).map(({ topic, partitions }) => ({
        topicId: this.rig.topics.byName(topic)?.id ?? topic.padEnd(22, "A"),
        partitions,
      }));
    }
    if (epoch !== undefined) client.epoch = Number(epoch);
    client.beat((answer) => this.#hear(name, answer), { says: has === "?" ? "nothing" : "owned" });
  }

  #commit(name: string, options: Options): void {
    const client = this.#client(name);
    for (const [at, offset] of Object.entries(options)) {
      if (at === "epoch") continue;
      const [topic = "", index] = at.split("-");
      const topicId = topic.padEnd(22, "A");
      const epoch = Number(options["epoch"] ?? client.epoch);
      const what = { topic, topicId, partition: Number(index), offset: Number(offset), epoch };
      client.commit(what, ({ topics }) =>
        this.heard.push(`${name} commits ${at} <- ${errorOf(topics[0]!.partitions[0]!)}`),
      );
    }
  }

  #deleteOffset(topic: string, partitionIndex: number): void {
    const topics = [{ name: topic, partitions: [{ partitionIndex, ...untagged }], ...untagged }];
    const request = { groupId: GROUP, topics, ...untagged };
    this.rig.ask((machine, step, to) => deleteOffsets(machine, { request, to }, step), {
      failed: failedOffsetDelete,
      done: (answer) => {
        const code = answer.topics[0]?.partitions[0]?.errorCode ?? answer.errorCode;
        this.heard.push(`-> ${errorByCode(code)}`);
      },
    });
  }

  #describe(): void {
    const { machine } = this.rig;
    const { members, errorMessage, ...group } = describeConsumerGroup(machine, GROUP);
    this.heard.push(`consumer: ${errorOf(group)} ${errorMessage ?? group.assignorName}`);
    for (const { memberId, memberEpoch, subscribedTopicNames, subscribedTopicRegex } of members) {
      const reads = [...subscribedTopicNames, subscribedTopicRegex ?? ""].filter(Boolean).join();
      this.heard.push(`  ${memberId} @${memberEpoch} reads ${reads}`);
    }
    const classic = describeGroup(machine, GROUP, 6);
    this.heard.push(`classic: ${errorOf(classic)} ${classic.errorMessage ?? ""}`.trimEnd());
    const listed = listGroups(machine, { states: new Set(), types: new Set(["consumer"]) });
    const lines = listed.map(({ groupId, groupState }) => `${groupId} ${groupState}`);
    this.heard.push(`listed as consumer: ${lines.join()}`);
  }

  #hear(name: string, answer: ConsumerGroupHeartbeatResponseDraft): void {
    if (answer.errorCode !== 0) {
      this.heard.push(`${name} <- ${errorOf(answer)} ${answer.errorMessage ?? ""}`.trimEnd());
      return;
    }
    const told = answer.assignment?.topicPartitions.map(
      ({ topicId, partitions }) => `${topicId.replace(/A+$/, "")}:${partitions.join()}`,
    );
    const what = told === undefined ? "" : ` has ${told.join(";") || "nothing"}`;
    this.heard.push(`${name} <- epoch ${answer.memberEpoch}${what}`);
  }
}

/** Only the first `=` counts: a pattern may have more. */
function wishesOf(options: Options): Wishes {
  const { topics, pattern, assignor, instance, rebalance } = options;
  return {
    topics: topics?.split(",").filter(Boolean) ?? null,
    pattern: pattern ?? null,
    assignor: assignor ?? null,
    instanceId: instance ?? null,
    rebalanceMs: Number(rebalance ?? 30_000),
  };
}

testConversations(folder, () => new Conversation());
