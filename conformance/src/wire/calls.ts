import { apis } from "@naru/protocol";
import {
  decodeApiVersionsResponse,
  encodeApiVersionsRequest,
} from "@naru/protocol/messages/api-versions";
import {
  decodeCreatePartitionsResponse,
  encodeCreatePartitionsRequest,
} from "@naru/protocol/messages/create-partitions";
import {
  decodeCreateTopicsResponse,
  encodeCreateTopicsRequest,
} from "@naru/protocol/messages/create-topics";
import {
  decodeDeleteRecordsResponse,
  encodeDeleteRecordsRequest,
} from "@naru/protocol/messages/delete-records";
import {
  decodeDeleteTopicsResponse,
  encodeDeleteTopicsRequest,
} from "@naru/protocol/messages/delete-topics";
import {
  decodeDescribeConfigsResponse,
  encodeDescribeConfigsRequest,
} from "@naru/protocol/messages/describe-configs";
import { decodeFetchResponse, encodeFetchRequest } from "@naru/protocol/messages/fetch";
import {
  decodeFindCoordinatorResponse,
  encodeFindCoordinatorRequest,
} from "@naru/protocol/messages/find-coordinator";
import {
  decodeIncrementalAlterConfigsResponse,
  encodeIncrementalAlterConfigsRequest,
} from "@naru/protocol/messages/incremental-alter-configs";
import {
  decodeInitProducerIdResponse,
  encodeInitProducerIdRequest,
} from "@naru/protocol/messages/init-producer-id";
import {
  decodeListOffsetsResponse,
  encodeListOffsetsRequest,
} from "@naru/protocol/messages/list-offsets";
import { decodeMetadataResponse, encodeMetadataRequest } from "@naru/protocol/messages/metadata";
import {
  decodeOffsetForLeaderEpochResponse,
  encodeOffsetForLeaderEpochRequest,
} from "@naru/protocol/messages/offset-for-leader-epoch";
import {
  decodeOffsetCommitResponse,
  encodeOffsetCommitRequest,
} from "@naru/protocol/messages/offset-commit";
import {
  decodeOffsetFetchResponse,
  encodeOffsetFetchRequest,
} from "@naru/protocol/messages/offset-fetch";
import { decodeProduceResponse, encodeProduceRequest } from "@naru/protocol/messages/produce";
import type { Call } from "./connection.ts";

/** One API with its two codecs. */
export function call<Draft, Response>(
  api: Call<Draft, Response>["api"],
  encode: Call<Draft, Response>["encode"],
  decode: Call<Draft, Response>["decode"],
): Call<Draft, Response> {
  return { api, encode, decode };
}

/** The calls that the suites make themselves, beside other people's clients. */
export const calls = {
  produce: call(apis.Produce, encodeProduceRequest, decodeProduceResponse),
  fetch: call(apis.Fetch, encodeFetchRequest, decodeFetchResponse),
  listOffsets: call(apis.ListOffsets, encodeListOffsetsRequest, decodeListOffsetsResponse),
  metadata: call(apis.Metadata, encodeMetadataRequest, decodeMetadataResponse),
  apiVersions: call(apis.ApiVersions, encodeApiVersionsRequest, decodeApiVersionsResponse),
  createTopics: call(apis.CreateTopics, encodeCreateTopicsRequest, decodeCreateTopicsResponse),
  deleteTopics: call(apis.DeleteTopics, encodeDeleteTopicsRequest, decodeDeleteTopicsResponse),
  deleteRecords: call(apis.DeleteRecords, encodeDeleteRecordsRequest, decodeDeleteRecordsResponse),
  createPartitions: call(
    apis.CreatePartitions,
    encodeCreatePartitionsRequest,
    decodeCreatePartitionsResponse,
  ),
  initProducerId: call(
    apis.InitProducerId,
    encodeInitProducerIdRequest,
    decodeInitProducerIdResponse,
  ),
  describeConfigs: call(
    apis.DescribeConfigs,
    encodeDescribeConfigsRequest,
    decodeDescribeConfigsResponse,
  ),
  alterConfigs: call(
    apis.IncrementalAlterConfigs,
    encodeIncrementalAlterConfigsRequest,
    decodeIncrementalAlterConfigsResponse,
  ),
  findCoordinator: call(
    apis.FindCoordinator,
    encodeFindCoordinatorRequest,
    decodeFindCoordinatorResponse,
  ),
  offsetCommit: call(apis.OffsetCommit, encodeOffsetCommitRequest, decodeOffsetCommitResponse),
  offsetFetch: call(apis.OffsetFetch, encodeOffsetFetchRequest, decodeOffsetFetchResponse),
  offsetForLeaderEpoch: call(
    apis.OffsetForLeaderEpoch,
    encodeOffsetForLeaderEpochRequest,
    decodeOffsetForLeaderEpochResponse,
  ),
} as const;
