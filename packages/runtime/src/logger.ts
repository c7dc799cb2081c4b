export type LogLevel = "error" | "warn" | "info" | "debug";

/** Where one-line messages for an operator go. */
export interface Logger {
  error(message: string): void;
  warn(message: string): void;
  info(message: string): void;
  debug(message: string): void;
}

/** Says nothing: the default inside tests. */
export const silentLogger: Logger = {
  error() {},
  warn() {},
  info() {},
  debug() {},
};
