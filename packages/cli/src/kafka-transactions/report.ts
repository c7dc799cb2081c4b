import { ProtocolError } from "@naru/protocol";
import type { Io } from "../io.ts";
import { javaMessage } from "../kafka-tool/java-exception.ts";
import { bareFailure } from "../kafka-tool/tool.ts";

/** What ends the tool with exit code 1 and a sentence on standard error. */
export class Failure extends Error {}

/** Runs `attempt`; a failure is told after `what`, as Kafka's tool does. */
export async function orFail<T>(
  what: string,
  attempt: () => Promise<T>,
  reasonOf: (error: ProtocolError) => string = ({ code }) => javaMessage(code),
): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    const reason = error instanceof ProtocolError ? reasonOf(error) : bareFailure(error);
    throw new Failure(told(what, reason));
  }
}

/** A failure and its reason, in the form of Kafka's tool. */
export function told(what: string, reason: string): string {
  return `${what}: ${reason}. Enable debug logging for additional detail.`;
}

/** Rows under their titles: every column as wide as its widest cell, a tab after each. */
export function printRows(
  titles: readonly string[],
  rows: readonly (readonly string[])[],
  io: Pick<Io, "out">,
): void {
  const widths = titles.map((title, index) =>
    Math.max(title.length, ...rows.map((row) => row[index]?.length ?? 0)),
  );
  for (const row of [titles, ...rows]) {
    io.out(row.map((cell, index) => `${cell.padEnd(widths[index] ?? 0)}\t`).join(""));
  }
}
