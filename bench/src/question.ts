import type { Report } from "./measure/report.ts";

/** One thing to find out by measuring. */
export interface Question {
  /** Names its file, here and among the results. */
  readonly name: string;
  readonly about: string;
  ask(report: Report, options: QuestionOptions): Promise<void>;
}

export interface QuestionOptions {
  /** How often everything is measured; medians and spread are over these. */
  readonly rounds: number;
}
