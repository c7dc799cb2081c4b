/** One wrong setting: which, where it came from, and what is wrong with it. */
export interface ConfigProblem {
  readonly key: string;
  /** The place that a user can look at: a file and line, a flag, or `default`. */
  readonly source: string;
  /** A sentence that names value and rule. */
  readonly problem: string;
}

/** The configuration cannot be used; every wrong key is listed, not the first alone. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly code = "INVALID_CONFIG";
  readonly retriable = false;
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[]) {
    const lines = problems.map(({ source, problem }) => `  ${source}: ${problem}`);
    const count = problems.length === 1 ? "one problem" : `${problems.length} problems`;
    super(`configuration: found ${count}. Nothing was started.\n${lines.join("\n")}`);
    this.problems = problems;
  }
}
