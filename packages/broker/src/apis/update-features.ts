// UpdateFeatures, api key 57, versions 0-2 (KIP-584).
//   v1  how a level may change (upgradeType), instead of a flag; validateOnly (KIP-778)
//   v2  no results for single features: all are changed, or none is (KIP-1022)
import { codeOf } from "@naru/protocol";
import {
  decodeUpdateFeaturesRequest,
  encodeUpdateFeaturesResponse,
  type UpdateFeaturesRequest,
  type UpdateFeaturesResponseDraft,
} from "@naru/protocol/messages/update-features";

import type { ApiBroker } from "./api-broker.ts";
import type { Api } from "./api.ts";

/** Hands the levels that the cluster is to run at on to the controller. */
export function updateFeaturesApi(
  broker: ApiBroker,
): Api<UpdateFeaturesRequest, UpdateFeaturesResponseDraft> {
  return {
    key: 57,
    name: "UpdateFeatures",
    minVersion: 0,
    maxVersion: 2,
    gaps: ["kraft.version stays as the folder was formatted."],
    decode: decodeUpdateFeaturesRequest,
    handle: (request, { principal }) => broker.controller.updateFeatures(request, { principal }),
    encode: encodeUpdateFeaturesResponse,
    failed: (_request, error, errorMessage) => ({
      throttleTimeMs: 0,
      errorCode: codeOf(error),
      errorMessage,
      results: [],
    }),
  };
}
