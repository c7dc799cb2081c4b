/**
 * Measures, side by side with the peers in one run.
 *
 *   npm run bench                              lists the questions
 *   npm run bench -- NAME... [--rounds N]      asks some
 *   npm run bench -- NAME... --save            and writes bench/results/<date>-<name>.txt
 */
import { parseArgs } from "node:util";
import { removeAllFolders } from "../../conformance/src/runner/folders.ts";
import { endAllProcesses } from "../../conformance/src/runner/processes.ts";
import { Report } from "./measure/report.ts";
import { questions } from "./questions/all.ts";

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      rounds: { type: "string", default: "3" },
      save: { type: "boolean", default: false },
    },
  });
  const unknown = positionals.filter((name) => !questions.some((each) => each.name === name));
  if (positionals.length === 0 || unknown.length > 0) {
    for (const name of unknown) console.error(`bench: there is no question '${name}'.`);
    for (const { name, about } of questions) console.log(`${name.padEnd(14)} ${about}`);
    return unknown.length === 0 ? 0 : 2;
  }
  for (const question of questions.filter(({ name }) => positionals.includes(name))) {
    const report = new Report(question.name, question.about);
    await question.ask(report, { rounds: Number(values.rounds) });
    if (values.save) console.log(`written to ${report.save()}`);
  }
  return 0;
}

process.on("exit", () => {
  endAllProcesses();
  removeAllFolders();
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(1));
process.exit(await main());
