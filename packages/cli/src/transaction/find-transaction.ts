import type { Admin, TransactionDescription } from "@naru/client";

/** The transactional id's description, or undefined when no coordinator knows the id. */
export async function findTransaction(
  admin: Admin,
  id: string,
): Promise<TransactionDescription | undefined> {
  try {
    return await admin.describeTransaction(id);
  } catch (error) {
    const isUnknown =
      error instanceof Error && "code" in error && error.code === "TRANSACTIONAL_ID_NOT_FOUND";
    if (isUnknown) return undefined;
    throw error;
  }
}

/** What is said of a transactional id that does not exist. */
export function noTransactionalId(id: string): string {
  return `No transactional id is named '${id}'. 'naru transaction list' shows those that exist.`;
}
