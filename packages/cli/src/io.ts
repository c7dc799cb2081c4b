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
}

/** The process's own streams. */
export function processIo(): Io {
  const { stdin, stdout, stderr } = process;
  // Whoever reads us may have seen enough (`| head`): that is no failure.
  stdout.on("error", (error: NodeJS.ErrnoException) => {
    process.exit(error.code === "EPIPE" ? 0 : 1);
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
      stdout.write(`${line}\n`);
    },
    err: (line) => {
      clearProgress();
      stderr.write(`${line}\n`);
    },
    write: (bytes) => {
      isMixed ||= stdout.isTTY;
      if (stdout.write(bytes)) return Promise.resolve();
      return new Promise((resolve) => stdout.once("drain", () => resolve()));
    },
    progress: (text) => {
      if (!stderr.isTTY || isMixed) return;
      stderr.write(`\r${text.padEnd(progressLength)}`);
      progressLength = text.length;
    },
    isWatched: stderr.isTTY,
    isPrompted: stdin.isTTY && stdout.isTTY,
    input: stdin,
  };
}
