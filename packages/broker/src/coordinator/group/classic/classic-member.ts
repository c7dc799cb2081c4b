import { EMPTY_BYTES } from "@naru/protocol";
import type { JoinGroupResponseDraft } from "@naru/protocol/messages/join-group";
import type { SyncGroupResponseDraft } from "@naru/protocol/messages/sync-group";
import type { ReplyTo } from "../../runtime/step.ts";

/** A member of a classic group. `protocols` are in the order of its preference. */
export interface ClassicMember {
  readonly memberId: string;
  readonly groupInstanceId: string | null;
  readonly clientId: string;
  readonly clientHost: string;
  rebalanceTimeoutMs: number;
  sessionTimeoutMs: number;
  protocols: readonly ClassicProtocol[];
  assignment: Uint8Array;
  /** Has never been given an assignment, and does not send heartbeats yet. */
  isNew: boolean;
  awaitingJoin: ReplyTo<JoinGroupResponseDraft> | undefined;
  awaitingSync: ReplyTo<SyncGroupResponseDraft> | undefined;
}

export interface ClassicProtocol {
  readonly name: string;
  readonly metadata: Uint8Array;
}

/** What a member said with a protocol; nothing with one that it does not know. */
export function metadataOf({ protocols }: ClassicMember, protocol: string | null): Uint8Array {
  return protocols.find(({ name }) => name === protocol)?.metadata ?? EMPTY_BYTES;
}

/** Whether a member asks with exactly what it said before. */
export function hasProtocols(
  { protocols }: Pick<ClassicMember, "protocols">,
  others: readonly ClassicProtocol[],
): boolean {
  return (
    protocols.length === others.length &&
    protocols.every(({ name, metadata }, index) => {
      const other = others[index]!;
      return name === other.name && Buffer.compare(metadata, other.metadata) === 0;
    })
  );
}
