import { buildEndTransactionBatch, type ErrorName } from "@naru/protocol";
import type { Clock } from "@naru/runtime";
import type { GroupCoordinator } from "../coordinator/group/group-coordinator.ts";
import type { EndMarker, MarkerWriter } from "../coordinator/transaction/marker-writer.ts";
import type { TopicPartition } from "../coordinator/transaction/topic-partition.ts";
import { OFFSETS_TOPIC } from "../metadata/internal-topics.ts";
import type { Replicas } from "../partition/replicas.ts";

const ACKS_ALL = -1;

export interface PartitionMarkersOptions {
  readonly replicas: Replicas;
  readonly groups: Pick<GroupCoordinator, "endTransaction">;
  readonly clock: Clock;
}

/** Ends transactions in the partitions that this broker leads. */
export class PartitionMarkers implements MarkerWriter {
  readonly #options: PartitionMarkersOptions;

  constructor(options: PartitionMarkersOptions) {
    this.#options = options;
  }

  write(marker: EndMarker, of: TopicPartition, done: (error: ErrorName) => void): void {
    const { replicas, groups, clock } = this.#options;
    const partition = replicas.byName(of.topic, of.partition);
    if (partition === undefined) return done("UNKNOWN_TOPIC_OR_PARTITION");
    if (of.topic === OFFSETS_TOPIC) {
      // The group coordinator writes it in order with its own records, and applies it.
      groups.endTransaction(of.partition, marker, (error) => done(withoutCoordinator(error)));
      return;
    }
    if (!partition.isLeader) return done("NOT_LEADER_OR_FOLLOWER");
    const tooFew = partition.checkInsync();
    if (tooFew !== "NONE") return done(tooFew);
    const { outcome, coordinatorEpoch, producerId, producerEpoch, transactionVersion } = marker;
    const end = { type: outcome, coordinatorEpoch };
    partition.append({
      bytes: buildEndTransactionBatch(end, clock.nowMs(), { producerId, producerEpoch }),
      requiredAcks: ACKS_ALL,
      origin: "coordinator",
      transactionVersion,
      done: (error) => done(error),
    });
  }
}

/** A transaction coordinator asks leaders, and knows nothing of other coordinators. */
function withoutCoordinator(error: ErrorName): ErrorName {
  switch (error) {
    case "COORDINATOR_NOT_AVAILABLE":
    case "COORDINATOR_LOAD_IN_PROGRESS":
    case "NOT_COORDINATOR":
      return "NOT_LEADER_OR_FOLLOWER";
    default:
      return error;
  }
}
