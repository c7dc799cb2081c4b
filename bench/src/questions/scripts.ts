import { spawnSync } from "node:child_process";
import * as path from "node:path";
import type { Question } from "../question.ts";

/** A measurement of one part of ours, which runs as a script of its own. */
function scriptQuestion(name: string, about: string): Question {
  return {
    name,
    about,
    async ask(report) {
      const script = path.join(import.meta.dirname, "..", `${name}.ts`);
      const words = [...process.execArgv, script];
      const { stdout, stderr, status } = spawnSync(process.execPath, words, { encoding: "utf8" });
      if (status !== 0) throw new Error(`${name}: exit code ${status}, expected 0.\n${stderr}`);
      report.line(stdout.trimEnd());
    },
  };
}

export const networkEchoQuestion = scriptQuestion(
  "network-echo",
  "what the network part of the broker costs for each request",
);
export const logAppendQuestion = scriptQuestion(
  "log-append",
  "how fast one log takes batches, without network and sync",
);
