import type { Logger, LogLevel } from "../logger.ts";

const severity = { error: 0, warn: 1, info: 2, debug: 3 } as const satisfies Record<
  LogLevel,
  number
>;

/** Writes one line a message, `[iso time] LEVEL message`, down to `level`. */
export function nodeLogger(level: LogLevel, write: (line: string) => void): Logger {
  const at = (lineLevel: LogLevel) => {
    const word = lineLevel.toUpperCase();
    if (severity[lineLevel] > severity[level]) return () => {};
    return (message: string): void => {
      // A line break in a message (a client chooses names) must not look like a line of ours.
      write(`[${new Date().toISOString()}] ${word} ${message.replaceAll(/[\r\n]+/g, " ")}\n`);
    };
  };
  return { error: at("error"), warn: at("warn"), info: at("info"), debug: at("debug") };
}
