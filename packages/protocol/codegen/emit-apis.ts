/** The table of APIs. */
import { banner } from "./emit-file.ts";
import { isEmpty, type Message, type SchemaFile } from "./schema.ts";

/** `apis.ts`: every API that has a version, by name, and the keys of those that were removed. */
export function emitApis(files: readonly SchemaFile[]): string {
  const requests = files
    .flatMap((file) => file.messages)
    .filter((message) => message.kind === "request")
    .toSorted((a, b) => a.key! - b.key!);
  const living = requests.filter((request) => !isEmpty(request.versions));
  const removed = requests.filter((request) => isEmpty(request.versions));
  return `${banner("schema/api")}import type { ApiDefinition } from "../api-definition.ts";

/** Every API of Kafka 4.3.1 by name, in the order of their keys. */
export const apis = {
${living.map(emitApi).join("\n")}
} as const satisfies Record<string, ApiDefinition>;

/** The name of an API, such as "Fetch". */
export type ApiName = keyof typeof apis;

/** The key of an API, such as 1. */
export type ApiKey = (typeof apis)[ApiName]["key"];

/** Keys of APIs that Kafka 4 removed, with their names. */
export const removedApis: ReadonlyMap<number, string> = new Map([
${removed.map((request) => `[${request.key}, "${apiName(request)}"],`).join("\n")}
]);

const byKey: ReadonlyMap<number, ApiDefinition> = new Map(
  Object.values(apis).map((api) => [api.key, api]),
);

/** The API with this key, or undefined if Kafka 4.3.1 has none. */
export function apiByKey(key: number): ApiDefinition | undefined {
  return byKey.get(key);
}
`;
}

export function apiName(request: Message): string {
  return request.name.replace(/Request$/, "");
}

function emitApi(request: Message): string {
  const { low, high } = request.versions;
  const name = apiName(request);
  const flexible = isEmpty(request.flexible) ? "Infinity" : request.flexible.low;
  return `${name}: {
  name: "${name}",
  key: ${request.key},
  minVersion: ${low},
  maxVersion: ${high},
  maxStableVersion: ${request.latestVersionUnstable ? high - 1 : high},
  flexibleFrom: ${flexible},
  listeners: ${JSON.stringify(request.listeners)},
},`;
}
