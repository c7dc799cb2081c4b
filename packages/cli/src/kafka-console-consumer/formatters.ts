import type { FetchedRecord } from "@naru/client";
import type { Properties } from "../kafka-tool/client-properties.ts";
import { withUsage } from "../kafka-tool/tool.ts";
import { coordinatorFormatter } from "./coordinator-formatter.ts";
import { defaultFormatter } from "./default-formatter.ts";

/** The bytes that stand for a record; throws when it cannot be read. */
export type MessageFormatter = (record: FetchedRecord) => Uint8Array;

export const DEFAULT_FORMATTER = "org.apache.kafka.tools.consumer.DefaultMessageFormatter";
const PACKAGE = "org.apache.kafka.tools.consumer.";
const NOTHING = new Uint8Array(0);

const formatters: Readonly<Record<string, (properties: Properties) => MessageFormatter>> = {
  DefaultMessageFormatter: defaultFormatter,
  // It tells the record to Java's log as well, at a level that Kafka's tools do not show.
  LoggingMessageFormatter: defaultFormatter,
  NoOpMessageFormatter: () => () => NOTHING,
  OffsetsMessageFormatter: () => coordinatorFormatter("offsets"),
  GroupMetadataMessageFormatter: () => coordinatorFormatter("groups"),
  TransactionLogMessageFormatter: () => coordinatorFormatter("transactions"),
};

/** The formatter of this class name; what is none is told with the usage, as Kafka does. */
export function formatterOf(className: string, properties: Properties): MessageFormatter {
  const name = className.startsWith(PACKAGE) ? className.slice(PACKAGE.length) : "";
  const known = Object.hasOwn(formatters, name) ? formatters[name] : undefined;
  if (known === undefined) throw withUsage(className);
  return known(properties);
}
