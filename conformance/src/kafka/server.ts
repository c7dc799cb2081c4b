import { randomBytes } from "node:crypto";
import * as fs from "node:fs";
import * as path from "node:path";
import { newFolder } from "../runner/folders.ts";
import { freePort } from "../runner/ports.ts";
import { output } from "../runner/processes.ts";
import { startBrokerProcess } from "../runner/broker-process.ts";
import type { RunningBroker, StartOptions, Target } from "../runner/target.ts";
import { javaWords } from "./installation.ts";

export interface KafkaStartOptions extends StartOptions {
  /** Words for `kafka-storage format` on a new folder, beside those that are always needed. */
  readonly format?: readonly string[];
}

/** metadata.version 25: what every Apache Kafka 4.x opens, and what our own new folders have. */
export const oldestFormat = ["--release-version", "4.0-IV3"];

const FORMAT_LIMIT_MS = 30_000;

/** One node of Apache Kafka, broker and controller in one. */
export async function startKafka(options: KafkaStartOptions = {}): Promise<RunningBroker> {
  const folder = options.folder ?? newFolder("apache-kafka");
  const port = options.port ?? (await freePort());
  const properties = path.join(newFolder("properties"), "server.properties");
  const settings = { ...kafkaSettings(folder, port, await freePort()), ...options.settings };
  fs.writeFileSync(
    properties,
    Object.entries(settings)
      .map(([key, value]) => `${key}=${value}\n`)
      .join(""),
  );
  if (!fs.existsSync(path.join(folder, "meta.properties"))) {
    await formatFolder(properties, options.format ?? oldestFormat);
  }
  const words = javaWords(["kafka.Kafka", properties], { heap: "-Xms256M -Xmx1G" });
  return startBrokerProcess({ command: "java", words, port, folder });
}

async function formatFolder(properties: string, format: readonly string[]): Promise<void> {
  // In one word with its name: an id may begin with a minus.
  const clusterId = randomBytes(16).toString("base64url");
  const words = ["format", "--standalone", `--cluster-id=${clusterId}`, "--config", properties];
  await output("java", javaWords(["kafka.tools.StorageTool", ...words, ...format]), {
    limitMs: FORMAT_LIMIT_MS,
  });
}

function kafkaSettings(
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
    "offsets.topic.num.partitions": "1",
    "offsets.topic.replication.factor": "1",
    "transaction.state.log.num.partitions": "1",
    "transaction.state.log.replication.factor": "1",
    "transaction.state.log.min.isr": "1",
    "share.coordinator.state.topic.replication.factor": "1",
    "share.coordinator.state.topic.min.isr": "1",
  };
}

export const kafkaTarget: Target = { name: "apache-kafka", start: startKafka };
