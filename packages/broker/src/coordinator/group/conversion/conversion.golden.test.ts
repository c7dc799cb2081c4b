import assert from "node:assert/strict";
import { codeOf } from "@naru/protocol";
import type { ConsumerGroupHeartbeatResponseDraft } from "@naru/protocol/messages/consumer-group-heartbeat";
import { commandIn, testConversations, type Options } from "../../conversation-rig.golden.test.ts";
import { heartbeat } from "../classic/heartbeat.ts";
import { joinGroup } from "../classic/join-group.ts";
import { leaveGroup } from "../classic/leave-group.ts";
import { failedJoin } from "../classic/rebalance.ts";
import { failedSync, syncGroup } from "../classic/sync-group.ts";
import { consumerHeartbeat, failedHeartbeat } from "../consumer/consumer-heartbeat.ts";
import { consumerLeave, isLeaving } from "../consumer/consumer-leave.ts";
import { GroupRig, errorOf, untagged } from "../group-rig.test.ts";
import {
  assignmentBytes,
  assignmentText,
  batchText,
  groupText,
  parsePartitions,
  subscriptionBytes,
} from "./conversion-rig.test.ts";

// Conversations with a group `g` that members of both protocols join: commands, "----", and what
// came of them. Members of the classic protocol join, sync, heartbeat and leave; those of the
// consumer protocol beat, and quit. Records are written with the numbers of their types.
const folder = new URL("./testdata/", import.meta.url);
const GROUP = "g";
const host = { clientHost: "/127.0.0.1" };

class Conversation {
  readonly rig = new GroupRig({ initialRebalanceDelayMs: 0 });
  readonly heard: string[] = [];
  readonly #ids = new Map<string, string>();
  /** Generations and member epochs. */
  readonly #epochs = new Map<string, number>();
  #state = "";

  async perform(line: string): Promise<void> {
    const { name: command, words, options } = commandIn(line);
    const before = this.rig.log.batches.length;
    const commands = this.#commands;
    assert.ok(Object.hasOwn(commands, command), `no command is called ${command}`);
    await commands[command]!(words[0] ?? "", options);
    // What is due at once, such as the end of an initial delay of nothing.
    await this.rig.clock.advance(0);
    const state = groupText(this.rig.machine.groups.get(GROUP));
    if (state !== this.#state) this.heard.push(`group: ${state}`);
    this.#state = state;
    for (const batch of this.rig.log.batches.slice(before)) {
      this.heard.push(`  batch: ${batchText(batch)}`);
    }
    this.rig.checkReplay();
  }

  readonly #commands: Readonly<
    Record<string, (name: string, options: Options) => void | Promise<void>>
  > = {
    topic: (name, { partitions = "1" }) => this.rig.topics.create(name, Number(partitions)),
    join: (name, options) => this.#join(name, options),
    sync: (name, options) => this.#sync(name, options),
    heartbeat: (name) => {
      const request = { ...this.#who(name), groupInstanceId: null, groupId: GROUP, ...untagged };
      this.#coded(name, (machine, step, to) => heartbeat(machine, { request, to }, step));
    },
    leave: (name) => {
      const leavers = [{ memberId: this.#who(name).memberId, groupInstanceId: null }];
      this.#coded(name, (machine, step, to) =>
        leaveGroup(machine, { groupId: GROUP, leavers, to }, step),
      );
    },
    beat: (name, options) => this.#beat(name, options),
    quit: (name) => this.#beat(name, { epoch: "-1" }),
    advance: (ms) => this.rig.clock.advance(Number(ms)),
    restart: () => this.rig.restart(),
    policy: (policy) => {
      Object.assign(this.rig.config, { consumerMigrationPolicy: policy });
    },
  };

  #join(name: string, options: Options): void {
    const metadata = subscriptionBytes(options["topics"] ?? "orders", options["owned"] ?? "");
    const protocols = (options["protocols"] ?? "range").split(",");
    const request = {
      groupId: GROUP,
      memberId: this.#ids.get(name) ?? "",
      groupInstanceId: options["instance"] ?? null,
      sessionTimeoutMs: Number(options["session"] ?? 10_000),
      rebalanceTimeoutMs: Number(options["rebalance"] ?? 30_000),
      protocolType: options["type"] ?? "consumer",
      protocols: protocols.map((protocol) => ({ name: protocol, metadata, ...untagged })),
      reason: null,
      ...untagged,
    };
    const call = { request, apiVersion: 9, clientId: name, ...host };
    this.rig.ask<ReturnType<typeof failedJoin>>(
      (machine, step, to) => joinGroup(machine, { ...call, to }, step),
      {
        failed: (error) => failedJoin("", error),
        done: (answer) => {
          const error = errorOf(answer);
          if (error === "NONE" || error === "MEMBER_ID_REQUIRED") {
            this.#ids.set(name, answer.memberId);
          }
          if (error !== "NONE") return this.#hear(name, error);
          this.#epochs.set(name, answer.generationId ?? -1);
          this.#hear(
            name,
            `joined generation ${answer.generationId} ${answer.protocolName} leader '${answer.leader}'`,
          );
        },
      },
    );
  }

  #sync(name: string, options: Options): void {
    const assignments = Object.entries(options).map(([other, partitions]) => ({
      memberId: this.#ids.get(other)!,
      assignment: assignmentBytes(...(partitions.split("+") as [string, string?])),
      ...untagged,
    }));
    const request = {
      ...this.#who(name),
      groupId: GROUP,
      groupInstanceId: null,
      protocolType: "consumer",
      protocolName: "range",
      assignments,
      ...untagged,
    };
    this.rig.ask<ReturnType<typeof failedSync>>(
      (machine, step, to) => syncGroup(machine, { request, to }, step),
      {
        failed: failedSync,
        done: (answer) => {
          const text = answer.errorCode === 0 ? `has ${assignmentText(answer.assignment)}` : "";
          this.#hear(name, text === "" ? errorOf(answer) : text);
        },
      },
    );
  }

