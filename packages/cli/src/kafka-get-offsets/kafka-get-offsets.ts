import { Admin, type Cluster, type OffsetSpec } from "@naru/client";
import type { Io } from "../io.ts";
import { bareFailure, runTool, settingsOf, withUsage } from "../kafka-tool/tool.ts";
import type { Services } from "../services.ts";
import { flags, type Given } from "./flags.ts";
import { partitionFilter, type PartitionFilter } from "./partition-filter.ts";

const about = "An interactive shell for getting topic-partition offsets.";
const tool = { flags, about, aboutWithoutWords: about };

/** Apache Kafka's kafka-get-offsets: a line topic:partition:offset for each partition. */
export function kafkaGetOffsets(
  words: readonly string[],
  services: Services,
  io: Io,
): Promise<number> {
  return runTool(tool, { words, io }, (given) => run(given, services, io));
}

async function run(given: Given, services: Services, io: Io): Promise<number> {
  if (!given.has("bootstrap-server")) {
    throw withUsage('Missing required argument "[bootstrap-server]"');
  }
  const settings = await settingsOf(given.text("command-config"), services);
  try {
    const spec = offsetSpec(given.text("time") ?? "latest");
    const isWanted = partitionFilter(given);
    const cluster = await services.connect(given.text("bootstrap-server") ?? "", settings);
    try {
      for (const line of await lines(cluster, { given, spec, isWanted })) io.out(line);
    } finally {
      cluster.close();
    }
    return 0;
  } catch (error) {
    io.err(`Error occurred: ${bareFailure(error)}`);
    return 1;
  }
}

interface Question {
  readonly given: Given;
  readonly spec: OffsetSpec;
  readonly isWanted: PartitionFilter;
}

async function lines(
  cluster: Cluster,
  { given, spec, isWanted }: Question,
): Promise<readonly string[]> {
  const admin = new Admin(cluster);
  const places = (await admin.listTopics())
    .filter(({ isInternal }) => !(isInternal && given.has("exclude-internal-topics")))
    .map(({ name, partitions }) => ({
      name,
      indexes: partitions.map(({ index }) => index).filter((index) => isWanted(name, index)),
    }))
    .filter(({ indexes }) => indexes.length > 0);
  if (places.length === 0) {
    throw new Error("Could not match any topic-partitions with the specified filters");
  }
  const found: string[] = [];
  for (const { name, indexes } of places) {
    const offsets = await admin.listOffsets(name, spec);
    // As text: 10 stands before 2, as in Kafka's tool.
    for (const index of indexes.toSorted((a, b) => (String(a) < String(b) ? -1 : 1))) {
      const offset = offsets.get(index) ?? -1;
      if (offset >= 0) found.push(`${name}:${index}:${offset}`);
    }
  }
  return found;
}

const specs: Readonly<Record<string, OffsetSpec>> = {
  latest: "latest",
  "-1": "latest",
  earliest: "earliest",
  "-2": "earliest",
  "max-timestamp": "max-timestamp",
  "-3": "max-timestamp",
  "earliest-local": { timestampMs: -4 },
  "-4": { timestampMs: -4 },
  "latest-tiered": { timestampMs: -5 },
  "-5": { timestampMs: -5 },
  "earliest-pending-upload": { timestampMs: -6 },
  "-6": { timestampMs: -6 },
};

function offsetSpec(word: string): OffsetSpec {
  const known = Object.hasOwn(specs, word) ? specs[word] : undefined;
  if (known !== undefined) return known;
  if (/^\d+$/.test(word)) return { timestampMs: Number(word) };
  throw new Error(
    `Malformed time argument ${word}. Please use -1 or latest / -2 or earliest / -3 or max-timestamp / ` +
      "-4 or earliest-local / -5 or latest-tiered / -6 or earliest-pending-upload, or a specified long " +
      "format timestamp",
  );
}
