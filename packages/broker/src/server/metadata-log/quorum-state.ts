/**
 * `quorum-state`: one line of JSON that says how far the election of a leader has come, so that no
 * node votes twice in an epoch. A lone voter only needs the epoch from it.
 *
 *   kraft.version 1  {"leaderId":1,"leaderEpoch":2,"votedId":-1,
 *                     "votedDirectoryId":"AAAAAAAAAAAAAAAAAAAAAA","data_version":1}
 *   kraft.version 0  {"clusterId":"","leaderId":1,"leaderEpoch":2,"votedId":-1,"appliedOffset":0,
 *                     "currentVoters":[{"voterId":1}],"data_version":0}
 *
 * Without it the epoch of the newest batch counts.
 */
import { ZERO_UUID } from "@naru/protocol";

export const QUORUM_STATE = "quorum-state";

export interface QuorumState {
  readonly leaderEpoch: number;
  /** Only in files of kraft.version 0. */
  readonly voterIds: readonly number[] | undefined;
}

export function formatQuorumState(state: {
  readonly nodeId: number;
  readonly leaderEpoch: number;
  readonly kraftVersion: number;
}): string {
  const { nodeId: leaderId, leaderEpoch, kraftVersion } = state;
  return JSON.stringify(
    kraftVersion === 0
      ? {
          clusterId: "",
          leaderId,
          leaderEpoch,
          votedId: -1,
          appliedOffset: 0,
          currentVoters: [{ voterId: leaderId }],
          data_version: 0,
        }
      : { leaderId, leaderEpoch, votedId: -1, votedDirectoryId: ZERO_UUID, data_version: 1 },
  );
}

/** undefined when the text is no such line. */
export function parseQuorumState(text: string): QuorumState | undefined {
  let fields: unknown;
  try {
    fields = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { leaderEpoch, currentVoters } = (fields ?? {}) as {
    leaderEpoch?: unknown;
    currentVoters?: readonly { voterId?: unknown }[];
  };
  if (!Number.isInteger(leaderEpoch)) return undefined;
  const voterIds = Array.isArray(currentVoters)
    ? currentVoters.map((voter) => Number(voter.voterId))
    : undefined;
  return { leaderEpoch: leaderEpoch as number, voterIds };
}
