import { Admin, type TransactionDescription } from "@naru/client";
import type { Io } from "../io.ts";
import { nameOf } from "../name-of.ts";
import { withCluster, type Services } from "../services.ts";
import { findTransaction, noTransactionalId } from "./find-transaction.ts";
import type { DescribeOptions } from "./transaction-options.ts";

/** `transaction describe`: 1 when one of the ids does not exist. */
export async function describeTransactions(
  options: DescribeOptions,
  services: Services,
  io: Io,
): Promise<number> {
  const found = await withCluster(services, options, (cluster) => {
    const admin = new Admin(cluster);
    return Promise.all(options.ids.map((id) => describe(admin, id)));
  });
  for (const problem of found.filter((each) => typeof each === "string")) io.err(problem);
  const described = found.filter((each) => typeof each !== "string");
  if (options.json) io.out(JSON.stringify(described.map(jsonOf)));
  else for (const each of described) print(each, services, io);
  return described.length === found.length ? 0 : 1;
}

async function describe(admin: Admin, id: string): Promise<TransactionDescription | string> {
  return (await findTransaction(admin, id)) ?? noTransactionalId(id);
}

function print(found: TransactionDescription, services: Services, io: Io): void {
  const { producerId, producerEpoch, timeoutMs, startMs, partitions } = found;
  io.out(`${found.transactionalId}  (${found.state}, coordinator: ${found.coordinatorId})`);
  io.out(`  producer ${producerId} in epoch ${producerEpoch}, time-out ${timeoutMs} ms`);
  if (partitions.length === 0) {
    io.out("  It has nothing open.");
    return;
  }
  const age = startMs === undefined ? "" : ` for ${services.runtime.clock.nowMs() - startMs} ms`;
  io.out(`  open${age} in ${partitions.map(nameOf).join(", ")}`);
}

function jsonOf({ startMs, ...found }: TransactionDescription): object {
  return { ...found, startMs: startMs ?? null };
}
