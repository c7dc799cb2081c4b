import { calls } from "../../../conformance/src/wire/calls.ts";
import { type Address, WireConnection } from "../../../conformance/src/wire/connection.ts";
import { batchOf, nameOf } from "../../../conformance/src/wire/topic.ts";

const LIMIT_MS = 60_000;
const STEP_MS = 2;
const CALL_LIMIT_MS = 10_000;

/** Waits until the broker has taken its first record in a topic that it has to create. */
export async function untilServing(address: Address): Promise<void> {
  await untilAcknowledged(address, "warm-up");
}

/** Tries without pause to produce one record in a topic that it creates, until acknowledged. */
export async function untilAcknowledged(address: Address, topic: string): Promise<void> {
  const endMs = performance.now() + LIMIT_MS;
  let last = "no connection";
  while (performance.now() < endMs) {
    try {
      using connection = await WireConnection.open(address);
      for (; performance.now() < endMs; await after(STEP_MS)) {
        last = await tryToProduce(connection, topic);
        if (last === "NONE") return;
        if (last === "closed") break;
      }
    } catch {
      // Nobody listens yet.
    }
    await after(STEP_MS);
  }
  throw new Error(`no record was acknowledged within ${LIMIT_MS} ms; last: ${last}`);
}

async function tryToProduce(connection: WireConnection, topic: string): Promise<string> {
  const records = batchOf([
    { timestamp: Date.now(), key: null, value: new TextEncoder().encode("first") },
  ]);
  const response = await connection.ask(calls.produce, 9, {
    transactionalId: null,
    acks: 1,
    timeoutMs: CALL_LIMIT_MS,
    topicData: [{ name: topic, partitionData: [{ index: 0, records }] }],
  });
  const error = response?.responses[0]?.partitionResponses[0]?.errorCode;
  if (error === undefined) return "closed";
  if (nameOf(error) === "UNKNOWN_TOPIC_OR_PARTITION") {
    await connection.ask(calls.createTopics, 5, {
      topics: [
        { name: topic, numPartitions: 1, replicationFactor: 1, assignments: [], configs: [] },
      ],
      timeoutMs: CALL_LIMIT_MS,
    });
  }
  return nameOf(error);
}

function after(delayMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, delayMs));
}
