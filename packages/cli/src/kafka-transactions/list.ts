import type { Admin } from "@naru/client";
import type { Io } from "../io.ts";
import type { Given } from "./parse.ts";
import { orFail, printRows } from "./report.ts";

/** `list`: the transactional ids of every coordinator. */
export async function list(admin: Admin, given: Given, io: Io): Promise<void> {
  const durationMs = given.number("duration-filter");
  const transactionalIdPattern = given.text("transactional-id-pattern");
  const listed = await orFail(
    "Failed to list transactions",
    () =>
      admin.listTransactions({
        ...(durationMs === undefined ? {} : { durationMs }),
        ...(transactionalIdPattern === undefined ? {} : { transactionalIdPattern }),
      }),
    ({ message }) => message.replace(/\.$/, ""),
  );
  const rows = listed.map(({ transactionalId, coordinatorId, producerId, state }) => [
    transactionalId,
    String(coordinatorId),
    String(producerId),
    state,
  ]);
  printRows(["TransactionalId", "Coordinator", "ProducerId", "TransactionState"], rows, io);
}
