import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { hasCommand, run, lastLines } from "../runner/processes.ts";

const here = path.join(import.meta.dirname, "..", "..", "apache-kafka");
const pom = path.join(here, "pom.xml");
const INSTALL_LIMIT_MS = 420_000;

/** The logging configuration of every Java process that we start. */
export const loggingFile = path.join(here, "log4j2.xml");
/** The driver that runs several tools in one Java process. */
export const driverFile = path.join(here, "Tools.java");
/** The program that writes transactions with Kafka's own client. */
export const transactionsFile = path.join(here, "Transactions.java");
/** The program that asks Kafka's own classes for the rules of consumer groups. */
export const groupRulesFile = path.join(here, "GroupRules.java");

/** The version that the pom names. */
export const kafkaVersion = /<kafka\.version>(.*)<\/kafka\.version>/.exec(
  fs.readFileSync(pom, "utf8"),
)![1]!;

/** Where what is brought or built stays; NARU_CONFORMANCE_CACHE moves it. */
export const cacheFolder =
  process.env["NARU_CONFORMANCE_CACHE"] ?? path.join(os.homedir(), ".cache", "naru-conformance");

/** The folder of its jars. */
export function librariesFolder(): string {
  return path.join(cacheFolder, kafkaVersion, "libs");
}

let answer: Promise<string | undefined> | undefined;

/** Brings the jars once; undefined when they are there, else the reason why not. */
export function apacheKafkaMissing(): Promise<string | undefined> {
  answer ??= install();
  return answer;
}

async function install(): Promise<string | undefined> {
  if (!(await hasCommand("java"))) return "there is no java (17 or newer)";
  const libraries = librariesFolder();
  const complete = path.join(path.dirname(libraries), "complete");
  // Brought for another pom, it is brought again.
  const stamp = fs.readFileSync(pom, "utf8");
  if (fs.existsSync(complete) && fs.readFileSync(complete, "utf8") === stamp) return undefined;
  if (!(await hasCommand("mvn"))) return "there is no mvn to bring Apache Kafka";
  console.log(`  bringing Apache Kafka ${kafkaVersion} to ${libraries}`);
  fs.rmSync(libraries, { recursive: true, force: true });
  fs.mkdirSync(libraries, { recursive: true });
  const words = ["-q", "-B", "-f", pom, "dependency:copy-dependencies", `-Dlibraries=${libraries}`];
  const brought = await run("mvn", words, { limitMs: INSTALL_LIMIT_MS });
  if (brought.code !== 0) {
    return `Maven could not bring Apache Kafka: ${lastLines(brought.stdout, 3).trim()}`;
  }
  fs.writeFileSync(complete, stamp);
  return undefined;
}

/** The words after `java` that run a class (or a source file) of, or on, Apache Kafka. */
export function javaWords(
  main: readonly string[],
  options: { heap?: string; logLevel?: string; classes?: string } = {},
): string[] {
  return [
    ...(options.heap ?? "-Xmx512M").split(" "),
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",
    "-Xshare:auto",
    "-Djava.awt.headless=true",
    `-Dkafka.log.level=${options.logLevel ?? "WARN"}`,
    `-Dlog4j2.configurationFile=${loggingFile}`,
    "-cp",
    [
      ...(options.classes === undefined ? [] : [options.classes]),
      path.join(librariesFolder(), "*"),
    ].join(":"),
    ...main,
  ];
}
