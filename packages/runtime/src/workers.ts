/**
 * Work off the event loop. A job is a pure function of bytes that a module exports by name, so that
 * it can run on a thread, or in turn with everything else in a simulation.
 */
export interface Workers {
  /**
   * Runs `exportName` of the module at `moduleUrl` with `input`; `transfer` moves buffers, not
   * copies.
   */
  run<Input, Output>(
    job: Job<Input, Output>,
    input: Input,
    transfer?: ArrayBuffer[],
  ): Promise<Output>;
  close(): Promise<void>;
}

/**
 * A job lives in a module of its own, named `*.job.ts`, whose imports are few, and is defined as
 *
 *   const moduleUrl = new URL("./inflate.job.ts", import.meta.url).href;
 *   export const inflateJob = { moduleUrl, exportName: "inflate", run: inflate };
 *
 * The same address holds in sources, in compiled files and in a bundle: where no `.ts` file is
 * there, its `.js` or `.mjs` neighbour is taken. A bundle therefore writes each
 * `*.job.ts` as an entry of its own into the folder that the other chunks are in.
 */
export interface Job<Input, Output> {
  readonly moduleUrl: string;
  readonly exportName: string;
  /**
   * The same function, for a runtime without threads. Input and output must survive structured
   * clone.
   */
  readonly run: (input: Input) => Output;
}
