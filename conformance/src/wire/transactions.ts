import { apis } from "@naru/protocol";
import {
  decodeFindCoordinatorResponse,
  encodeFindCoordinatorRequest,
} from "@naru/protocol/messages/find-coordinator";
import { until } from "../runner/waiting.ts";
import { calls } from "./calls.ts";
import type { Call, WireConnection } from "./connection.ts";
import type { PartitionName } from "./topic.ts";

const LIMIT_MS = 20_000;
const TRANSACTION_KEY_TYPE = 1;
const READ_COMMITTED = 1;
const LATEST = -1;

const findCoordinator: Call<
  Parameters<typeof encodeFindCoordinatorRequest>[1],
  ReturnType<typeof decodeFindCoordinatorResponse>
> = {
  api: apis.FindCoordinator,
  encode: encodeFindCoordinatorRequest,
  decode: decodeFindCoordinatorResponse,
};

/** The producer id of a transactional id; it has no transaction then. */
export function transactionalProducer(
  connection: WireConnection,
  transactionalId: string,
): Promise<{ producerId: number; producerEpoch: number }> {
  return until(`a producer id for ${transactionalId}`, LIMIT_MS, async () => {
    // The question makes the coordinator's topic where there is none yet.
    const coordinatorKeys = [transactionalId];
    await connection.answer(findCoordinator, 4, { keyType: TRANSACTION_KEY_TYPE, coordinatorKeys });
    const draft = { transactionalId, transactionTimeoutMs: 60_000 };
    const response = await connection.answer(calls.initProducerId, 4, draft);
    return response.errorCode === 0 ? response : undefined;
  });
}

/** The offset up to which read_committed reads. */
export async function lastStableOffset(
  connection: WireConnection,
  at: PartitionName,
): Promise<number> {
  const partitions = [{ partitionIndex: at.partition, timestamp: LATEST }];
  const response = await connection.answer(calls.listOffsets, 5, {
    replicaId: -1,
    isolationLevel: READ_COMMITTED,
    topics: [{ name: at.topic, partitions }],
  });
  return response.topics[0]!.partitions[0]!.offset;
}
