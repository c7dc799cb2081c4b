import { Admin, type ListedTransaction } from "@naru/client";
import type { Io } from "../io.ts";
import { withCluster, type Services } from "../services.ts";
import { table, type Column } from "../table.ts";
import type { ListOptions } from "./transaction-options.ts";

const columns: readonly Column<ListedTransaction>[] = [
  { title: "TRANSACTIONAL-ID", cell: ({ transactionalId }) => transactionalId },
  { title: "STATE", cell: ({ state }) => state },
  { title: "PRODUCER-ID", isNumber: true, cell: ({ producerId }) => producerId },
  { title: "COORDINATOR", isNumber: true, cell: ({ coordinatorId }) => coordinatorId },
];

/** `transaction list`: 0, also when there is none. */
export async function listTransactions(
  options: ListOptions,
  services: Services,
  io: Io,
): Promise<number> {
  const { pattern, longerThan } = options;
  const all = await withCluster(services, options, (cluster) =>
    new Admin(cluster).listTransactions({
      ...(pattern === undefined ? {} : { transactionalIdPattern: pattern }),
      ...(longerThan === undefined ? {} : { durationMs: longerThan }),
    }),
  ).catch((error: unknown) => {
    const isPattern =
      error instanceof Error && "code" in error && error.code === "INVALID_REGULAR_EXPRESSION";
    if (!isPattern) throw error;
    return `--pattern: found '${pattern}', expected a regular expression in RE2's syntax.`;
  });
  if (typeof all === "string") {
    io.err(all);
    return 1;
  }
  const found = all.toSorted((a, b) => (a.transactionalId < b.transactionalId ? -1 : 1));
  if (options.json) io.out(JSON.stringify(found));
  else if (found.length === 0) io.err("There is no such transactional id.");
  else for (const line of table(columns, found)) io.out(line);
  return 0;
}