  #beat(name: string, options: Options): void {
    const memberEpoch = Number(options["epoch"] ?? this.#epochs.get(name) ?? 0);
    const joins = memberEpoch === 0;
    const owned = parsePartitions(options["has"] ?? "").map(({ topic, partitions }) => ({
      topicId: this.rig.topics.byName(topic)!.id,
      partitions,
      ...untagged,
    }));
    const request = {
      groupId: GROUP,
      memberId: name,
      memberEpoch,
      instanceId: options["instance"] ?? null,
      rackId: null,
      rebalanceTimeoutMs: joins ? 30_000 : -1,
      subscribedTopicNames: joins ? (options["topics"] ?? "orders").split(",") : null,
      subscribedTopicRegex: null,
      serverAssignor: null,
      topicPartitions: joins || options["has"] !== undefined ? owned : null,
      ...untagged,
    };
    this.rig.ask<ConsumerGroupHeartbeatResponseDraft>(
      (machine, step, to) => {
        const call = { request, clientId: name, ...host, to };
        if (isLeaving(request)) consumerLeave(machine, call, step);
        else consumerHeartbeat(machine, call, step);
      },
      {
        failed: (error) => failedHeartbeat({ error, message: "" }),
        done: (answer) => {
          this.#epochs.set(name, answer.memberEpoch);
          if (answer.errorCode !== 0) {
            return this.#hear(name, `${errorOf(answer)} ${answer.errorMessage}`);
          }
          const told = answer.assignment?.topicPartitions.map(
            ({ topicId, partitions }) => `${topicId.replace(/A+$/, "")}:${partitions.join()}`,
          );
          const what = told === undefined ? "" : ` has ${told.join(";") || "nothing"}`;
          this.#hear(name, `epoch ${answer.memberEpoch}${what}`);
        },
      },
    );
  }

  #who(name: string): { memberId: string; generationId: number } {
    const generationId = this.#epochs.get(name) ?? -1;
    return { memberId: this.#ids.get(name) ?? name, generationId };
  }

  #coded(name: string, run: Parameters<typeof this.rig.ask<{ errorCode: number }>>[0]): void {
    this.rig.ask<{ errorCode: number }>(run, {
      failed: (error) => ({ errorCode: codeOf(error) }),
      done: (answer) => this.#hear(name, errorOf(answer)),
    });
  }

  #hear(name: string, what: string): void {
    this.heard.push(`${name} <- ${what}`);
  }
}

testConversations(folder, () => new Conversation());
