import { RunningProcess } from "../../../conformance/src/runner/processes.ts";
import { within } from "../../../conformance/src/runner/waiting.ts";
import type { MeasuredBroker } from "./measured-broker.ts";

const STOP_LIMIT_MS = 60_000;

/** Starts a command that becomes a broker on this port of loopback. */
export function spawnBroker(
  command: readonly [string, ...string[]],
  options: { port: number; folder: string; env?: Readonly<Record<string, string>> },
): MeasuredBroker {
  const { port, folder, env } = options;
  const [program, ...words] = command;
  const child = new RunningProcess(program, words, env === undefined ? {} : { env });
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.signal(signal);
    await within("the end of a broker", STOP_LIMIT_MS, child.exited);
  };
  return {
    host: "127.0.0.1",
    port,
    bootstrap: `127.0.0.1:${port}`,
    folder,
    pid: child.pid,
    stop: () => end("SIGTERM"),
    kill: () => end("SIGKILL"),
  };
}
