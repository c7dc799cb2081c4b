import { spawn } from "node:child_process";
import { once } from "node:events";
import * as path from "node:path";
import * as readline from "node:readline";
import { Tally } from "./tally.ts";

const naru = path.join(import.meta.dirname, "..", "..", "..", "bin", "naru");

/** Reads a topic to its end with `naru consume --json`, and counts what it prints. */
export async function consumeAndCount(
  bootstrapServers: string,
  topic: string,
  partitions: number,
): Promise<Tally> {
  const words = ["--from-beginning", "--exit-at-end", "--json"];
  const child = spawn(naru, ["consume", topic, ...words, "--bootstrap-server", bootstrapServers], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "close");
  const tally = new Tally(partitions);
  for await (const line of readline.createInterface({ input: child.stdout })) {
    const record = JSON.parse(line) as { partition: number; key: string; value: string };
    tally.add(record.partition, record.key, record.value);
  }
  const [code] = (await ended) as [number | null];
  if (code !== 0) throw new Error(`naru consume ${topic} ended with ${code}, expected 0.`);
  return tally;
}
