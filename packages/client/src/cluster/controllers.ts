import { ProtocolError, apis, errorByCode } from "@naru/protocol";
import {
  decodeDescribeClusterResponse,
  encodeDescribeClusterRequest,
  type DescribeClusterRequestDraft,
  type DescribeClusterResponse,
} from "@naru/protocol/messages/describe-cluster";
import { apiCall } from "../network/api-call.ts";
import type { ClusterView } from "./cluster-view.ts";

/** Controllers do not answer Metadata: this is what is asked instead (KIP-919). */
export const controllersCall = apiCall(
  apis.DescribeCluster,
  encodeDescribeClusterRequest,
  decodeDescribeClusterResponse,
);

/** DescribeCluster's number for controllers. */
const CONTROLLERS = 2;

export const controllersRequest: DescribeClusterRequestDraft = {
  includeClusterAuthorizedOperations: false,
  endpointType: CONTROLLERS,
};

/** The controllers as one of them described them; there are no topics. */
export function controllersViewOf(response: DescribeClusterResponse): ClusterView {
  const error = errorByCode(response.errorCode);
  if (error !== "NONE") throw new ProtocolError(error, response.errorMessage);
  return {
    clusterId: response.clusterId,
    controllerId: response.controllerId,
    brokers: new Map(
      response.brokers.map(({ brokerId, ...node }) => [brokerId, { nodeId: brokerId, ...node }]),
    ),
    topics: new Map(),
  };
}

/** What a controller cannot be asked, in the words of Kafka's clients. */
export function notForControllers(): ProtocolError {
  return new ProtocolError(
    "UNSUPPORTED_ENDPOINT_TYPE",
    "This Admin API is not yet supported when communicating directly with the controller quorum.",
  );
}
