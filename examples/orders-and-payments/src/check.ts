import { spawn } from "node:child_process";
import { once } from "node:events";
import * as path from "node:path";
import * as readline from "node:readline";
import { arrivalsOf, expectationOf, type Script } from "./arrivals.ts";
import { connectTo, GROUP, ORDERS, PAID_ORDERS, PAYMENTS, UNMATCHED } from "./topics.ts";

const naru = path.join(import.meta.dirname, "..", "..", "..", "bin", "naru");

interface Read {
  readonly key: string;
  readonly value: string | null;
}

/** How many records the group has still to read. */
export async function recordsLeft(bootstrapServers: string): Promise<number> {
  const kafka = connectTo(bootstrapServers);
  const admin = kafka.admin();
  await admin.connect();
  try {
    let left = 0;
    for (const topic of [ORDERS, PAYMENTS]) {
      const ends = await admin.fetchTopicOffsets(topic);
      const [of] = await admin.fetchOffsets({ groupId: GROUP, topics: [topic] });
      for (const { partition, high } of ends) {
        const committed = of?.partitions.find((each) => each.partition === partition)?.offset;
        left += Number(high) - Math.max(0, Number(committed ?? 0));
      }
    }
    return left;
  } finally {
    // Also after a failure: a connection that is left open keeps the process.
    await admin.disconnect();
  }
}

/** Every way in which the topics are not what the script leads to, in words. */
export async function check(bootstrapServers: string, script: Script): Promise<string[]> {
  const expected = expectationOf(arrivalsOf(script));
  const found: string[] = [];
  const seen = new Map<string, string>();
  for (const { key, value } of await readCommitted(bootstrapServers, PAID_ORDERS)) {
    if (seen.has(key)) found.push(`${PAID_ORDERS}: ${key} is there twice.`);
    seen.set(key, value ?? "");
  }
  found.push(...differences(PAID_ORDERS, seen, expected.paid));
  const waiting = new Map<string, string>();
  for (const { key, value } of await readCommitted(bootstrapServers, UNMATCHED)) {
    if (value === null) waiting.delete(key);
    else if (key !== "start") waiting.set(key, value);
  }
  found.push(...differences(UNMATCHED, waiting, expected.waiting));
  if (found.length === 0) {
    const { paid, waiting: left } = expected;
    console.log(`Each of ${paid.size} paid orders is there once; ${left.size} wait for ever.`);
  }
  return found;
}

function differences(
  topic: string,
  found: ReadonlyMap<string, string>,
  expected: ReadonlyMap<string, string>,
): string[] {
  const lines: string[] = [];
  for (const [key, value] of expected) {
    const read = found.get(key);
    if (read === undefined) lines.push(`${topic}: ${key} is missing.`);
    else if (read !== value) lines.push(`${topic}: ${key} is ${read}, expected ${value}.`);
  }
  for (const key of found.keys()) {
    if (!expected.has(key)) lines.push(`${topic}: ${key} is there, and should not be.`);
  }
  return lines;
}

/** All of a topic but what was aborted, with `naru consume`. */
async function readCommitted(bootstrapServers: string, topic: string): Promise<Read[]> {
  const words = ["consume", topic, "--from-beginning", "--exit-at-end", "--json"];
  const how = ["--isolation", "read_committed", "--bootstrap-server", bootstrapServers];
  const child = spawn(naru, [...words, ...how], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "close");
  const records: Read[] = [];
  for await (const line of readline.createInterface({ input: child.stdout })) {
    records.push(JSON.parse(line) as Read);
  }
  const [code] = (await ended) as [number | null];
  if (code !== 0) throw new Error(`naru consume ${topic} ended with ${code}, expected 0.`);
  return records;
}
