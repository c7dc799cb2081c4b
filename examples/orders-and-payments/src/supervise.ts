import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import * as path from "node:path";
import * as readline from "node:readline";
import * as timers from "node:timers/promises";
import { chance } from "./arrivals.ts";
import { recordsLeft } from "./check.ts";

export interface SuperviseOptions {
  readonly bootstrapServers: string;
  readonly seed: number;
  /** How often the program is killed before it may finish. */
  readonly kills: number;
  readonly sessionTimeoutMs: number;
}

const main = path.join(import.meta.dirname, "main.ts");
const LIFE_MS_MAX = 700;
const LOOK_EVERY_MS = 300;
/** A program that ends by itself is started again, but not for ever. */
const FAILURES_MAX = 30;
const PAUSE_MS = 500;
/** A run that does not begin to work, or does not end when it is told to, hangs: it is killed. */
const START_MS_MAX = 20_000;
const STOP_MS_MAX = 10_000;

/**
 * Runs the program until it has read everything. Kills it with SIGKILL at moments that the seed
 * decides, while it starts or while it works, and starts it again, also when it ended by itself.
 */
export async function supervise(options: SuperviseOptions): Promise<void> {
  const next = chance(options.seed);
  for (let kill = 1; kill <= options.kills; kill += 1) {
    const run = new Run(options);
    if (next() < 0.7) await Promise.race([run.working, run.ended, untilRead(options, run)]);
    await Promise.race([timers.setTimeout(Math.floor(next() * LIFE_MS_MAX)), run.ended]);
    await run.end("SIGKILL");
    console.log(`killed, ${kill} of ${options.kills}`);
  }
  for (let failures = 0; failures < FAILURES_MAX; failures += 1) {
    const run = new Run(options);
    // Once it has started, no transaction of an earlier run is open.
    await Promise.race([run.started, run.ended]);
    const isDone = await untilRead(options, run);
    await run.end("SIGTERM");
    if (isDone) return;
    await timers.setTimeout(PAUSE_MS);
  }
  throw new Error(`the program ended by itself ${FAILURES_MAX} times, expected it to get through.`);
}

/** One life of the program. */
class Run {
  readonly started: Promise<void>;
  /** It has got its first batch. */
  readonly working: Promise<void>;
  readonly ended: Promise<unknown>;
  readonly #child: ChildProcess;

  constructor({ bootstrapServers, sessionTimeoutMs }: SuperviseOptions) {
    const options = ["--bootstrap-server", bootstrapServers];
    const words = ["match", ...options, "--session-timeout-ms", String(sessionTimeoutMs)];
    // KafkaJS 2.2.4 sets timers of less than nothing, and newer versions of Node say so.
    const node = ["--conditions=@naru/source", "--disable-warning=TimeoutNegativeWarning"];
    const child = spawn(process.execPath, [...node, main, ...words], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const started = Promise.withResolvers<void>();
    const working = Promise.withResolvers<void>();
    this.started = started.promise;
    this.working = working.promise;
    this.ended = once(child, "close");
    this.#child = child;
    const hangs = this.#killLater(START_MS_MAX);
    readline.createInterface({ input: child.stdout }).on("line", (line) => {
      console.log(line);
      if (line.startsWith("started")) started.resolve();
      if (!line.startsWith("working")) return;
      clearTimeout(hangs);
      working.resolve();
    });
  }

  get isRunning(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  async end(signal: NodeJS.Signals): Promise<void> {
    this.#child.kill(signal);
    this.#killLater(STOP_MS_MAX);
    await this.ended;
  }

  #killLater(limitMs: number): NodeJS.Timeout {
    const timer = setTimeout(() => {
      if (!this.isRunning) return;
      console.log(`silent for ${limitMs / 1_000} s: killed`);
      this.#child.kill("SIGKILL");
    }, limitMs);
    return timer.unref();
  }
}

/** False when the program ended first. */
async function untilRead({ bootstrapServers }: SuperviseOptions, run: Run): Promise<boolean> {
  while (run.isRunning) {
    // The broker may be away for a while.
    const left = await recordsLeft(bootstrapServers).catch(() => undefined);
    if (left === 0) return true;
    await timers.setTimeout(LOOK_EVERY_MS);
  }
  return false;
}
