import { Admin, type Cluster, type ClusterOptions } from "@naru/client";
import { failureText } from "../failure.ts";
import type { Io } from "../io.ts";
import type { Services } from "../services.ts";
import { alter } from "./alter.ts";
import { checkFlags } from "./check-flags.ts";
import { create } from "./create.ts";
import { deleteMatching } from "./delete.ts";
import { describe } from "./describe.ts";
import { type Action } from "./flags.ts";
import { GivenFlags, UsageError } from "./given-flags.ts";
import { matchingTopics } from "./topic-filter.ts";
import { usage } from "./usage.ts";

/** The release whose tool this looks like. */
const KAFKA_VERSION = "4.3.1";

/**
 * Apache Kafka's kafka-topics: its flags, its columns, its sentences, its exit codes. What it says
 * of failures stands on standard output, as there; mistakes in the words on standard error.
 */
export async function kafkaTopics(
  words: readonly string[],
  services: Services,
  io: Io,
): Promise<number> {
  try {
    return await run(words, services, io);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    io.err(error.message);
    if (error.showsUsage) for (const line of usage()) io.err(line);
    return 1;
  }
}

async function run(words: readonly string[], services: Services, io: Io): Promise<number> {
  if (words.length === 0) throw usageError("Create, delete, describe, or change a topic.");
  const given = new GivenFlags(words);
  if (given.has("help")) {
    throw usageError("This tool helps to create, delete, describe, or change a topic.");
  }
  if (given.has("version")) {
    io.out(KAFKA_VERSION);
    return 0;
  }
  const action = checkFlags(given, io);
  const settings = await settingsOf(given, services);
  try {
    const cluster = await services.connect(given.text("bootstrap-server") ?? "", settings);
    await act(action, { given, cluster, io });
    return 0;
  } catch (error) {
    io.out(`Error while executing topic command : ${failureText(error).replace(/^naru: /, "")}`);
    return 1;
  }
}

async function settingsOf(given: GivenFlags, services: Services): Promise<Partial<ClusterOptions>> {
  const file = given.text("command-config");
  if (file === undefined) return {};
  try {
    // Loaded when it is asked for: properties files are read with the broker's own reader.
    const { commandConfig } = await import("./command-config.ts");
    return commandConfig(file, await services.readText(file));
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    const message = isMissing ? file : failureText(error).replace(/^naru: /, "");
    throw new UsageError(message, { showsUsage: false });
  }
}

async function act(
  action: Action,
  { given, cluster, io }: { given: GivenFlags; cluster: Cluster; io: Io },
): Promise<void> {
  const admin = new Admin(cluster);
  try {
    switch (action) {
      case "create":
        return await create(admin, given, io);
      case "list":
        return await list(admin, given, io);
      case "describe":
        return await describe({ admin, cluster }, given, io);
      case "alter":
        return await alter(admin, given);
      case "delete":
        return await deleteMatching(admin, given);
    }
  } finally {
    cluster.close();
  }
}

async function list(admin: Admin, given: GivenFlags, io: Io): Promise<void> {
  const topics = await matchingTopics(admin, given);
  // An empty line when there is none, as in Kafka's tool.
  io.out(topics.map(({ name }) => name).join("\n"));
}

function usageError(message: string): UsageError {
  return new UsageError(message, { showsUsage: true });
}
