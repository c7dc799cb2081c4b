import { Admin } from "@naru/client";
import type { Io } from "../io.ts";
import { UsageError } from "../kafka-tool/given-flags.ts";
import { bareFailure, KAFKA_VERSION, settingsOf } from "../kafka-tool/tool.ts";
import type { Services } from "../services.ts";
import { abort } from "./abort.ts";
import { describe, describeProducers } from "./describe.ts";
import { findHanging } from "./find-hanging.ts";
import { list } from "./list.ts";
import { parse, type Given } from "./parse.ts";
import { Failure, orFail, told } from "./report.ts";
import type { SubcommandName } from "./subcommands.ts";

/** The release's commit, which Kafka's tool tells beside its version. */
const KAFKA_COMMIT = "26b251a451ce941d";

/** Apache Kafka's kafka-transactions: what fails is told on standard error, with exit code 1. */
export async function kafkaTransactions(
  words: readonly string[],
  services: Services,
  io: Io,
): Promise<number> {
  const invocation = parse(words);
  switch (invocation.kind) {
    case "version":
      io.out(`${KAFKA_VERSION} (Commit:${KAFKA_COMMIT})`);
      return 0;
    case "help":
      // Kafka's parser ends with 1 after its help, too.
      for (const line of invocation.lines) io.out(line);
      return 1;
    case "wrong":
      io.err(invocation.usage);
      io.err(invocation.message);
      return 1;
    case "run":
      return run(invocation.name, invocation.values, { services, io });
  }
}

interface World {
  readonly services: Services;
  readonly io: Io;
}

async function run(name: SubcommandName, given: Given, { services, io }: World): Promise<number> {
  try {
    const settings = await settingsOf(given.text("command-config"), services);
    const cluster = await services.connect(given.text("bootstrap-server") ?? "", settings);
    try {
      await act(name, new Admin(cluster), { given, io, nowMs: services.runtime.clock.nowMs() });
    } finally {
      cluster.close();
    }
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      io.err(told("Failed to load admin client properties", error.message));
    } else io.err(error instanceof Failure ? error.message : bareFailure(error));
    return 1;
  }
}

interface Call {
  readonly given: Given;
  readonly io: Io;
  readonly nowMs: number;
}

async function act(name: SubcommandName, admin: Admin, { given, io, nowMs }: Call): Promise<void> {
  switch (name) {
    case "list":
      return list(admin, given, io);
    case "describe":
      return describe(admin, given, { io, nowMs });
    case "describe-producers":
      return describeProducers(admin, given, io);
    case "abort":
      return abort(admin, given);
    case "find-hanging":
      return findHanging(admin, given, { io, nowMs });
    case "forceTerminateTransaction": {
      const id = given.text("transactionalId") ?? "";
      return orFail(
        `Failed to force terminate transactionalId \`${id}\``,
        () => admin.fenceProducer(id),
        () => `InitProducerId request for transactionalId \`${id}\` failed due to unexpected error`,
      );
    }
  }
}
