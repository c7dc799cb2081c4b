import { EMPTY_BYTES } from "@naru/protocol";
import type { JoinGroupRequest, JoinGroupResponseDraft } from "@naru/protocol/messages/join-group";
import type { ReplyTo } from "../../runtime/step.ts";
import type { ClassicMember } from "./classic-member.ts";

/** From here on a new member is given its id first, and joins with it (KIP-394). */
export const MEMBER_ID_FIRST_SINCE_VERSION = 4;

/** A JoinGroup, and who sent it. */
export interface JoinCall {
  readonly request: JoinGroupRequest;
  readonly apiVersion: number;
  readonly clientId: string;
  readonly clientHost: string;
  readonly to: ReplyTo<JoinGroupResponseDraft>;
}

/** Takes over what a member says of itself now. */
export function updateMember(member: ClassicMember, { request, to }: JoinCall): void {
  member.protocols = copiedProtocols(request.protocols);
  member.sessionTimeoutMs = request.sessionTimeoutMs;
  member.rebalanceTimeoutMs = rebalanceTimeoutOf(request);
  member.awaitingJoin = to;
}

/** A member that nobody knows yet. */
export function newMember(
  { request, clientId, clientHost }: JoinCall,
  memberId: string,
): ClassicMember {
  return {
    memberId,
    groupInstanceId: request.groupInstanceId,
    clientId,
    clientHost,
    sessionTimeoutMs: request.sessionTimeoutMs,
    rebalanceTimeoutMs: rebalanceTimeoutOf(request),
    protocols: copiedProtocols(request.protocols),
    assignment: EMPTY_BYTES,
    isNew: true,
    awaitingJoin: undefined,
    awaitingSync: undefined,
  };
}

/** Version 0 has none: the session's is taken. */
export function rebalanceTimeoutOf({
  rebalanceTimeoutMs,
  sessionTimeoutMs,
}: JoinGroupRequest): number {
  return rebalanceTimeoutMs === -1 ? sessionTimeoutMs : rebalanceTimeoutMs;
}

/** The request's bytes are the frame's: what is kept is copied. */
export function copiedProtocols(
  protocols: JoinGroupRequest["protocols"],
): ClassicMember["protocols"] {
  return protocols.map(({ name, metadata }) => ({ name, metadata: Uint8Array.from(metadata) }));
}
