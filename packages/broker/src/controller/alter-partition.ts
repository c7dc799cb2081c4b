/**
 * AlterPartition: the leader of a partition reports who is in sync; the controller writes it down.
 *
 *   leader epoch      says who leads; an older one is of a leader that does not know it yet
 *   partition epoch   counts every change; a request that was made upon an older state is refused,
 *                     so that two changes on their way cannot undo each other
 *   broker epoch      says which life of a replica is meant: one that died and came back with less
 *                     must not be let in by what its earlier life had
 *
 * A replica that is fenced or leaving is not let in: its leadership could not be relied upon. The
 * answer carries the state after the change, so that the leader need not wait for the metadata.
 */
import type { ErrorName } from "@naru/protocol";
import { codeOf } from "@naru/protocol";
import type {
  AlterPartitionRequestDraft,
  AlterPartitionRequestPartitionDataDraft,
  AlterPartitionResponse,
  AlterPartitionResponsePartitionData,
} from "@naru/protocol/messages/alter-partition";
import { PARTITION_RECORD_VERSION } from "../metadata/feature-levels.ts";
import type { MetadataRecordDraft } from "../metadata/metadata-record.ts";
import { draftRecord } from "../metadata/metadata-record.ts";
import type { PartitionImage } from "../metadata/partition-image.ts";
import { recoveryStateNumber, recoveryStateOf } from "../metadata/partition-image.ts";
import type { TopicImage } from "../metadata/topics-image.ts";
import { electionRules } from "./broker-changes.ts";
import type { ControllerStep, ControllerView } from "./controller-step.ts";
import { partitionChange } from "./elect-leader.ts";

type PartitionRequest = AlterPartitionRequestPartitionDataDraft;
type PartitionResponse = AlterPartitionResponsePartitionData;

/** A member of a wanted ISR; the epoch -1 stands for any. */
interface WantedReplica {
  readonly brokerId: number;
  readonly brokerEpoch: number;
}

/** A leader wants another ISR for its partitions, or says that it has recovered. */
export function alterPartition(
  view: ControllerView,
  request: AlterPartitionRequestDraft,
): ControllerStep<AlterPartitionResponse> {
  const { brokers, topics } = view.image;
  if (brokers.get(request.brokerId)?.epoch !== request.brokerEpoch) {
    const errorCode = codeOf("STALE_BROKER_EPOCH");
    return { records: [], response: { throttleTimeMs: 0, errorCode, topics: [] } };
  }
  const records: MetadataRecordDraft[] = [];
  const answers = request.topics.map(({ topicId, partitions }) => {
    const topic = topics.byId(topicId);
    return {
      topicId,
      partitions: partitions.map((wanted) =>
        topic === undefined
          ? failed(wanted, "UNKNOWN_TOPIC_ID")
          : alterOne(view, request.brokerId, { topic, wanted, records }),
      ),
    };
  });
  const response = { throttleTimeMs: 0, errorCode: codeOf("NONE"), topics: answers };
  return { records, response };
}

function alterOne(
  view: ControllerView,
  leaderId: number,
  at: {
    readonly topic: TopicImage;
    readonly wanted: PartitionRequest;
    readonly records: MetadataRecordDraft[];
  },
): PartitionResponse {
  const { topic, wanted, records } = at;
  const partition = topic.partitions.get(wanted.partitionIndex);
  if (partition === undefined) return failed(wanted, "UNKNOWN_TOPIC_OR_PARTITION");
  const isr = wantedIsr(wanted);
  const error = errorOf(view, leaderId, { partition, wanted, isr });
  if (error !== undefined) return failed(wanted, error);
  const leaderRecoveryState = recoveryStateOf(wanted.leaderRecoveryState ?? 0);
  const change = partitionChange(
    partition,
    { isr: isr.map((replica) => replica.brokerId), leaderRecoveryState },
    electionRules(view, { topic, partition }),
  );
  if (change !== undefined) {
    const partitionId = wanted.partitionIndex;
    records.push(
      draftRecord("PartitionChangeRecord", PARTITION_RECORD_VERSION, {
        topicId: topic.id,
        partitionId,
        ...change,
      }),
    );
  }
  return {
    partitionIndex: wanted.partitionIndex,
    errorCode: codeOf("NONE"),
    leaderId: partition.leader,
    leaderEpoch: partition.leaderEpoch,
    isr: [...(change?.isr ?? partition.isr)],
    leaderRecoveryState: recoveryStateNumber(leaderRecoveryState),
    partitionEpoch: partition.partitionEpoch + (change === undefined ? 0 : 1),
  };
}

/** Version 2 names brokers, version 3 also says which life of each is meant. */
function wantedIsr(wanted: PartitionRequest): readonly WantedReplica[] {
  const { newIsr = [], newIsrWithEpochs = [] } = wanted;
  if (newIsrWithEpochs.length > 0) {
    return newIsrWithEpochs.map(({ brokerId, brokerEpoch = -1 }) => ({ brokerId, brokerEpoch }));
  }
  return newIsr.map((brokerId) => ({ brokerId, brokerEpoch: -1 }));
}

/** In Kafka's order: which error a leader gets decides whether it waits, retries or gives up. */
function errorOf(
  view: ControllerView,
  leaderId: number,
  at: {
    readonly partition: PartitionImage;
    readonly wanted: PartitionRequest;
    readonly isr: readonly WantedReplica[];
  },
): ErrorName | undefined {
  const { partition, wanted } = at;
  const isAhead =
    wanted.leaderEpoch > partition.leaderEpoch || wanted.partitionEpoch > partition.partitionEpoch;
  // It has heard from a controller that is newer than we are.
  if (isAhead) return "NOT_CONTROLLER";
  if (wanted.leaderEpoch < partition.leaderEpoch) return "FENCED_LEADER_EPOCH";
  if (leaderId !== partition.leader) return "INVALID_REQUEST";
  if (wanted.partitionEpoch < partition.partitionEpoch) return "INVALID_UPDATE_VERSION";
  return isrError(view, at);
}

function isrError(
  { image }: ControllerView,
  {
    partition,
    wanted,
    isr,
  }: {
    readonly partition: PartitionImage;
    readonly wanted: PartitionRequest;
    readonly isr: readonly WantedReplica[];
  },
): ErrorName | undefined {
  const ids = isr.map((replica) => replica.brokerId);
  const isSubset = ids.every((id) => partition.replicas.includes(id));
  const isRecovering = recoveryStateOf(wanted.leaderRecoveryState ?? 0) === "RECOVERING";
  if (ids.length === 0 || !isSubset || new Set(ids).size !== ids.length) return "INVALID_REQUEST";
  if (!ids.includes(partition.leader)) return "INVALID_REQUEST";
  if (isRecovering && (ids.length > 1 || partition.leaderRecoveryState === "RECOVERED")) {
    return "INVALID_REQUEST";
  }
  const isIneligible = isr.some(({ brokerId, brokerEpoch }) => {
    const broker = image.brokers.get(brokerId);
    if (broker === undefined || broker.fenced || broker.inControlledShutdown) return true;
    return brokerEpoch !== -1 && brokerEpoch !== broker.epoch;
  });
  return isIneligible ? "INELIGIBLE_REPLICA" : undefined;
}

function failed(wanted: PartitionRequest, error: ErrorName): PartitionResponse {
  return {
    partitionIndex: wanted.partitionIndex,
    errorCode: codeOf(error),
    leaderId: 0,
    leaderEpoch: 0,
    isr: [],
    leaderRecoveryState: 0,
    partitionEpoch: 0,
  };
}
