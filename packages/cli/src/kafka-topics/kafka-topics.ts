import { Admin, type Cluster } from "@naru/client";
import type { Io } from "../io.ts";
import { bareFailure, runTool, settingsOf } from "../kafka-tool/tool.ts";
import type { Services } from "../services.ts";
import { alter } from "./alter.ts";
import { checkFlags } from "./check-flags.ts";
import { create } from "./create.ts";
import { deleteMatching } from "./delete.ts";
import { describe } from "./describe.ts";
import { flags, type Action, type GivenTopicFlags } from "./flags.ts";
import { matchingTopics } from "./topic-filter.ts";

const tool = {
  flags,
  about: "This tool helps to create, delete, describe, or change a topic.",
  aboutWithoutWords: "Create, delete, describe, or change a topic.",
};

/**
 * Apache Kafka's kafka-topics: its flags, its columns, its sentences, its exit codes. What it says
 * of failures stands on standard output, as there; mistakes in the words on standard error.
 */
export function kafkaTopics(words: readonly string[], services: Services, io: Io): Promise<number> {
  return runTool(tool, { words, io }, (given) => run(given, services, io));
}

async function run(given: GivenTopicFlags, services: Services, io: Io): Promise<number> {
  const action = checkFlags(given, io);
  const settings = await settingsOf(given.text("command-config"), services);
  try {
    const cluster = await services.connect(given.text("bootstrap-server") ?? "", settings);
    await act(action, { given, cluster, io });
    return 0;
  } catch (error) {
    io.out(`Error while executing topic command : ${bareFailure(error)}`);
    return 1;
  }
}

async function act(
  action: Action,
  { given, cluster, io }: { given: GivenTopicFlags; cluster: Cluster; io: Io },
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

async function list(admin: Admin, given: GivenTopicFlags, io: Io): Promise<void> {
  const topics = await matchingTopics(admin, given);
  // An empty line when there is none, as in Kafka's tool.
  io.out(topics.map(({ name }) => name).join("\n"));
}
