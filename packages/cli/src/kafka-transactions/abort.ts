import type { AbortTransactionSpec, Admin, TopicPartition } from "@naru/client";
import type { ProtocolError } from "@naru/protocol";
import { nameOf } from "../name-of.ts";
import type { Given } from "./parse.ts";
import { Failure, orFail } from "./report.ts";

/** `abort`: prints nothing when it worked. */
export async function abort(admin: Admin, given: Given): Promise<void> {
  const where = { topic: given.text("topic") ?? "", partition: given.number("partition") ?? 0 };
  const startOffset = given.number("start-offset");
  const spec =
    startOffset === undefined
      ? specOfFlags(where, given)
      : await specOfPartition(admin, where, startOffset);
  const text =
    `AbortTransactionSpec(topicPartition=${nameOf(where)}, producerId=${spec.producerId}, ` +
    `producerEpoch=${spec.producerEpoch}, coordinatorEpoch=${spec.coordinatorEpoch})`;
  await orFail(
    `Failed to abort transaction ${text}`,
    () => admin.abortTransaction(spec),
    (error) => `WriteTxnMarkers request with ${text} failed ${reasonOf(error, spec)}`,
  );
}

function specOfFlags(where: TopicPartition, given: Given): AbortTransactionSpec {
  const producerId = given.number("producer-id");
  if (producerId === undefined) {
    throw new Failure(
      "The transaction to abort must be identified either with --start-offset (for brokers on 3.0 or above) " +
        "or with --producer-id, --producer-epoch, and --coordinator-epoch (for older brokers)",
    );
  }
  const producerEpoch = given.number("producer-epoch");
  if (producerEpoch === undefined) throw new Failure("Missing required argument --producer-epoch");
  const coordinatorEpoch = given.number("coordinator-epoch");
  if (coordinatorEpoch === undefined) {
    throw new Failure("Missing required argument --coordinator-epoch");
  }
  return { ...where, producerId, producerEpoch, coordinatorEpoch: Math.max(0, coordinatorEpoch) };
}

async function specOfPartition(
  admin: Admin,
  where: TopicPartition,
  startOffset: number,
): Promise<AbortTransactionSpec> {
  const found = await orFail(
    `Failed to validate producer state for partition ${nameOf(where)}`,
    () => admin.describeProducers([where]),
  );
  const producer = found
    .flatMap(({ producers }) => producers)
    .find(({ transactionStartOffset }) => transactionStartOffset === startOffset);
  if (producer === undefined) {
    throw new Failure(
      `Could not find any open transactions starting at offset ${startOffset} on partition ${nameOf(where)}`,
    );
  }
  const { producerId, producerEpoch, coordinatorEpoch } = producer;
  // Without a marker before it there is no epoch yet: 0 is one that no coordinator is below.
  return { ...where, producerId, producerEpoch, coordinatorEpoch: Math.max(0, coordinatorEpoch) };
}

function reasonOf({ code }: ProtocolError, { coordinatorEpoch }: AbortTransactionSpec): string {
  switch (code) {
    case "INVALID_PRODUCER_EPOCH":
      return "due an invalid producer epoch";
    case "TRANSACTION_COORDINATOR_FENCED":
      return `since the provided coordinator epoch ${coordinatorEpoch} has been fenced by the active coordinator`;
    case "CLUSTER_AUTHORIZATION_FAILED":
      return "due to cluster authorization error";
    default:
      return `due to unexpected error: ${code}`;
  }
}
