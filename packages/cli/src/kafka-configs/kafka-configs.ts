import { Admin, type Cluster } from "@naru/client";
import { ProtocolError } from "@naru/protocol";
import type { Io } from "../io.ts";
import { UsageError } from "../kafka-tool/given-flags.ts";
import { javaExecutionException } from "../kafka-tool/java-exception.ts";
import { bareFailure, runTool, settingsOf } from "../kafka-tool/tool.ts";
import type { Services } from "../services.ts";
import { alter } from "./alter.ts";
import { naming } from "./broker-answer.ts";
import { changedConfigs } from "./changed-configs.ts";
import { checkFlags, type Asked } from "./check-flags.ts";
import { describeResources } from "./describe-resources.ts";
import { flags, type Given } from "./flags.ts";
import { describeQuotas } from "./quotas.ts";
import { describeScram } from "./scram.ts";

const about =
  "This tool helps to manipulate and describe entity config for a topic, client, user, broker, ip, " +
  "client-metrics or group";
const tool = { flags, about, aboutWithoutWords: about };

/**
 * Apache Kafka's kafka-configs: its flags, its lines, its sentences, its exit codes. What fails is
 * told on standard error: of wrong words the sentence, of the rest the exception's first line.
 */
export function kafkaConfigs(
  words: readonly string[],
  services: Services,
  io: Io,
): Promise<number> {
  return runTool(tool, { words, io }, (given) => run(given, { words, services, io }));
}

async function run(
  given: Given,
  { words, services, io }: { words: readonly string[]; services: Services; io: Io },
): Promise<number> {
  try {
    const asked = await checkFlags(given);
    await act(asked, { given, services, io });
    return 0;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    // Errors of the words have no code, whoever found them.
    if (!(error instanceof Error && "code" in error)) {
      io.err(bareFailure(error));
      return 1;
    }
    io.err(`Error while executing config command with args '${words.join(" ")}'`);
    io.err(reason(error, given));
    return 1;
  }
}

interface Call {
  readonly given: Given;
  readonly services: Services;
  readonly io: Io;
}

async function act(asked: Asked, { given, services, io }: Call): Promise<void> {
  const file = given.text("command-config");
  // A file that is not there is no mistake in the words, here.
  if (file !== undefined) await services.readText(file);
  const settings = await settingsOf(file, services);
  const { action, types, names } = asked;
  if (action === "alter" && types.length !== names.length) {
    throw new Error("An entity name must be specified for every entity type");
  }
  const changes = action === "alter" ? await changedConfigs(given, services) : undefined;
  const controllers = given.text("bootstrap-controller");
  const cluster = await services.connect(
    controllers ?? given.text("bootstrap-server") ?? "",
    controllers === undefined ? settings : { ...settings, endpoints: "controllers" },
  );
  try {
    await naming("Metadata", cluster.refresh([]));
    if (changes !== undefined) await alter(new Admin(cluster), { types, names }, { changes, io });
    else await describe(asked, { cluster, isAll: given.has("all"), io });
  } finally {
    cluster.close();
  }
}

async function describe(
  { types, names }: Asked,
  { cluster, isAll, io }: { readonly cluster: Cluster; readonly isAll: boolean; readonly io: Io },
): Promise<void> {
  const admin = new Admin(cluster);
  const [type = "topics"] = types;
  if (type === "users" || type === "clients" || type === "ips") {
    await describeQuotas(admin, { types, names }, io);
    const isOfUsers = types.length === 1 && type === "users";
    if (isOfUsers && !names.includes("")) await describeScram(admin, names, io);
    return;
  }
  await describeResources({ type, name: names[0], isAll }, { admin, cluster, io });
}

function reason(error: Error, given: Given): string {
  if ("path" in error && "code" in error && error.code === "ENOENT") {
    return `java.nio.file.NoSuchFileException: ${String(error.path)}`;
  }
  if (!(error instanceof ProtocolError)) return bareFailure(error);
  // A controller that does not serve an API is no place for it.
  const isElsewhere = error.code === "UNSUPPORTED_VERSION" && given.has("bootstrap-controller");
  return isElsewhere
    ? javaExecutionException("UNSUPPORTED_ENDPOINT_TYPE", NOT_FOR_CONTROLLERS)
    : javaExecutionException(error.code, error.message);
}

const NOT_FOR_CONTROLLERS =
  "This Admin API is not yet supported when communicating directly with the controller quorum.";
