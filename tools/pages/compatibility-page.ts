import { gaps, type UnservedSubject, unservedSubjects } from "./compatibility-notes.ts";

/** What the page needs of an API of Kafka. */
export interface KafkaApi {
  readonly name: string;
  readonly key: number;
  readonly minVersion: number;
  readonly maxStableVersion: number;
  readonly listeners: readonly string[];
}

/** What the page needs of an API of ours. */
export interface ServedApi {
  readonly key: number;
  readonly minVersion: number;
  readonly maxVersion: number;
}

/** `docs/reference/compatibility.md`: every API that Kafka's brokers serve, and how far we do. */
export function compatibilityPage(
  kafkaApis: readonly KafkaApi[],
  servedApis: readonly ServedApi[],
): string {
  const ofBrokers = kafkaApis.filter((api) => api.listeners.includes("broker"));
  const served = new Map(servedApis.map((api) => [api.key, api]));
  const rows = ofBrokers.flatMap((api) => {
    const ours = served.get(api.key);
    return ours === undefined ? [] : [servedRow(api, ours)];
  });
  const unserved = ofBrokers.filter((api) => !served.has(api.key)).map((api) => api.name);
  checkSubjects(unserved);
  const lists = unservedSubjects
    .map((subject) => unservedRow(subject, unserved))
    .filter((row) => row !== undefined);
  return [
    "# Compatibility with Apache Kafka 4.3.1",
    "",
    `Of the ${ofBrokers.length} APIs that Kafka's brokers serve, ${rows.length} are served here. ` +
      "What is not served is not advertised, and a client that asks for it is told so.",
    "",
    "## Served",
    "",
    "| key | API | versions | Kafka's versions | what is missing |",
    "|---:|---|---|---|---|",
    ...rows,
    "",
    "## Not there yet",
    "",
    "| subject | APIs |",
    "|---|---|",
    ...lists,
    "",
  ].join("\n");
}

function servedRow(api: KafkaApi, ours: ServedApi): string {
  const theirs = `${api.minVersion}-${api.maxStableVersion}`;
  return `| ${api.key} | ${api.name} | ${ours.minVersion}-${ours.maxVersion} | ${theirs} | ${gaps[api.name] ?? ""} |`;
}

function unservedRow(subject: UnservedSubject, unserved: readonly string[]): string | undefined {
  const names = subject.apis.filter((name) => unserved.includes(name));
  return names.length === 0 ? undefined : `| ${subject.title} | ${names.join(", ")} |`;
}

function checkSubjects(unserved: readonly string[]): void {
  const explained = new Set(unservedSubjects.flatMap((subject) => subject.apis));
  const missing = unserved.filter((name) => !explained.has(name));
  if (missing.length === 0) return;
  throw new Error(
    `compatibility page: ${missing.join(", ")}: not served, and in no subject of ` +
      "tools/pages/compatibility-notes.ts. Add each where it belongs.",
  );
}
