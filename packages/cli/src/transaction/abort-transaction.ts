import { Admin } from "@naru/client";
import type { Io } from "../io.ts";
import { withCluster, type Services } from "../services.ts";
import type { AbortOptions } from "./transaction-options.ts";

/** `transaction abort`: 0 when it is aborted. */
export async function abortTransaction(
  options: AbortOptions,
  services: Services,
  io: Io,
): Promise<number> {
  const { id, partition, startOffset } = options;
  if ((id === undefined) === (partition === undefined)) {
    io.err("--id, --partition: expected one of the two.");
    return 1;
  }
  const problem = await withCluster(services, options, async (cluster) => {
    const admin = new Admin(cluster);
    if (partition !== undefined) return abortHanging(admin, partition, startOffset);
    await admin.fenceProducer(id ?? "");
    return undefined;
  });
  if (problem === undefined) return 0;
  io.err(problem);
  return 1;
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
  const [found] = await admin.describeProducers([where]);
  const open = found?.producers.filter((each) => each.transactionStartOffset !== undefined) ?? [];
  const producer = open.find((each) => each.transactionStartOffset === startOffset);
  if (producer === undefined) {
    const starts = open.map((each) => each.transactionStartOffset).join(", ");
    return (
      `--start-offset: found ${startOffset}, expected ${starts === "" ? "nothing" : starts}: ` +
      `no other transaction is open in ${topic}-${where.partition}.`
    );
  }
  const { producerId, producerEpoch, coordinatorEpoch } = producer;
  const spec = { producerId, producerEpoch, coordinatorEpoch: Math.max(0, coordinatorEpoch) };
  await admin.abortTransaction({ ...where, ...spec });
  return undefined;
}
