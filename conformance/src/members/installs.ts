/** What the members of other languages need, brought once: compiled or installed to the cache. */
import * as fs from "node:fs";
import * as path from "node:path";
import { apacheKafkaMissing, cacheFolder, librariesFolder } from "../kafka/installation.ts";
import { hasCommand, lastLines, run } from "../runner/processes.ts";
import type { Need } from "../runner/suite.ts";

const here = path.join(import.meta.dirname, "..", "..", "members");
const BUILD_LIMIT_MS = 240_000;

/** The program that Go builds of `members/franz-go`. */
export const franzGoProgram = path.join(cacheFolder, "franz-go-member");
/** The Python that has confluent-kafka. */
export const pythonCommand = path.join(cacheFolder, "python", "bin", "python");
/** The program of the members of confluent-kafka. */
export const pythonProgram = path.join(here, "member.py");
/** The folder of the compiled Member.java. */
export const javaClasses = path.join(cacheFolder, "members");

/** A command that must succeed; undefined, or why it did not. */
async function step(
  command: string,
  words: readonly string[],
  cwd = here,
): Promise<string | undefined> {
  const done = await run(command, words, { cwd, limitMs: BUILD_LIMIT_MS });
  if (done.code === 0) return undefined;
  const said = lastLines(`${done.stdout}${done.stderr}`, 3).trim();
  return `${command} ${words.slice(0, 3).join(" ")} ended with ${done.code ?? done.signal}: ${said}`;
}

/** Does the work once, however many suites ask. */
function once(work: () => Promise<string | undefined>): Need {
  let answer: Promise<string | undefined> | undefined;
  return { missing: () => (answer ??= work()) };
}

/** franz-go's member, built by Go, which brings its modules. */
export const franzGo: Need = once(async () => {
  if (!(await hasCommand("go"))) return "there is no go to build the member of franz-go";
  // Go's own cache makes this quick where nothing has changed.
  return step("go", ["build", "-o", franzGoProgram, "."], path.join(here, "franz-go"));
});

/** confluent-kafka in a Python of its own. */
export const confluentKafka: Need = once(async () => {
  if (!(await hasCommand("python3"))) return "there is no python3 to bring confluent-kafka";
  const folder = path.join(cacheFolder, "python");
  const requirements = path.join(here, "requirements.txt");
  const stamp = fs.readFileSync(requirements, "utf8");
  const complete = path.join(folder, "complete");
  if (fs.existsSync(complete) && fs.readFileSync(complete, "utf8") === stamp) return undefined;
  const fault =
    (await step("python3", ["-m", "venv", "--clear", folder])) ??
    (await step(pythonCommand, ["-m", "pip", "install", "-q", "-r", requirements]));
  if (fault === undefined) fs.writeFileSync(complete, stamp);
  return fault;
});

/** Member.java, compiled against Apache Kafka's jars. */
export const javaMember: Need = once(async () => {
  const missing = await apacheKafkaMissing();
  if (missing !== undefined) return missing;
  if (!(await hasCommand("javac"))) return "there is no javac to compile Member.java";
  const words = ["-d", javaClasses, "-cp", path.join(librariesFolder(), "*"), "Member.java"];
  return step("javac", words);
});
