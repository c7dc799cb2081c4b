/**
 * The errors that Naru throws to its users. Match on `code`, never on `instanceof`: two copies of a
 * package may meet in one process.
 */
import { errors, type ErrorName } from "./errors.ts";

/** What every error of Naru carries beside its message. */
export interface NaruErrorOptions {
  /** The error that led to this one. */
  readonly cause?: unknown;
  /** What an operator can do about it. */
  readonly hint?: string;
}

interface NaruErrorTraits {
  readonly code: string;
  readonly retriable: boolean;
}

/** What the public error classes have in common; not thrown itself. */
export abstract class NaruError extends Error {
  /** The string to match on. */
  readonly code: string;
  /** Whether the same call may succeed later. */
  readonly retriable: boolean;
  readonly hint: string | undefined;

  protected constructor(message: string, traits: NaruErrorTraits, options: NaruErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = traits.code;
    this.retriable = traits.retriable;
    this.hint = options.hint;
  }
}

/** How a transaction goes on after an error (KIP-691, KIP-1050). */
export interface ProtocolErrorOptions extends NaruErrorOptions {
  /** The transaction must be aborted; the producer lives on. */
  readonly abortable?: boolean;
  /** The producer or consumer cannot be used any more. */
  readonly fatal?: boolean;
}

/** A server answered with an error: `code` is its name in the table of wire errors. */
export class ProtocolError extends NaruError {
  override readonly name = "ProtocolError";
  declare readonly code: ErrorName;
  readonly abortable: boolean;
  readonly fatal: boolean;

  constructor(code: ErrorName, message?: string | null, options: ProtocolErrorOptions = {}) {
    super(
      message ?? `${code}: ${errors[code].description}`,
      { code, retriable: errors[code].retriable },
      options,
    );
    this.abortable = options.abortable ?? false;
    this.fatal = options.fatal ?? false;
  }
}

/** A connection could not be made, or broke. */
export class ConnectionError extends NaruError {
  override readonly name = "ConnectionError";
  constructor(message: string, options?: NaruErrorOptions) {
    super(message, { code: "CONNECTION_FAILED", retriable: true }, options);
  }
}

/** Something did not happen in the time given for it. */
export class TimeoutError extends NaruError {
  override readonly name = "TimeoutError";
  constructor(message: string, options?: NaruErrorOptions) {
    super(message, { code: "TIMED_OUT", retriable: true }, options);
  }
}

/** One wrong setting: which, where it came from, and what is wrong with it. */
export interface ConfigProblem {
  readonly key: string;
  /** A sentence that names the value found and the rule. */
  readonly problem: string;
  /** Where the value came from: a file with its line, an environment variable, a flag, the code. */
  readonly source?: string;
}

/** Settings are wrong: all of them are named at once. */
export class ConfigError extends NaruError {
  override readonly name = "ConfigError";
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[], options?: NaruErrorOptions) {
    super(configMessage(problems), { code: "INVALID_CONFIG", retriable: false }, options);
    this.problems = problems;
  }
}

/** Bytes of a log, snapshot or index are not what was written. */
export class CorruptLogError extends NaruError {
  override readonly name = "CorruptLogError";
  constructor(message: string, options?: NaruErrorOptions) {
    super(message, { code: "CORRUPT_LOG", retriable: false }, options);
  }
}

/** A call on something that was closed. */
export class ClosedError extends NaruError {
  override readonly name = "ClosedError";
  constructor(message: string, options?: NaruErrorOptions) {
    super(message, { code: "CLOSED", retriable: false }, options);
  }
}

/** The problem of a key whose value breaks a rule. */
export function wrongValue(wrong: { key: string; value: string; rule: string }): ConfigProblem {
  const { key, value, rule } = wrong;
  return { key, problem: `${key} is '${value}', expected ${rule}.` };
}

function configMessage(problems: readonly ConfigProblem[]): string {
  const lines = problems.map(({ source, problem }) =>
    source === undefined ? `  ${problem}` : `  ${source}: ${problem}`,
  );
  const count = problems.length === 1 ? "one problem" : `${problems.length} problems`;
  return `configuration: found ${count}.\n${lines.join("\n")}`;
}
