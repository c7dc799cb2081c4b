import type { Cluster } from "@naru/client";
import type { Io } from "../io.ts";
import {
  fileProperties,
  wordProperties,
  type Properties,
} from "../kafka-tool/client-properties.ts";
import { clusterOptions } from "../kafka-tool/connection-keys.ts";
import { exitCodeOfStop, orFailure, runTool, withUsage } from "../kafka-tool/tool.ts";
import type { Services } from "../services.ts";
import {
  checkFlags,
  givenProperties,
  oldOrNew,
  settingsOfConsumer,
  startOffset,
} from "./check-flags.ts";
import type { ConsumerSettings } from "./consumer-settings.ts";
import { Consumption } from "./consumption.ts";
import { flags, type Given } from "./flags.ts";
import { DEFAULT_FORMATTER, formatterOf } from "./formatters.ts";
import { GroupSource } from "./group-source.ts";
import { PartitionSource } from "./partition-source.ts";
import type { RecordSource } from "./record-source.ts";
import { includePattern, type TopicChoice } from "./subscription.ts";

/** Said of every group that speaks the classic protocol, as ours do. */
const CONSUMER_PROTOCOL_NOTE =
  "The consumer rebalance protocol (KIP-848) is production-ready! Set group.protocol=consumer to try it out. " +
  "See https://kafka.apache.org/documentation/#consumer_rebalance_protocol";

const about = "This tool helps to read data from Kafka topics and outputs it to standard output.";
const tool = { flags, about, aboutWithoutWords: about };

/**
 * Apache Kafka's kafka-console-consumer: records on standard output, all else on standard error. A
 * time-out, a stop and a broker that refuses end it with 0; a record that cannot be read with 1.
 */
export function kafkaConsoleConsumer(
  words: readonly string[],
  services: Services,
  io: Io,
): Promise<number> {
  return runTool(tool, { words, io }, (given) => orFailure(io, () => run(given, services, io)));
}

async function run(given: Given, services: Services, io: Io): Promise<number> {
  checkFlags(given);
  const properties = await givenProperties(given, services, io);
  const settings = settingsOfConsumer(given, properties, { io, services });
  const offset = startOffset(given);
  const timeoutMs = given.integer("timeout-ms", Number.MAX_SAFE_INTEGER) ?? -1;
  const formatter = formatterOf(
    given.text("formatter") ?? DEFAULT_FORMATTER,
    await formatterProperties(given, services, io),
  );
  const maxMessages = given.integer("max-messages") ?? -1;
  const server = given.text("bootstrap-server") ?? "";
  const cluster = await services.connect(server, clusterOptions(settings));
  if (!given.has("partition")) io.err(CONSUMER_PROTOCOL_NOTE);
  try {
    const consumption = new Consumption({
      source: sourceOf(cluster, { given, settings, offset, io }),
      formatter,
      maxMessages,
      timeoutMs: timeoutMs < 0 ? Number.POSITIVE_INFINITY : timeoutMs,
      skipsFaults: given.has("skip-message-on-error"),
      services,
      io,
    });
    await consumption.run();
  } finally {
    cluster.close();
    if (given.has("enable-systest-events")) io.out("shutdown_complete");
  }
  return exitCodeOfStop(services);
}

async function formatterProperties(
  given: Given,
  services: Services,
  io: Pick<Io, "out">,
): Promise<Properties> {
  if (given.has("property") && given.has("formatter-property")) {
    throw withUsage("Options --property and --formatter-property cannot be specified together.");
  }
  const words = oldOrNew(given, ["property", "formatter-property"], io);
  const properties = new Map(await fileProperties(given.text("formatter-config"), services));
  for (const kind of ["key", "value"] as const) {
    const className = given.text(`${kind}-deserializer`);
    if (className !== undefined) properties.set(`${kind}.deserializer`, className);
  }
  return new Map([...properties, ...wordProperties(given.all(words))]);
}

interface SourceOptions {
  readonly given: Given;
  readonly settings: ConsumerSettings;
  readonly offset: ReturnType<typeof startOffset>;
  readonly io: Io;
}

function sourceOf(cluster: Cluster, { given, settings, offset, io }: SourceOptions): RecordSource {
  const topic = given.text("topic");
  const partition = given.integer("partition");
  if (topic !== undefined && partition !== undefined) {
    return new PartitionSource(cluster, { topic, partition, offset, settings });
  }
  const choice: TopicChoice =
    topic === undefined ? { include: includePattern(given.text("include") ?? "") } : { topic };
  return new GroupSource(cluster, { choice, settings, tell: (problem) => io.err(problem) });
}
