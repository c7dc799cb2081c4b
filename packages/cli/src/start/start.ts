import { resolve } from "node:path";
import { startBroker, type Broker } from "@naru/broker";
import { nodeLogger } from "@naru/runtime/node";
import type { Io } from "../io.ts";
import type { Services } from "../services.ts";
import { version } from "../version.ts";
import { configEntries, namesFolder, namesListeners } from "./config-entries.ts";
import type { StartOptions } from "./start-options.ts";

const DEFAULT_DATA_DIR = "naru-data";
const DEFAULT_PORT = 9092;

/** `start`: runs until it is told to stop, or until its disk fails. */
export async function start(options: StartOptions, services: Services, io: Io): Promise<number> {
  if (options.memory && options.dataDir !== undefined) {
    io.err("--memory and --data-dir: found both, expected one. Leave one of them out.");
    return 1;
  }
  const entries = await configEntries(options, services.readText);
  const keepsFolder = options.memory || namesFolder(entries);
  const dataDir = options.dataDir ?? (keepsFolder ? undefined : DEFAULT_DATA_DIR);
  const port = options.port ?? (namesListeners(entries) ? undefined : DEFAULT_PORT);
  const broker = await startBroker({
    ...(dataDir === undefined ? {} : { dataDir: resolve(dataDir) }),
    ...(port === undefined ? {} : { port }),
    configEntries: entries,
    insecureListen: options.insecureListen,
    logger: nodeLogger(options.logLevel, (line) => process.stderr.write(line)),
  });
  greet(broker, services, io);
  return running(broker, services, io);
}

function greet(broker: Broker, { commandName }: Services, io: Io): void {
  const where =
    broker.dataDir === undefined ? "in memory, and gone when it stops" : `in ${broker.dataDir}`;
  const port = broker.endpoints[0]?.port ?? DEFAULT_PORT;
  const there = port === DEFAULT_PORT ? "" : ` --bootstrap-server localhost:${port}`;
  io.out(`Naru ${version} listens on ${broker.bootstrapServers}.`);
  io.out(`Its data is ${where}.`);
  io.out("Try in another terminal:");
  io.out(`  ${commandName} topic create greetings --partitions 3${there}`);
  io.out(`  echo hello | ${commandName} produce greetings${there}`);
  io.out(`  ${commandName} consume greetings --from-beginning${there}`);
}

async function running(broker: Broker, { stop }: Services, io: Io): Promise<number> {
  const stopped = new Promise<"stopped">((resolve) => {
    if (stop.aborted) resolve("stopped");
    stop.addEventListener("abort", () => resolve("stopped"));
  });
  await Promise.race([stopped, broker.closed]);
  io.err("Stopping. A second signal ends it at once.");
  await broker.close();
  return 0;
}
