import type { ApiDefinition, Reader, Writer } from "@naru/protocol";

/** One API as a client speaks it. */
export interface ApiCall<RequestDraft, Response> {
  readonly api: ApiDefinition;
  encode(writer: Writer, request: RequestDraft, version: number): void;
  decode(reader: Reader, version: number): Response;
}

/** Names an API's two codecs once, so that a call is checked as a whole. */
export function apiCall<RequestDraft, Response>(
  api: ApiDefinition,
  encode: (writer: Writer, request: RequestDraft, version: number) => void,
  decode: (reader: Reader, version: number) => Response,
): ApiCall<RequestDraft, Response> {
  return { api, encode, decode };
}

/** The versions that a broker serves, by api key. */
export type BrokerVersions = ReadonlyMap<number, { readonly min: number; readonly max: number }>;

/** The newest version that both sides speak; undefined when there is none. */
export function chooseVersion(api: ApiDefinition, versions: BrokerVersions): number | undefined {
  const broker = versions.get(api.key);
  if (broker === undefined) return undefined;
  const version = Math.min(broker.max, api.maxStableVersion);
  return version >= Math.max(broker.min, api.minVersion) ? version : undefined;
}
