import { apiByKey, requestHeaderVersion, responseHeaderVersion } from "@naru/protocol";

import type { RequestStart } from "./request-header.ts";

/** Whether the header before this request, and before its answer, has tagged fields. */
export function headerVersions(start: RequestStart): { request: 1 | 2; response: 0 | 1 } {
  const api = apiByKey(start.apiKey);
  if (api === undefined) return { request: 1, response: 0 };
  return {
    request: requestHeaderVersion(api, start.apiVersion),
    response: responseHeaderVersion(api, start.apiVersion),
  };
}
