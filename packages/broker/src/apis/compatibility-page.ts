import { apis as kafkaApis, type ApiDefinition } from "@naru/protocol";

import type { AnyApi } from "./api.ts";
import { apiTable, type ServingBroker } from "./table.ts";

/** `docs/reference/compatibility.md`: which APIs are served, held against Apache Kafka's. */
export function compatibilityPage(): string {
  // Only the rows are read: no handler runs, so nothing is asked of a broker.
  const served = new Map(apiTable({} as ServingBroker).map((api) => [api.key, api]));
  const rows = Object.values(kafkaApis)
    .filter((api) => api.listeners.some((listener) => listener === "broker"))
    .map((api) => row(api, served.get(api.key)));
  return `# APIs and their versions

Written from the table that ApiVersions answers from (\`npm run gen\`). "Kafka" is what a broker of
Apache Kafka 4.3.1 serves. What Naru does not serve it does not advertise, and a request for it
closes the connection, as Apache Kafka does with an unknown API.

| key | API | Kafka | Naru | what is missing |
|---|---|---|---|---|
${rows.join("\n")}
`;
}

function row(kafka: ApiDefinition, api: AnyApi | undefined): string {
  const theirs = range(kafka.minVersion, kafka.maxStableVersion);
  if (api === undefined) return `| ${kafka.key} | ${kafka.name} | ${theirs} | no | all of it |`;
  const gaps = [...versionGaps(kafka, api), ...(api.gaps ?? [])];
  const ours = range(api.minVersion, api.maxVersion);
  return `| ${kafka.key} | ${kafka.name} | ${theirs} | ${ours} | ${gaps.join(" ")} |`;
}

function versionGaps(kafka: ApiDefinition, api: AnyApi): string[] {
  const gaps: string[] = [];
  if (api.minVersion > kafka.minVersion) {
    gaps.push(`Versions ${range(kafka.minVersion, api.minVersion - 1)}.`);
  }
  if (api.maxVersion < kafka.maxStableVersion) {
    gaps.push(`Versions ${range(api.maxVersion + 1, kafka.maxStableVersion)}.`);
  }
  return gaps;
}

function range(min: number, max: number): string {
  return min === max ? String(min) : `${min}-${max}`;
}
