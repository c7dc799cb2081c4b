/**
 * Work off the event loop. A job is a pure function of bytes that a module exports by name, so that
 * it can run on a thread, or in turn with everything else in a simulation.
 */
export interface Workers {
  /** Runs `exportName` of the module at `moduleUrl` with `input`; `transfer` moves buffers, not copies. */
  run<Input, Output>(job: Job<Input, Output>, input: Input, transfer?: ArrayBuffer[]): Promise<Output>;
  close(): Promise<void>;
}

export interface Job<Input, Output> {
  readonly moduleUrl: string;
  readonly exportName: string;
  /** The same function, for a runtime without threads. Input and output must survive structured clone. */
  readonly run: (input: Input) => Output;
}
