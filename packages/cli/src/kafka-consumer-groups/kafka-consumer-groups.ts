import { Admin } from "@naru/client";
import { ProtocolError } from "@naru/protocol";
import type { Io } from "../io.ts";
import { UsageError } from "../kafka-tool/given-flags.ts";
import { javaException } from "../kafka-tool/java-exception.ts";
import { bareFailure, runTool, settingsOf } from "../kafka-tool/tool.ts";
import type { Services } from "../services.ts";
import { checkFlags, type Action } from "./check-flags.ts";
import { deleteGroups } from "./delete.ts";
import { deleteOffsets } from "./delete-offsets.ts";
import { describe } from "./describe.ts";
import { flags, type Given } from "./flags.ts";
import { list } from "./list.ts";
import { resetOffsets } from "./reset-offsets.ts";

const tool = {
  flags,
  about:
    "This tool helps to list all consumer groups, describe a consumer group, delete consumer group info, " +
    "or reset consumer group offsets.",
};

/**
 * Apache Kafka's kafka-consumer-groups: its flags, columns and sentences. As there a failure is
 * told on standard output and the exit code is 0 all the same; mistakes in the words give 1.
 */
export function kafkaConsumerGroups(
  words: readonly string[],
  services: Services,
  io: Io,
): Promise<number> {
  return runTool(tool, { words, io }, (given) => run(given, services, io));
}

async function run(given: Given, services: Services, io: Io): Promise<number> {
  const action = checkFlags(given, io);
  if (action === "validate-regex") {
    io.out(await validity(given.text("validate-regex") ?? ""));
    return 0;
  }
  const settings = await settingsOf(given.text("command-config"), services);
  try {
    await act(action, { given, services, io, settings });
  } catch (error) {
    if (error instanceof UsageError) throw error;
    io.out("");
    io.out(`Error: Executing consumer group command failed due to ${reason(error)}`);
  }
  return 0;
}

/** By the rules of the coordinator, which compiles such expressions. */
async function validity(regex: string): Promise<string> {
  const { compilePattern } = await import("@naru/broker");
  const compiled = compilePattern(regex);
  const found = "problem" in compiled ? `invalid: ${compiled.problem}` : "valid";
  return `The regular expression \`${regex}\` is ${found}.`;
}

interface Call {
  readonly given: Given;
  readonly services: Services;
  readonly io: Io;
  readonly settings: Awaited<ReturnType<typeof settingsOf>>;
}

async function act(
  action: Exclude<Action, "validate-regex">,
  { given, services, io, settings }: Call,
): Promise<void> {
  const timeoutMs = given.integer("timeout");
  const cluster = await services.connect(given.text("bootstrap-server") ?? "", {
    ...settings,
    ...(timeoutMs === undefined ? {} : { requestTimeoutMs: timeoutMs }),
  });
  const admin = new Admin(cluster);
  try {
    switch (action) {
      case "list":
        return await list(admin, given, io);
      case "describe":
        return await describe(admin, given, io);
      case "delete":
        return await deleteGroups(admin, given, io);
      case "delete-offsets":
        return await deleteOffsets(admin, given, io);
      case "reset-offsets":
        return await resetOffsets(admin, { given, services }, io);
    }
  } finally {
    cluster.close();
  }
}

function reason(error: unknown): string {
  if (error instanceof ProtocolError) return javaException(error.code, error.message);
  return bareFailure(error);
}
