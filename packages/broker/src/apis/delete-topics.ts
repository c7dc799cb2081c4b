// DeleteTopics, api key 20, versions 1-6.
//   v3  the error TOPIC_DELETION_DISABLED (delete.topic.enable)
//   v4  flexible versions
//   v5  an error message for each topic; THROTTLING_QUOTA_EXCEEDED (KIP-599)
//   v6  topics by id, too (KIP-516)
import { codeOf, ProtocolError, ZERO_UUID } from "@naru/protocol";
import {
  decodeDeleteTopicsRequest,
  encodeDeleteTopicsResponse,
  type DeleteTopicsRequest,
  type DeleteTopicsResponseDraft,
} from "@naru/protocol/messages/delete-topics";

import type { ApiBroker } from "./api-broker.ts";
import type { Answer, Api, RequestContext } from "./api.ts";

const DISABLED_SINCE_VERSION = 3;

/** Hands the topics to delete on to the controller. */
export function deleteTopicsApi(
  broker: ApiBroker,
): Api<DeleteTopicsRequest, DeleteTopicsResponseDraft> {
  return {
    key: 20,
    name: "DeleteTopics",
    minVersion: 1,
    maxVersion: 6,
    decode: decodeDeleteTopicsRequest,
    handle: (request, context) => handleDeleteTopics(request, context, broker),
    encode: encodeDeleteTopicsResponse,
    failed: (request, error, errorMessage) => ({
      throttleTimeMs: 0,
      responses: topicsOf(request).map((topic) => ({
        ...topic,
        errorCode: codeOf(error),
        errorMessage,
      })),
    }),
  };
}

function handleDeleteTopics(
  request: DeleteTopicsRequest,
  { apiVersion, principal }: RequestContext,
  broker: ApiBroker,
): Answer<DeleteTopicsResponseDraft> {
  if (!broker.config().deleteTopicEnable) {
    const error =
      apiVersion < DISABLED_SINCE_VERSION ? "INVALID_REQUEST" : "TOPIC_DELETION_DISABLED";
    throw new ProtocolError(error, "Topic deletion is disabled.");
  }
  return broker.controller.deleteTopics(request, { principal });
}

function topicsOf(request: DeleteTopicsRequest): { name: string | null; topicId: string }[] {
  const byName = request.topicNames.map((name) => ({ name, topicId: ZERO_UUID }));
  return [...request.topics, ...byName];
}
