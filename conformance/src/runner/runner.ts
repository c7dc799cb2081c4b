import { endAllProcesses } from "./processes.ts";
import { newFolder, removeFolder } from "./folders.ts";
import { type Check, SkipError, type Suite } from "./suite.ts";
import type { Target } from "./target.ts";
import { within } from "./waiting.ts";

/** What came of the checks so far. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
  /** Names of the checks that failed. */
  readonly failures: string[];
}

const SUITE_LIMIT_MS = 180_000;
const CHECK_LIMIT_MS = 60_000;

/** Runs a suite against a target and prints each check as it ends. */
export async function runSuite(
  suite: Suite,
  target: Target,
  { tally, isLong }: { tally: Tally; isLong: boolean },
): Promise<void> {
  console.log(`\n${suite.name} (${target.name}): ${suite.about}`);
  for (const need of suite.needs) {
    const missing = await need.missing();
    if (missing !== undefined) {
      skip(tally, suite.name, missing);
      return;
    }
  }
  const startMs = performance.now();
  const folder = newFolder(suite.name);
  const run = new SuiteRun(suite, tally);
  const context = {
    target,
    check: run.check,
    folder,
    note: (text: string) => console.log(`  ${text}`),
    isLong,
  };
  try {
    await within(suite.name, suite.limitMs ?? SUITE_LIMIT_MS, suite.run(context));
    if (run.count === 0) fail(tally, suite.name, new Error("nothing was checked."));
  } catch (error) {
    if (error instanceof SkipError) skip(tally, suite.name, error.message);
    else fail(tally, suite.name, error);
  } finally {
    run.end();
    endAllProcesses();
    removeFolder(folder);
  }
  console.log(`  ${suite.name}: ${secondsSince(startMs)} s`);
}

class SuiteRun {
  count = 0;
  readonly #suite: Suite;
  readonly #tally: Tally;
  #isOver = false;

  constructor(suite: Suite, tally: Tally) {
    this.#suite = suite;
    this.#tally = tally;
  }

  readonly check: Check = async (name, body) => {
    // A suite that ran over its limit has been judged: what it still does counts no more.
    if (this.#isOver) throw new Error(`${this.#suite.name}: its time is over.`);
    this.count += 1;
    const startMs = performance.now();
    try {
      await within(name, this.#suite.checkLimitMs ?? CHECK_LIMIT_MS, Promise.resolve(body()));
    } catch (error) {
      if (this.#isOver) return;
      if (error instanceof SkipError) skip(this.#tally, name, error.message);
      else fail(this.#tally, `${this.#suite.name}: ${name}`, error);
      return;
    }
    if (this.#isOver) return;
    this.#tally.passed += 1;
    console.log(`  passed   ${name} (${secondsSince(startMs)} s)`);
  };

  end(): void {
    this.#isOver = true;
  }
}

function skip(tally: Tally, name: string, reason: string): void {
  tally.skipped += 1;
  console.log(`  SKIPPED  ${name}: ${reason}`);
}

function fail(tally: Tally, name: string, error: unknown): void {
  tally.failed += 1;
  tally.failures.push(name);
  console.log(`  FAILED   ${name}\n${indented(textOf(error))}`);
}

function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? "" : `\nbecause: ${textOf(error.cause)}`;
  const places = (error.stack ?? "").split("\n").filter((line) => line.includes("/suites/"));
  return `${error.message}\n${places.slice(0, 2).join("\n")}${cause}`;
}

const FAILURE_LINES_MAX = 60;
const FAILURE_COLUMNS_MAX = 300;

function indented(text: string): string {
  const lines = text.split("\n");
  return lines
    .slice(0, FAILURE_LINES_MAX)
    .map((line) => `           ${line.slice(0, FAILURE_COLUMNS_MAX)}`)
    .join("\n");
}

function secondsSince(startMs: number): string {
  return ((performance.now() - startMs) / 1000).toFixed(1);
}
