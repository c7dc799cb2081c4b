import { DataFolderError } from "../data-folder/data-folder-error.ts";
import { readKraftVersion, readKraftVoters } from "./control-records.ts";
import type { MetadataBatch } from "./metadata-batch.ts";
import type { QuorumState } from "./quorum-state.ts";
import type { Quorum } from "./snapshot-file.ts";

/** What the log and its snapshots say about the quorum so far. */
export interface FoundQuorum extends Quorum {
  /**
   * Whether the log itself says so, and not only the snapshot at offset 0 that formatting wrote.
   */
  readonly isInLog: boolean;
}

/** With kraft.version 0 nothing is written down: the voters stand in each node's settings. */
export const noQuorum: FoundQuorum = { kraftVersion: 0, voters: undefined, isInLog: false };

/** What a control batch adds; any other batch adds nothing. */
export function quorumAfter(
  quorum: FoundQuorum,
  batch: MetadataBatch,
  { isInLog }: { readonly isInLog: boolean },
): FoundQuorum {
  let after = quorum;
  batch.controlTypes?.forEach((type, index) => {
    const value = batch.values[index]!;
    if (type === "KRAFT_VERSION") {
      after = { ...after, kraftVersion: readKraftVersion(value) };
    } else if (type === "KRAFT_VOTERS") {
      after = { ...after, voters: readKraftVoters(value), isInLog };
    }
  });
  return after;
}

/**
 * Refuses a folder whose metadata this node may not decide alone. A voter is known by its id and by
 * the directory.id of its folder: with another one Kafka would wait for a leader for ever.
 */
export function checkOnlyVoter(
  quorum: Quorum,
  state: QuorumState | undefined,
  node: { readonly path: string; readonly id: number; readonly directoryId: string },
): void {
  const ids = quorum.voters?.map((voter) => voter.voterId) ?? state?.voterIds ?? [node.id];
  if (ids.length !== 1 || ids[0] !== node.id) {
    throw new DataFolderError(
      "WRONG_OWNER",
      `${node.path}: found a metadata quorum of the voters ${ids.join(", ")}, expected node ` +
        `${node.id} alone. Naru does not join a quorum of several controllers yet.`,
    );
  }
  const directoryId = quorum.voters?.[0]?.voterDirectoryId;
  if (directoryId !== undefined && directoryId !== node.directoryId) {
    throw new DataFolderError(
      "WRONG_OWNER",
      `${node.path}/meta.properties: found directory.id=${node.directoryId}, expected ` +
        `${directoryId}, by which the metadata quorum knows its voter ${node.id}. ` +
        "Put the old meta.properties back.",
    );
  }
}
