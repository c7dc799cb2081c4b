/** Where a command reads and writes. Tests hand in their own. */
export interface Io {
  /** One line on standard output. */
  out(line: string): void;
  /** One line on standard error. */
  err(line: string): void;
  /** Bytes on standard output as they are; resolves when more may come. */
  write(bytes: Uint8Array): Promise<void>;
  /** Replaces the line in which progress is told; does nothing where nobody looks. */
  progress(text: string): void;
  /** Whether a person looks at standard error. */
  readonly isWatched: boolean;
  /** Whether a person types what is read, and sees what is written. */
  readonly isPrompted: boolean;
  readonly input: AsyncIterable<Uint8Array>;
  /** Aborts when whoever reads standard output has seen enough (`| head`): that is no failure. */
  readonly outputEnded: AbortSignal;
}

/** The process's own streams. */
export function processIo(): Io {
  const { stdin, stdout, stderr } = process;
  const end = new AbortController();
  const { signal: outputEnded } = end;
  // A command is not ended here: it may be in the middle of a change, or have a group to leave.
  stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") end.abort();
    else if (!outputEnded.aborted) process.exit(1);
  });
  let progressLength = 0;
  // Records go to the same terminal: progress would stand among them.
  let isMixed = false;
  const clearProgress = (): void => {
    if (progressLength > 0) stderr.write(`\r${" ".repeat(progressLength)}\r`);
    progressLength = 0;
  };
  return {
    out: (line) => {
      if (!outputEnded.aborted) stdout.write(`${line}\n`);
    },
    err: (line) => {
      clearProgress();
      stderr.write(`${line}\n`);
    },
    write: (bytes) => {
      isMixed ||= stdout.isTTY;
      if (outputEnded.aborted || stdout.write(bytes)) return Promise.resolve();
      return new Promise((resolve) => {
        stdout.once("drain", () => resolve());
        outputEnded.addEventListener("abort", () => resolve(), { once: true });
      });
    },
    progress: (text) => {
      if (!stderr.isTTY || isMixed) return;
      stderr.write(`\r${text.padEnd(progressLength)}`);
      progressLength = text.length;
    },
    isWatched: stderr.isTTY,
    isPrompted: stdin.isTTY && stdout.isTTY,
    input: stdin,
    outputEnded,
  };
}
