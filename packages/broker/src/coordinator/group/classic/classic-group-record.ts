import { EMPTY_BYTES } from "@naru/protocol";
import type { GroupMetadataValueDraft } from "@naru/protocol/messages/group-metadata-record";
import type { GroupRecord } from "../group-step.ts";
import type { ClassicGroup } from "./classic-group.ts";
import { metadataOf, type ClassicMember } from "./classic-member.ts";

const VERSION = 3;

/** The group as it is now, with these assignments. */
export function groupRecord(
  group: ClassicGroup,
  nowMs: number,
  assignments: ReadonlyMap<string, Uint8Array> = new Map(),
): GroupRecord {
  const { groupId, protocolName, leaderId, generationId } = group;
  return {
    type: "GroupMetadata",
    key: { group: groupId },
    version: VERSION,
    value: {
      protocolType: group.protocolType ?? "",
      generation: generationId,
      protocol: protocolName,
      leader: leaderId,
      currentStateTimestamp: nowMs,
      members: Array.from(group.members.values(), (member) => ({
        memberId: member.memberId,
        groupInstanceId: member.groupInstanceId,
        clientId: member.clientId,
        clientHost: member.clientHost,
        rebalanceTimeout: member.rebalanceTimeoutMs,
        sessionTimeout: member.sessionTimeoutMs,
        subscription: metadataOf(member, protocolName),
        assignment: assignments.get(member.memberId) ?? EMPTY_BYTES,
      })),
    },
  };
}

export function groupTombstone(group: string): GroupRecord {
  return { type: "GroupMetadata", key: { group }, version: null, value: null };
}

/** A record is written when a group becomes Empty or Stable: it says all that is durable of it. */
export function replayClassicGroup(group: ClassicGroup, value: GroupMetadataValueDraft): void {
  const before = group.members;
  group.generationId = value.generation;
  group.protocolType = value.protocolType === "" ? null : value.protocolType;
  group.protocolName = value.protocol;
  group.members = new Map(
    value.members.map((stored) => {
      const member = storedMember(stored, value.protocol);
      const live = before.get(member.memberId);
      return [member.memberId, live === undefined ? member : updated(live, member)];
    }),
  );
  group.staticMembers = new Map(
    [...group.members.values()].flatMap(({ groupInstanceId, memberId }) =>
      groupInstanceId === null ? [] : [[groupInstanceId, memberId]],
    ),
  );
  group.leaderId = value.leader;
  const sinceMs = value.currentStateTimestamp ?? -1;
  group.enter(group.members.size === 0 ? "Empty" : "Stable", sinceMs < 0 ? undefined : sinceMs);
}

/** A live member keeps what no record has: the other protocols it knows, and whom it waits for. */
function updated(live: ClassicMember, stored: ClassicMember): ClassicMember {
  const [protocol] = stored.protocols;
  const isKnown = live.protocols.some(
    ({ name, metadata }) =>
      name === protocol?.name && Buffer.compare(metadata, protocol.metadata) === 0,
  );
  if (!isKnown) live.protocols = stored.protocols;
  live.assignment = stored.assignment;
  live.sessionTimeoutMs = stored.sessionTimeoutMs;
  live.rebalanceTimeoutMs = stored.rebalanceTimeoutMs;
  return live;
}

function storedMember(
  stored: GroupMetadataValueDraft["members"][number],
  protocol: string | null,
): ClassicMember {
  const { memberId, clientId, clientHost, sessionTimeout, rebalanceTimeout = -1 } = stored;
  return {
    memberId,
    groupInstanceId: stored.groupInstanceId ?? null,
    clientId,
    clientHost,
    sessionTimeoutMs: sessionTimeout,
    // The oldest records have none.
    rebalanceTimeoutMs: rebalanceTimeout === -1 ? sessionTimeout : rebalanceTimeout,
    protocols: protocol === null ? [] : [{ name: protocol, metadata: stored.subscription }],
    assignment: stored.assignment,
    isNew: false,
    awaitingJoin: undefined,
    awaitingSync: undefined,
  };
}
