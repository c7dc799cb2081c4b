import { lastLines, type RunningProcess } from "../runner/processes.ts";
import { HopelessError, until } from "../runner/waiting.ts";
import { calls } from "./calls.ts";
import { type Address, WireConnection } from "./connection.ts";

const START_LIMIT_MS = 45_000;
const METADATA_VERSION = 8;

/** Waits until the broker names itself in its metadata; throws when its process has ended. */
export async function untilServing(address: Address, child: RunningProcess): Promise<void> {
  try {
    await until("an answering broker", START_LIMIT_MS, async () => {
      if (!child.isRunning) throw new HopelessError("the broker ended before it answered.");
      using connection = await WireConnection.open(address);
      const metadata = await connection.ask(calls.metadata, METADATA_VERSION, { topics: [] });
      return metadata !== undefined && metadata.brokers.length > 0 ? true : undefined;
    });
  } catch (cause) {
    child.signal("SIGKILL");
    throw new Error(`the broker did not start.\n${lastLines(child.output)}`, { cause });
  }
}
