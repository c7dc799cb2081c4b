import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

/** How a process ended. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** What a process that has ended wrote. */
export interface Finished extends Exit {
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly input?: string | Uint8Array;
  readonly limitMs?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Called with each line of output as it comes, for a process that goes on for long. */
  readonly onLine?: (line: string, stream: "stdout" | "stderr") => void;
}

const RUN_LIMIT_MS = 60_000;
/** Of what a process writes, at most this much is kept. */
const OUTPUT_BYTES_MAX = 64 * 1024 * 1024;

const living = new Set<RunningProcess>();

/** A process that goes on while the suite talks to it. Its limit ends it by SIGKILL. */
export class RunningProcess {
  readonly exited: Promise<Exit>;
  readonly #child: ChildProcess;
  readonly #out: Buffer[] = [];
  readonly #err: Buffer[] = [];
  #exit: Exit | undefined;

  constructor(command: string, words: readonly string[], options: RunOptions = {}) {
    const child = spawn(command, words, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: ["pipe", "pipe", "pipe"],
    });
    this.#child = child;
    keep(child, "stdout", this.#out);
    keep(child, "stderr", this.#err);
    if (options.onLine !== undefined) {
      readLines(child, "stdout", options.onLine);
      readLines(child, "stderr", options.onLine);
    }
    // A process that does not read its input is no failure of ours.
    child.stdin?.on("error", () => undefined);
    const { promise, resolve } = Promise.withResolvers<Exit>();
    const timer =
      options.limitMs === undefined
        ? undefined
        : setTimeout(() => this.signal("SIGKILL"), options.limitMs);
    child.on("error", (error) => {
      this.#err.push(Buffer.from(error.message));
      this.#settle({ code: 127, signal: null }, timer, resolve);
    });
    child.on("close", (code, signal) => this.#settle({ code, signal }, timer, resolve));
    this.exited = promise;
    living.add(this);
  }

  get pid(): number {
    return this.#child.pid ?? -1;
  }

  get isRunning(): boolean {
    return this.#exit === undefined;
  }

  get stdout(): string {
    return Buffer.concat(this.#out).toString("utf8");
  }

  get stderr(): string {
    return Buffer.concat(this.#err).toString("utf8");
  }

  /** All it wrote, for a message about a failure. */
  get output(): string {
    return `${this.stdout}${this.stderr}`;
  }

  /** Line `index` of standard output once it is whole; throws when the process ends first. */
  async line(index: number): Promise<string> {
    for (;;) {
      const lines = this.stdout.split("\n");
      if (lines.length > index + 1) return lines[index]!;
      if (!this.isRunning) throw new Error(`the process ended.\n${lastLines(this.output)}`);
      await Promise.race([once(this.#child.stdout!, "data"), this.exited]);
    }
  }

  write(text: string | Uint8Array): void {
    this.#child.stdin?.write(text);
  }

  endInput(): void {
    this.#child.stdin?.end();
  }

  signal(signal: NodeJS.Signals): void {
    if (this.isRunning) this.#child.kill(signal);
  }

  #settle(exit: Exit, timer: NodeJS.Timeout | undefined, resolve: (exit: Exit) => void): void {
    this.#exit ??= exit;
    clearTimeout(timer);
    living.delete(this);
    resolve(this.#exit);
  }
}

function keep(child: ChildProcess, name: "stdout" | "stderr", chunks: Buffer[]): void {
  let bytes = 0;
  child[name]?.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes <= OUTPUT_BYTES_MAX) chunks.push(chunk);
  });
}

function readLines(
  child: ChildProcess,
  name: "stdout" | "stderr",
  onLine: NonNullable<RunOptions["onLine"]>,
): void {
  let rest = "";
  child[name]?.on("data", (chunk: Buffer) => {
    const lines = `${rest}${chunk.toString("latin1")}`.split("\n");
    rest = lines.pop()!;
    for (const line of lines) onLine(line, name);
  });
}

/** Runs a command to its end, which comes by SIGKILL at the limit. Never throws. */
export async function run(
  command: string,
  words: readonly string[],
  options: RunOptions = {},
): Promise<Finished> {
  const running = new RunningProcess(command, words, { limitMs: RUN_LIMIT_MS, ...options });
  if (options.input !== undefined) running.write(options.input);
  running.endInput();
  const exit = await running.exited;
  return { ...exit, stdout: running.stdout, stderr: running.stderr };
}

/** Runs a command that must succeed; its standard output. */
export async function output(
  command: string,
  words: readonly string[],
  options: RunOptions = {},
): Promise<string> {
  const finished = await run(command, words, options);
  if (finished.code !== 0) throw new Error(describeFailure(command, words, finished));
  return finished.stdout;
}

/** Says what was run and what came of it. */
export function describeFailure(
  command: string,
  words: readonly string[],
  finished: Finished,
): string {
  const how = finished.signal === null ? `exit code ${finished.code}` : finished.signal;
  return `${command} ${words.join(" ")}: ${how}, expected 0.\n${lastLines(finished.stdout)}${lastLines(finished.stderr)}`;
}

const LINES_SHOWN = 25;

/** The end of a long text. */
export function lastLines(text: string, count: number = LINES_SHOWN): string {
  const lines = text.trimEnd().split("\n");
  return lines.length === 1 && lines[0] === "" ? "" : `${lines.slice(-count).join("\n")}\n`;
}

/** Ends, by their ids, the processes that this run started and that still live. */
export function endAllProcesses(): void {
  for (const running of living) running.signal("SIGKILL");
}

/** Whether the command can be started at all. */
export async function hasCommand(name: string): Promise<boolean> {
  return (await run("sh", ["-c", `command -v ${name}`])).code === 0;
}

/** The memory that a process holds, in bytes (Linux). */
export async function residentBytes(pid: number): Promise<number> {
  const status = await output("cat", [`/proc/${pid}/status`]);
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(status)?.[1];
  if (kilobytes === undefined) throw new Error(`process ${pid}: its status says no VmRSS.`);
  return Number(kilobytes) * 1024;
}
