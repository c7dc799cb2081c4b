import * as path from "node:path";
import { newFolder } from "../runner/folders.ts";
import { freePort } from "../runner/ports.ts";
import { startBrokerProcess } from "../runner/broker-process.ts";
import { RunningProcess } from "../runner/processes.ts";
import type { RunningBroker, StartOptions, Target } from "../runner/target.ts";

/** The root of the checkout. */
export const repository = path.join(import.meta.dirname, "..", "..", "..");

/** The command as a checkout has it. */
export const naruCommand = path.join(repository, "bin", "naru");

/** Our broker as users run it: `naru start` on a folder, in a process of its own. */
export async function startNaru(options: StartOptions = {}): Promise<RunningBroker> {
  const folder = options.folder ?? newFolder("naru");
  const port = options.port ?? (await freePort());
  const words = startWords(folder, port, options.settings);
  return startBrokerProcess({ command: naruCommand, words, port, folder });
}

/** As `startNaru`, without waiting for anything. */
export async function spawnNaru(options: { folder: string }): Promise<RunningProcess> {
  return new RunningProcess(naruCommand, startWords(options.folder, await freePort()));
}

function startWords(
  folder: string,
  port: number,
  settings: Readonly<Record<string, string>> = {},
): string[] {
  const words = ["start", "--data-dir", folder, "--port", String(port), "--log-level", "info"];
  for (const [key, value] of Object.entries(settings)) words.push("--set", `${key}=${value}`);
  return words;
}

export const naruTarget: Target = { name: "naru", start: startNaru };
