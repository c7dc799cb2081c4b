// DescribeCluster, api key 60, versions 0-2 (KIP-700).
//   v1  endpointType: brokers or controllers (KIP-919)
//   v2  includeFencedBrokers (KIP-1073)
import { codeOf, type ErrorName } from "@naru/protocol";
import {
  decodeDescribeClusterRequest,
  encodeDescribeClusterResponse,
  type DescribeClusterRequest,
  type DescribeClusterResponseDraft,
} from "@naru/protocol/messages/describe-cluster";

import type { ApiBroker } from "./api-broker.ts";
import type { Api, RequestContext } from "./api.ts";
import { clusterOperations, OPERATIONS_NOT_ASKED } from "./authorized-operations.ts";
import { ClusterView } from "./cluster-view.ts";

const BROKERS = 1;
const CONTROLLERS = 2;

/** Tells where the brokers are, without any topic. */
export function describeClusterApi(
  broker: ApiBroker,
): Api<DescribeClusterRequest, DescribeClusterResponseDraft> {
  return {
    key: 60,
    name: "DescribeCluster",
    minVersion: 0,
    maxVersion: 2,
    decode: decodeDescribeClusterRequest,
    handle: (request, context) => handleDescribeCluster(request, context, broker),
    encode: encodeDescribeClusterResponse,
    failed,
  };
}

function handleDescribeCluster(
  request: DescribeClusterRequest,
  context: RequestContext,
  broker: ApiBroker,
): DescribeClusterResponseDraft {
  const { endpointType } = request;
  if (endpointType === CONTROLLERS) {
    const message =
      "The request was sent to an endpoint of type BROKER, but we wanted an endpoint of type CONTROLLER";
    return failed(request, "MISMATCHED_ENDPOINT_TYPE", message);
  }
  if (endpointType !== BROKERS) {
    const message = `Unsupported endpoint type ${endpointType}`;
    return failed(request, "UNSUPPORTED_ENDPOINT_TYPE", message);
  }
  const view = new ClusterView(broker.image(), context.listenerName);
  const withFenced = request.includeFencedBrokers;
  return {
    throttleTimeMs: 0,
    errorCode: 0,
    endpointType,
    clusterId: broker.clusterId,
    controllerId: view.controllerFor(broker.nodeId),
    brokers: view.brokers({ withFenced }).map(({ broker: { id, rack, fenced }, endpoint }) => ({
      brokerId: id,
      host: endpoint.host,
      port: endpoint.port,
      rack,
      // True only for who asked for fenced ones: older versions lack the field.
      isFenced: fenced,
    })),
    clusterAuthorizedOperations: request.includeClusterAuthorizedOperations
      ? clusterOperations
      : OPERATIONS_NOT_ASKED,
  };
}

function failed(
  _request: DescribeClusterRequest,
  error: ErrorName,
  errorMessage: string | null,
): DescribeClusterResponseDraft {
  return {
    throttleTimeMs: 0,
    errorCode: codeOf(error),
    errorMessage,
    clusterId: "",
    brokers: [],
  };
}
