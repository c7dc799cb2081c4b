import { Admin } from "@naru/client";
import type { Io } from "../io.ts";
import { nameOf } from "../name-of.ts";
import { withCluster, type Services } from "../services.ts";
import { noTopic } from "../topic/no-topic.ts";
import { findTransaction, noTransactionalId } from "./find-transaction.ts";
import type { AbortOptions } from "./transaction-options.ts";

/** `transaction abort`: 0 when it is aborted. */
export async function abortTransaction(
  options: AbortOptions,
  services: Services,
  io: Io,
): Promise<number> {
  const { id, partition, startOffset } = options;
  if ((id === undefined) === (partition === undefined)) {
    const found = id === undefined ? "neither" : "both";
    io.err(`--id, --partition: found ${found}, expected one of the two.`);
    return 1;
  }
  if (id !== undefined && startOffset !== undefined) {
    io.err(
      `--start-offset: found ${startOffset}, expected it with --partition only. Leave it out.`,
    );
    return 1;
  }
  const problem = await withCluster(services, options, async (cluster) => {
    const admin = new Admin(cluster);
    if (partition !== undefined) return abortHanging(admin, partition, startOffset);
    return abortOf(admin, id ?? "");
  });
  if (problem === undefined) return 0;
  io.err(problem);
  return 1;
}

/** Ends what the id has open; an id that nobody has used would be made by it. */
async function abortOf(admin: Admin, id: string): Promise<string | undefined> {
  if ((await findTransaction(admin, id)) === undefined) return noTransactionalId(id);
  await admin.fenceProducer(id);
  return undefined;
}

/** Ends what begins at that offset; a string says what is wrong. */
async function abortHanging(
  admin: Admin,
  word: string,
  startOffset: number | undefined,
): Promise<string | undefined> {
  const [, topic = "", digits] = /^(.+):(\d+)$/.exec(word) ?? [];
  if (digits === undefined) return `--partition: found '${word}', expected TOPIC:N.`;
  if (startOffset === undefined) {
    return "--start-offset: expected the offset that 'transaction find-hanging' shows.";
  }
  const where = { topic, partition: Number(digits) };
  const [view] = await admin.describeTopics([topic]);
  if (view === undefined || view.error === "UNKNOWN_TOPIC_OR_PARTITION") return noTopic(topic);
  if (!view.partitions.some(({ index }) => index === where.partition)) {
    return `--partition: found '${word}', which is not there. 'naru topic describe ${topic}' shows those that are.`;
  }
  const [found] = await admin.describeProducers([where]);
  const open = found?.producers.filter((each) => each.transactionStartOffset !== undefined) ?? [];
  const producer = open.find((each) => each.transactionStartOffset === startOffset);
  if (producer === undefined) {
    const starts = open.map((each) => each.transactionStartOffset).join(", ");
    return (
      `--start-offset: found ${startOffset}, expected ${starts === "" ? "nothing" : starts}: ` +
      `no other transaction is open in ${nameOf(where)}.`
    );
  }
  const { producerId, producerEpoch, coordinatorEpoch } = producer;
  const spec = { producerId, producerEpoch, coordinatorEpoch: Math.max(0, coordinatorEpoch) };
  await admin.abortTransaction({ ...where, ...spec });
  return undefined;
}
