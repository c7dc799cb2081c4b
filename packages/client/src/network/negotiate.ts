import { apis, codeOf } from "@naru/protocol";
import {
  decodeApiVersionsResponse,
  encodeApiVersionsRequest,
  type ApiVersionsResponse,
} from "@naru/protocol/messages/api-versions";
import { apiCall } from "./api-call.ts";
import type { BrokerConnection } from "./broker-connection.ts";

/** What clients of this package call themselves. */
export const SOFTWARE = { clientSoftwareName: "naru", clientSoftwareVersion: "0.1.0" };

export const apiVersionsCall = apiCall(
  apis.ApiVersions,
  encodeApiVersionsRequest,
  // A broker that does not know our version answers in the format of version 0.
  (reader, version): ApiVersionsResponse => {
    const isOld = version > 0 && reader.peekInt16("errorCode") === codeOf("UNSUPPORTED_VERSION");
    return decodeApiVersionsResponse(reader, isOld ? 0 : version);
  },
);

/** Asks the broker what it serves, and asks again in its own version when ours is too new. */
export async function negotiate(connection: BrokerConnection): Promise<ApiVersionsResponse> {
  let answer = await connection.request(apiVersionsCall, SOFTWARE, {
    version: apis.ApiVersions.maxStableVersion,
  });
  if (answer.errorCode === codeOf("UNSUPPORTED_VERSION")) {
    const served = answer.apiKeys.find(({ apiKey }) => apiKey === apis.ApiVersions.key);
    const version = Math.min(served?.maxVersion ?? 0, apis.ApiVersions.maxStableVersion);
    answer = await connection.request(apiVersionsCall, SOFTWARE, { version });
  }
  connection.versions = new Map(
    answer.apiKeys.map(({ apiKey, minVersion, maxVersion }) => [
      apiKey,
      { min: minVersion, max: maxVersion },
    ]),
  );
  return answer;
}
