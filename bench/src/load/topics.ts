import { calls } from "../../../conformance/src/wire/calls.ts";
import { type Address, WireConnection } from "../../../conformance/src/wire/connection.ts";
import { createTopic } from "../../../conformance/src/wire/topic.ts";

const TIMEOUT_MS = 10_000;

/** Makes a topic for one measurement, hands it over, and removes it again. */
export async function withTopic<Result>(
  address: Address,
  options: { topic: string; partitions: number },
  use: () => Promise<Result>,
): Promise<Result> {
  using connection = await WireConnection.open(address);
  await createTopic(connection, options.topic, {
    partitions: options.partitions,
    configs: { "file.delete.delay.ms": "0" },
  });
  try {
    return await use();
  } finally {
    const topicNames = [options.topic];
    await connection.answer(calls.deleteTopics, 5, { topicNames, timeoutMs: TIMEOUT_MS });
  }
}
