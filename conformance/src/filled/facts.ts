import { contentsOf } from "../golden/contents.ts";
import type { KafkaTools } from "../kafka/tools.ts";
import type { RunningBroker } from "../runner/target.ts";
import { until } from "../runner/waiting.ts";
import { WireConnection } from "../wire/connection.ts";
import { offsetAt } from "../wire/topic.ts";
import { lastStableOffset } from "../wire/transactions.ts";

const LATEST = -1;
const paid = { topic: "paid", partition: 0 };

/**
 * What a broker says of a folder that filler.py filled, as lines of text without ids: records,
 * aborted transactions, ends, the offsets of the group, and how the last transaction ended.
 *
 * Asked once no transaction is open: one that was left open is aborted after its time-out.
 */
export async function factsOf(
  broker: RunningBroker,
  tools: KafkaTools,
  { limitMs }: { limitMs: number },
): Promise<string[]> {
  using connection = await WireConnection.open(broker);
  await until("the end of the open transaction", limitMs, async () => {
    const end = await offsetAt(connection, paid, LATEST);
    return (await lastStableOffset(connection, paid)) === end ? true : undefined;
  });
  const at = ["--bootstrap-server", broker.bootstrap];
  const group = await tools.output("kafka-consumer-groups", [
    ...at,
    "--describe",
    "--group",
    "billing",
  ]);
  const transactions = await tools.output("kafka-transactions", [...at, "list"]);
  return [
    ...(await contentsOf(connection)),
    ...rowsOf(group),
    ...rowsOf(transactions).map((row) => row.replace(/ .* /, " ")),
  ];
}

/** The lines of a table, one space between cells, in an order of their own. */
function rowsOf(table: string): string[] {
  const lines = table.split("\n").map((line) => line.trim().replace(/\s+/g, " "));
  return lines.filter((line) => line !== "").toSorted();
}
