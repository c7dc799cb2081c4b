import { randomBytes } from "node:crypto";
import * as fs from "node:fs";
import * as path from "node:path";
import {
  apacheKafkaMissing,
  kafkaVersion,
  librariesFolder,
  loggingFile,
} from "../../../conformance/src/kafka/installation.ts";
import { newFolder } from "../../../conformance/src/runner/folders.ts";
import { freePort } from "../../../conformance/src/runner/ports.ts";
import { output } from "../../../conformance/src/runner/processes.ts";
import type { Contestant, MeasuredBroker, StartOptions } from "./measured-broker.ts";
import { spawnBroker } from "./spawned-broker.ts";

/** What Kafka's own scripts start Java with: conformance wants it small, here it must be fast. */
const JVM_FLAGS = [
  "-server",
  "-XX:+UseG1GC",
  "-XX:MaxGCPauseMillis=20",
  "-XX:InitiatingHeapOccupancyPercent=35",
  "-XX:+ExplicitGCInvokesConcurrent",
  "-XX:MaxInlineLevel=15",
  "-Djava.awt.headless=true",
];

/** Server and tools run with the heaps that Kafka's scripts give them. */
const SERVER_HEAP = ["-Xms256M", "-Xmx1G"];
const TOOL_HEAP = ["-Xmx512M"];
const FORMAT_LIMIT_MS = 60_000;

/** The words after `java` that run one of Kafka's tools. */
export function toolWords(className: string, words: readonly string[]): string[] {
  return javaWords(TOOL_HEAP, [className, ...words]);
}

function javaWords(heap: readonly string[], main: readonly string[]): string[] {
  const logging = ["-Dkafka.log.level=WARN", `-Dlog4j2.configurationFile=${loggingFile}`];
  return [...heap, ...JVM_FLAGS, ...logging, "-cp", path.join(librariesFolder(), "*"), ...main];
}

/** One KRaft node, broker and controller in one. */
export const apacheKafka: Contestant = {
  name: "Apache Kafka",
  version: `Apache Kafka ${kafkaVersion}: one KRaft node, ${SERVER_HEAP.join(" ")}, the flags of its own script; acks=all means page cache`,
  missing: apacheKafkaMissing,
  spawn: spawnKafka,
};

async function spawnKafka(options: StartOptions = {}): Promise<MeasuredBroker> {
  const folder = options.folder ?? newFolder("bench-kafka");
  const port = await freePort();
  const properties = path.join(newFolder("bench-properties"), "server.properties");
  const settings = { ...serverSettings(folder, port, await freePort()), ...options.settings };
  const lines = Object.entries(settings).map(([key, value]) => `${key}=${value}\n`);
  fs.writeFileSync(properties, lines.join(""));
  if (!fs.existsSync(path.join(folder, "meta.properties"))) await format(properties);
  const words = javaWords(SERVER_HEAP, ["kafka.Kafka", properties]);
  return spawnBroker(["java", ...words], { port, folder });
}

async function format(properties: string): Promise<void> {
  const clusterId = randomBytes(16).toString("base64url");
  const words = ["format", "--standalone", "--cluster-id", clusterId, "--config", properties];
  await output("java", toolWords("kafka.tools.StorageTool", words), { limitMs: FORMAT_LIMIT_MS });
}

function serverSettings(
  folder: string,
  port: number,
  controllerPort: number,
): Record<string, string> {
  return {
    "process.roles": "broker,controller",
    "node.id": "1",
    listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    "advertised.listeners": `PLAINTEXT://127.0.0.1:${port}`,
    "controller.listener.names": "CONTROLLER",
    "controller.quorum.bootstrap.servers": `127.0.0.1:${controllerPort}`,
    "log.dirs": folder,
    "offsets.topic.replication.factor": "1",
    "transaction.state.log.replication.factor": "1",
    "transaction.state.log.min.isr": "1",
  };
}
