import { output } from "../runner/processes.ts";
import { groupRulesFile, javaWords } from "./installation.ts";

const LIMIT_MS = 120_000;

/** What Kafka's own classes answer to each question; GroupRules.java is the other half. */
export async function askKafka(questions: readonly object[]): Promise<unknown[]> {
  const input = questions.map((question) => `${JSON.stringify(question)}\n`).join("");
  const answers = await output("java", javaWords([groupRulesFile], { logLevel: "ERROR" }), {
    input,
    limitMs: LIMIT_MS,
  });
  return answers
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as unknown);
}
