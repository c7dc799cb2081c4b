import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";

import type { Job, Workers } from "../workers.ts";

/**
 * What a thread runs. It is text, not a file, so that it is there in sources and in a bundle alike.
 * It imports in a way that both kinds of module allow: the flags of the process decide which it is.
 */
const threadSource = `
import("node:worker_threads").then(({ parentPort }) => {
  parentPort.on("message", async ({ moduleUrl, exportName, input }) => {
    try {
      const run = (await import(moduleUrl))[exportName];
      if (typeof run !== "function") {
        throw new Error(moduleUrl + ": has no function named " + exportName +
          ". A job names an export of its module.");
      }
      parentPort.postMessage({ output: await run(input) });
    } catch (error) {
      parentPort.postMessage({ error });
    }
  });
});
`;

interface Task {
  readonly job: Job<never, unknown>;
  readonly input: unknown;
  readonly transfer: ArrayBuffer[];
  readonly resolve: (output: never) => void;
  readonly reject: (error: unknown) => void;
}

interface Thread {
  readonly worker: Worker;
  task: Task | undefined;
}

/** A few threads that are started when there is work, one job each at a time. */
export class NodeWorkers implements Workers {
  readonly #threadCountMax: number;
  readonly #threads = new Set<Thread>();
  readonly #waiting: Task[] = [];
  #isClosed = false;

  constructor(threadCountMax: number) {
    this.#threadCountMax = threadCountMax;
  }

  run<Input, Output>(
    job: Job<Input, Output>,
    input: Input,
    transfer: ArrayBuffer[] = [],
  ): Promise<Output> {
    return new Promise((resolve, reject) => {
      if (this.#isClosed) {
        reject(new Error("workers: closed, so no job can run."));
        return;
      }
      this.#waiting.push({ job, input, transfer, resolve, reject });
      this.#assign();
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const closed = new Error("workers: closed before the job was done.");
    for (const task of this.#waiting.splice(0)) task.reject(closed);
    const threads = [...this.#threads];
    this.#threads.clear();
    await Promise.all(
      threads.map(async (thread) => {
        thread.task?.reject(closed);
        await thread.worker.terminate();
      }),
    );
  }

  #assign(): void {
    while (this.#waiting.length > 0) {
      const thread = this.#idleThread();
      if (thread === undefined) return;
      const task = this.#waiting.shift()!;
      const { exportName } = task.job;
      const message = { moduleUrl: locate(task.job.moduleUrl), exportName, input: task.input };
      try {
        thread.worker.postMessage(message, task.transfer);
      } catch (error) {
        // The input cannot be cloned.
        task.reject(error);
        continue;
      }
      thread.task = task;
      // A thread keeps the process alive only while somebody waits for it.
      thread.worker.ref();
    }
  }

  #idleThread(): Thread | undefined {
    for (const thread of this.#threads) if (thread.task === undefined) return thread;
    if (this.#threads.size >= this.#threadCountMax) return undefined;
    const thread: Thread = { worker: new Worker(threadSource, { eval: true }), task: undefined };
    thread.worker.unref();
    thread.worker.on("message", (reply: { output?: unknown; error?: unknown }) => {
      const task = thread.task;
      thread.task = undefined;
      thread.worker.unref();
      if ("error" in reply) task?.reject(reply.error);
      else task?.resolve(reply.output as never);
      this.#assign();
    });
    // The thread itself broke (out of memory, a reply that cannot be cloned): only its job fails.
    thread.worker.on("error", (error) => this.#lose(thread, error));
    thread.worker.on("exit", (code) => {
      this.#lose(thread, new Error(`workers: a thread ended with code ${code} during a job.`));
    });
    this.#threads.add(thread);
    return thread;
  }

  #lose(thread: Thread, error: unknown): void {
    if (!this.#threads.delete(thread)) return;
    thread.task?.reject(error);
    thread.task = undefined;
    this.#assign();
  }
}

/** A job's module under the name that it has here: see `Job`. */
function locate(moduleUrl: string): string {
  if (!moduleUrl.startsWith("file:") || !moduleUrl.endsWith(".ts")) return moduleUrl;
  const stem = moduleUrl.slice(0, -".ts".length);
  const names = [".ts", ".js", ".mjs"].map((ending) => stem + ending);
  return names.find((name) => existsSync(fileURLToPath(name))) ?? moduleUrl;
}
