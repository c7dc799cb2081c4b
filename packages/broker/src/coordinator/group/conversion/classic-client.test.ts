import { Reader } from "@naru/protocol";
import { decodeConsumerProtocolAssignment } from "@naru/protocol/messages/consumer-protocol-assignment";
import type { JoinGroupResponseDraft } from "@naru/protocol/messages/join-group";
import { heartbeat } from "../classic/heartbeat.ts";
import { joinGroup } from "../classic/join-group.ts";
import { leaveGroup } from "../classic/leave-group.ts";
import { failedJoin } from "../classic/rebalance.ts";
import { failedSync, syncGroup } from "../classic/sync-group.ts";
import { errorOf, untagged, type GroupRig } from "../group-rig.test.ts";
import { assignmentBytes, subscriptionBytes } from "./conversion-rig.test.ts";

const TOPIC = "orders";

/**
 * An eager client of the classic protocol that does as it is told: it gives up all before it joins,
 * and as a leader it deals the partitions out one by one.
 */
export class ClassicClient {
  /** What it believes it has. */
  owned: readonly number[] = [];
  readonly #rig: GroupRig;
  readonly #groupId: string;
  #memberId = "";
  #generationId = -1;
  #isWaiting = false;

  constructor(rig: GroupRig, groupId: string) {
    this.#rig = rig;
    this.#groupId = groupId;
  }

  /** A heartbeat, and what follows from it. */
  beat(): void {
    if (this.#isWaiting) return;
    if (this.#generationId < 0) return this.#join();
    const request = { ...this.#who(), ...untagged };
    this.#rig.ask<{ errorCode: number }>(
      (machine, step, to) => heartbeat(machine, { request, to }, step),
      {
        failed: () => ({ errorCode: 0 }),
        done: (answer) => this.#heard(errorOf(answer)),
      },
    );
  }

  leave(): void {
    const leavers = [{ memberId: this.#memberId, groupInstanceId: null }];
    const call = { groupId: this.#groupId, leavers };
    this.#rig.ask<{ errorCode: number }>(
      (machine, step, to) => leaveGroup(machine, { ...call, to }, step),
      { failed: () => ({ errorCode: 0 }), done: () => {} },
    );
    this.#forget();
  }

  #heard(error: string): void {
    if (error === "REBALANCE_IN_PROGRESS") return this.#join();
    if (error === "UNKNOWN_MEMBER_ID" || error === "FENCED_INSTANCE_ID") this.#forget();
    if (error === "ILLEGAL_GENERATION") this.#generationId = -1;
  }

  #join(): void {
    this.owned = [];
    this.#isWaiting = true;
    const metadata = subscriptionBytes(TOPIC, "");
    const request = {
      groupId: this.#groupId,
      memberId: this.#memberId,
      groupInstanceId: null,
      sessionTimeoutMs: 10_000,
      rebalanceTimeoutMs: 20_000,
      protocolType: "consumer",
      protocols: [{ name: "range", metadata, ...untagged }],
      reason: null,
      ...untagged,
    };
    const call = { request, apiVersion: 9, clientId: "classic", clientHost: "/127.0.0.1" };
    this.#rig.ask<JoinGroupResponseDraft>(
      (machine, step, to) => joinGroup(machine, { ...call, to }, step),
      { failed: () => failedJoin("", "NOT_COORDINATOR"), done: (answer) => this.#joined(answer) },
    );
  }

  #joined(answer: JoinGroupResponseDraft): void {
    this.#isWaiting = false;
    const error = errorOf(answer);
    if (error === "MEMBER_ID_REQUIRED") {
      this.#memberId = answer.memberId;
      return this.#join();
    }
    if (error !== "NONE") return this.#heard(error);
    this.#memberId = answer.memberId;
    this.#generationId = answer.generationId ?? -1;
    this.#sync(answer);
  }

  #sync({ members, protocolName }: JoinGroupResponseDraft): void {
    this.#isWaiting = true;
    const count = this.#rig.topics.byName(TOPIC)?.partitionCount ?? 0;
    const assignments = members.map(({ memberId }, place) => {
      const all = Array.from({ length: count }, (_, index) => index);
      const mine = all.filter((index) => index % members.length === place);
      return { memberId, assignment: assignmentBytes(`${TOPIC}:${mine.join()}`), ...untagged };
    });
    const who = { ...this.#who(), protocolType: "consumer", protocolName: protocolName ?? null };
    const request = { ...who, assignments, ...untagged };
    this.#rig.ask<ReturnType<typeof failedSync>>(
      (machine, step, to) => syncGroup(machine, { request, to }, step),
      {
        failed: failedSync,
        done: (answer) => {
          this.#isWaiting = false;
          if (answer.errorCode !== 0) return this.#heard(errorOf(answer));
          this.owned = ownedIn(answer.assignment);
        },
      },
    );
  }

  #forget(): void {
    this.owned = [];
    this.#memberId = "";
    this.#generationId = -1;
  }

  #who() {
    return {
      groupId: this.#groupId,
      memberId: this.#memberId,
      generationId: this.#generationId,
      groupInstanceId: null,
    };
  }
}

function ownedIn(assignment: Uint8Array): number[] {
  if (assignment.length === 0) return [];
  const reader = new Reader(assignment);
  const decoded = decodeConsumerProtocolAssignment(reader, reader.int16("version"));
  return decoded.assignedPartitions.flatMap(({ partitions }) => partitions);
}
