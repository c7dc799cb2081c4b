import type { Io } from "../io.ts";
import {
  fileProperties,
  wordProperties,
  type Properties,
} from "../kafka-tool/client-properties.ts";
import { withUsage } from "../kafka-tool/tool.ts";
import type { Services } from "../services.ts";
import type { FlagName, Given } from "./flags.ts";

const LINE_READER = "org.apache.kafka.tools.LineMessageReader";

/** Old names with their new ones, in the order in which Kafka's tool speaks of them. */
const pairs = [
  ["producer.config", "command-config"],
  ["producer-property", "command-property"],
  ["property", "reader-property"],
] as const satisfies readonly (readonly [FlagName, FlagName])[];

/** Throws what Kafka's tool says of flags that do not fit; tells of old names. */
export function checkFlags(given: Given, io: Pick<Io, "out">): void {
  if (!given.has("topic")) throw withUsage('Missing required argument "[topic]"');
  for (const [older, newer] of pairs) {
    if (!given.has(older) || !given.has(newer)) continue;
    throw withUsage(`Options --${newer} and --${older} cannot be specified together.`);
  }
  for (const [older, newer] of [pairs[1], pairs[0], pairs[2]]) {
    if (given.has(older)) io.out(warning(older, "in a future version", newer));
  }
  if (given.has("max-partition-memory-bytes")) {
    io.out(warning("max-partition-memory-bytes", "in Apache Kafka 5.0", "batch-size"));
  }
  checkServer(given.text("bootstrap-server"));
  const reader = given.text("line-reader") ?? LINE_READER;
  if (reader !== LINE_READER) {
    throw new Error(
      `--line-reader: found '${reader}', expected ${LINE_READER}, the only one here.`,
    );
  }
}

function warning(older: FlagName, when: string, newer: FlagName): string {
  return `Warning: --${older} is deprecated and will be removed ${when}. Use --${newer} instead.`;
}

function checkServer(servers: string | undefined): void {
  if (servers === undefined) throw withUsage("Error while validating the bootstrap address\n");
  const isFine = servers.split(",").every((server) => /^.+:\d+$/.test(server.trim()));
  if (!isFine) throw withUsage("Please provide valid host:port like host1:9091,host2:9092\n");
}

/** Properties from the file and the words of a flag, whichever its name. */
export async function propertiesOf(
  given: Given,
  names: { readonly files: readonly FlagName[]; readonly words: readonly FlagName[] },
  services: Services,
): Promise<Properties> {
  const file = names.files.find((name) => given.has(name));
  const words = names.words.flatMap((name) => given.all(name));
  const inFile = await fileProperties(file === undefined ? undefined : given.text(file), services);
  return new Map([...inFile, ...wordProperties(words)]);
}
