/** One API: its key, its versions, and where Kafka serves it. */
export interface ApiDefinition {
  readonly name: string;
  readonly key: number;
  readonly minVersion: number;
  readonly maxVersion: number;
  /** The newest version that may be advertised: lower than maxVersion while that is unstable. */
  readonly maxStableVersion: number;
  /** The first version with compact lengths and tagged fields (KIP-482); Infinity for none. */
  readonly flexibleFrom: number;
  readonly listeners: readonly ("broker" | "controller")[];
}

/** The version of the header before a request: 2 adds tagged fields, 1 is the classic one. */
export function requestHeaderVersion(api: ApiDefinition, version: number): 1 | 2 {
  return version >= api.flexibleFrom ? 2 : 1;
}

/**
 * The version of the header before a response. ApiVersions keeps 0 for ever: a client reads it
 * before it knows which versions the broker speaks.
 */
export function responseHeaderVersion(api: ApiDefinition, version: number): 0 | 1 {
  return version >= api.flexibleFrom && api.key !== 18 ? 1 : 0;
}
