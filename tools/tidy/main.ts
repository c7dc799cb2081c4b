// The project's own small checks, for what no tool of others checks.
//
//   node --conditions=@naru/source tools/tidy/main.ts [--untested]
import { parseArgs } from "node:util";
import { renderPages } from "../generated-pages.ts";
import { checkDependencies, checkNodeImports } from "./dependencies.ts";
import { type Finding, formatFinding } from "./finding.ts";
import { checkFreshDocs } from "./fresh-docs.ts";
import { checkLayers } from "./layers.ts";
import { checkLinks } from "./links.ts";
import { checkLock } from "./lock.ts";
import { formatReport, report } from "./report.ts";
import { checkSettings } from "./settings.ts";
import { checkSizes } from "./sizes.ts";
import { readTree, type Tree } from "./tree.ts";
import { checkWords } from "./words.ts";

const checks: readonly ((tree: Tree) => Finding[])[] = [
  checkLayers,
  checkDependencies,
  checkNodeImports,
  checkSizes,
  checkWords,
  checkLock,
  checkLinks,
];

const { values } = parseArgs({ options: { untested: { type: "boolean", default: false } } });
const tree = readTree(process.cwd());
const findings = [...checks.flatMap((check) => check(tree)), ...(await loadedFindings())];
const measured = report(tree);

for (const finding of findings) console.error(formatFinding(finding));
if (values.untested) for (const name of measured.untested) console.log(name);
console.log(`tidy: ${findings.length === 0 ? "nothing found" : `${findings.length} found`}.`);
console.log(formatReport(measured));
process.exitCode = findings.length === 0 ? 0 : 1;

/** The checks that need the tables in the code. */
async function loadedFindings(): Promise<Finding[]> {
  try {
    const [{ brokerConfigs }, { topicConfigs }, { groupConfigs }, pages] = await Promise.all([
      import("../../packages/broker/src/metadata/config/broker-configs.ts"),
      import("../../packages/broker/src/metadata/config/topic-configs.ts"),
      import("../../packages/broker/src/metadata/config/group-configs.ts"),
      renderPages(),
    ]);
    const tables = { broker: brokerConfigs, topic: topicConfigs, group: groupConfigs };
    return [...checkFreshDocs(tree, pages), ...checkSettings(tree, tables)];
  } catch (error) {
    // Code that does not even load must not hide what the other checks found.
    const message = `cannot be loaded: ${error instanceof Error ? error.message : String(error)}`;
    return [{ file: "tools/generated-pages.ts", message }];
  }
}
