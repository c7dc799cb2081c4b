import { Admin, type OpenTransaction } from "@naru/client";
import type { Io } from "../io.ts";
import { withCluster, type Services } from "../services.ts";
import { table, type Column } from "../table.ts";
import { noTopic } from "../topic/no-topic.ts";
import type { FindHangingOptions } from "./transaction-options.ts";

const MINUTE_MS = 60_000;

/** `transaction find-hanging`: 0, also when there is none. */
export async function findHanging(
  options: FindHangingOptions,
  services: Services,
  io: Io,
): Promise<number> {
  const nowMs = services.runtime.clock.nowMs();
  const { topic, broker, olderThan } = options;
  const found = await withCluster(services, options, async (cluster) => {
    const admin = new Admin(cluster);
    const { brokers } = await cluster.refresh([]);
    if (broker !== undefined && !brokers.has(broker)) {
      const known = [...brokers.keys()].join(", ");
      return `--broker: found ${broker}, expected one of the cluster: ${known}.`;
    }
    if (topic !== undefined) {
      const [view] = await admin.describeTopics([topic]);
      if (view === undefined || view.error === "UNKNOWN_TOPIC_OR_PARTITION") return noTopic(topic);
    }
    const maxTimeoutMs = olderThan * MINUTE_MS;
    return admin.findHangingTransactions({ topic, brokerId: broker, maxTimeoutMs });
  });
  if (typeof found === "string") {
    io.err(found);
    return 1;
  }
  if (options.json) io.out(JSON.stringify(found.map(jsonOf)));
  else if (found.length === 0) io.err("No transaction hangs.");
  else for (const line of table(columnsAt(nowMs), found)) io.out(line);
  return 0;
}

function columnsAt(nowMs: number): readonly Column<OpenTransaction>[] {
  return [
    { title: "TOPIC", cell: ({ topic }) => topic },
    { title: "PARTITION", isNumber: true, cell: ({ partition }) => partition },
    {
      title: "START-OFFSET",
      isNumber: true,
      cell: ({ producer }) => producer.transactionStartOffset ?? -1,
    },
    { title: "PRODUCER-ID", isNumber: true, cell: ({ producer }) => producer.producerId },
    { title: "EPOCH", isNumber: true, cell: ({ producer }) => producer.producerEpoch },
    {
      title: "MINUTES",
      isNumber: true,
      cell: ({ producer }) => Math.trunc((nowMs - producer.lastTimestamp) / MINUTE_MS),
    },
  ];
}

function jsonOf({ topic, partition, producer }: OpenTransaction): object {
  const { transactionStartOffset: startOffset, ...rest } = producer;
  return { topic, partition, startOffset, ...rest };
}
