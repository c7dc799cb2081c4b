import { untilServing } from "../wire/serving.ts";
import { lastLines, RunningProcess } from "./processes.ts";
import type { RunningBroker } from "./target.ts";
import { within } from "./waiting.ts";

export interface BrokerProcess {
  readonly command: string;
  readonly words: readonly string[];
  readonly port: number;
  readonly folder: string;
}

const STOP_LIMIT_MS = 30_000;
/** 128 and the number of SIGTERM: how Java ends after a clean stop. */
const ENDED_BY_SIGTERM = 143;

/** Starts a broker's process and waits until it answers. */
export async function startBrokerProcess(options: BrokerProcess): Promise<RunningBroker> {
  const { port, folder } = options;
  const child = new RunningProcess(options.command, options.words);
  const host = "127.0.0.1";
  await untilServing({ host, port }, child);
  const kill = async (): Promise<void> => {
    child.signal("SIGKILL");
    await child.exited;
  };
  const stop = async (): Promise<void> => {
    child.signal("SIGTERM");
    const exit = await within("a clean stop", STOP_LIMIT_MS, child.exited);
    if (exit.code === 0 || exit.code === ENDED_BY_SIGTERM) return;
    throw new Error(
      `the broker ended with ${exit.code ?? exit.signal} after SIGTERM, expected 0.\n${lastLines(child.output)}`,
    );
  };
  return {
    host,
    port,
    bootstrap: `${host}:${port}`,
    folder,
    pid: child.pid,
    output: () => child.output,
    exited: child.exited.then(() => undefined),
    stop,
    kill,
    [Symbol.asyncDispose]: kill,
  };
}
