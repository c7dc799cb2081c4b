import * as path from "node:path";
import { newFolder } from "../runner/folders.ts";
import { freePort } from "../runner/ports.ts";
import { startBrokerProcess } from "../runner/broker-process.ts";
import type { RunningBroker, StartOptions, Target } from "../runner/target.ts";

const repository = path.join(import.meta.dirname, "..", "..", "..");

/** The command as a checkout has it. */
export const naruCommand = path.join(repository, "bin", "naru");
/** The look-alike of Kafka's own script. */
export const naruTopicsCommand = path.join(repository, "bin", "kafka-topics.sh");

/** Our broker as users run it: `naru start` on a folder, in a process of its own. */
export async function startNaru(options: StartOptions = {}): Promise<RunningBroker> {
  const folder = options.folder ?? newFolder("naru");
  const port = await freePort();
  const settings = Object.entries(options.settings ?? {});
  const words = ["start", "--data-dir", folder, "--port", String(port)];
  for (const [key, value] of settings) words.push("--set", `${key}=${value}`);
  return startBrokerProcess({ command: naruCommand, words, port, folder });
}

export const naruTarget: Target = { name: "naru", start: startNaru };
