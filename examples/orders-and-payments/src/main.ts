/**
 * Orders and payments: each order is written once, as soon as it is paid.
 *
 * An order may arrive before or after its payment, and the program that brings them together may
 * be killed at any moment. It consumes, processes and produces in transactions (KafkaJS, one
 * instance, a fixed transactional id): see match.ts. What waits for its other half stands in a
 * compacted topic that is written in the same transactions and read back at the start.
 *
 *   npm start                        all of it on a broker of its own: generates orders and
 *                                    payments, runs the program, kills it five times, checks
 *   npm start -- --bootstrap-server HOST:PORT            the same on a broker that runs already
 *   npm start -- generate --bootstrap-server HOST:PORT   one step: write the orders and payments
 *   npm start -- match --bootstrap-server HOST:PORT      one step: the program. Kill it at will.
 *   npm start -- check --bootstrap-server HOST:PORT      one step: compare with what must be there
 *
 *   --seed N (default 1)        --kills N (default 5)
 *   --orders N (default 10000)  --session-timeout-ms N (default 6000, the least that brokers allow
 *                               unless they are told otherwise; 1000 on a broker of its own)
 *
 * Each order and each payment is sent once; a payment that was made twice is not what this shows.
 * Expect on the screen: each start with what was unmatched then, each kill, and at the end how many
 * paid orders are there, each once. Ends with 1 when anything is missing, doubled or wrong.
 */
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { parseArgs } from "node:util";
import { startBroker } from "@naru/broker";
import { check } from "./check.ts";
import { generate } from "./generate.ts";
import { match } from "./match.ts";
import { supervise } from "./supervise.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    "bootstrap-server": { type: "string" },
    seed: { type: "string", default: "1" },
    orders: { type: "string", default: "10000" },
    kills: { type: "string", default: "5" },
    "session-timeout-ms": { type: "string" },
  },
});
const script = { seed: Number(values.seed), orders: Number(values.orders) };
let sessionTimeoutMs = Number(values["session-timeout-ms"] ?? 6_000);

/** Of a broker of its own, so that nobody waits for a run that was killed. */
const impatient = { "group.initial.rebalance.delay.ms": 0, "group.min.session.timeout.ms": 500 };

const steps: Readonly<Record<string, (bootstrapServers: string) => Promise<void>>> = {
  async generate(bootstrapServers) {
    console.log(`written: ${await generate(bootstrapServers, script)} orders and payments`);
  },
  async match(bootstrapServers) {
    const stopping = new AbortController();
    for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => stopping.abort());
    await match({ bootstrapServers, sessionTimeoutMs, signal: stopping.signal });
  },
  async supervise(bootstrapServers) {
    const kills = Number(values.kills);
    await supervise({ bootstrapServers, seed: script.seed, kills, sessionTimeoutMs });
  },
  async check(bootstrapServers) {
    const found = await check(bootstrapServers, script);
    for (const line of found) console.error(line);
    if (found.length > 0) process.exitCode = 1;
  },
};

async function main(): Promise<void> {
  const wanted = positionals.length === 0 ? ["generate", "supervise", "check"] : positionals;
  const unknown = wanted.find((name) => steps[name] === undefined);
  if (unknown !== undefined) {
    throw new Error(`'${unknown}' is no step, expected ${Object.keys(steps).join(", ")}.`);
  }
  const given = values["bootstrap-server"];
  if (given !== undefined) {
    for (const name of wanted) await steps[name]!(given);
    return;
  }
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "naru-orders-"));
  try {
    await using broker = await startBroker({ dataDir, config: impatient });
    sessionTimeoutMs = Number(values["session-timeout-ms"] ?? 1_000);
    for (const name of wanted) await steps[name]!(broker.bootstrapServers);
  } finally {
    fs.rmSync(dataDir, { recursive: true, force: true });
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  // Not only the exit code: a client that failed may keep its sockets and timers.
  process.exit(1);
}
