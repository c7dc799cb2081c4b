import type { Reader } from "@naru/protocol";

/**
 * What every request begins with, whatever its version.
 *
 *   0          2          4               8
 *   ┌──────────┬──────────┬───────────────┬───────────┬──────────────────┬──────
 *   │ api key  │ version  │ correlationId │ client id │ tagged fields    │ body
 *   └──────────┴──────────┴───────────────┴───────────┴──────────────────┴──────
 *                                          classic     flexible versions
 *                                          string      (header version 2) only
 */
export interface RequestStart {
  readonly apiKey: number;
  readonly apiVersion: number;
  readonly correlationId: number;
}

/** The part that can be read before one knows whether the API and its version are served. */
export function readRequestStart(reader: Reader): RequestStart {
  return {
    apiKey: reader.int16("requestApiKey"),
    apiVersion: reader.int16("requestApiVersion"),
    correlationId: reader.int32("correlationId"),
  };
}

/** The rest: the client id, which is a classic string in flexible versions too. */
export function readClientId(reader: Reader, headerVersion: 1 | 2): string | null {
  reader.begin("RequestHeader", headerVersion, 1, 2);
  const clientId = reader.nullableString("clientId", false);
  if (headerVersion === 2) reader.skipTags();
  return clientId;
}
