import type { ErrorDefinition } from "./errors-definition.ts";

/** Errors about brokers, controllers, configuration and security, and those of no subject. */
export const clusterErrors = {
  UNKNOWN_SERVER_ERROR: {
    code: -1,
    retriable: false,
    description: "Something failed inside the server that no other error describes.",
  },
  NONE: {
    code: 0,
    retriable: false,
    description: "No error.",
  },
  REQUEST_TIMED_OUT: {
    code: 7,
    retriable: true,
    description: "The work was not done within the request's time-out; it may still happen.",
  },
  BROKER_NOT_AVAILABLE: {
    code: 8,
    retriable: false,
    description: "The broker is not there.",
  },
  STALE_CONTROLLER_EPOCH: {
    code: 11,
    retriable: false,
    description: "The request comes from a controller that another has replaced.",
  },
  NETWORK_EXCEPTION: {
    code: 13,
    retriable: true,
    description: "The connection broke before the answer came.",
  },
  TOPIC_AUTHORIZATION_FAILED: {
    code: 29,
    retriable: false,
    description: "The user may not do this with the topic.",
  },
  GROUP_AUTHORIZATION_FAILED: {
    code: 30,
    retriable: false,
    description: "The user may not do this with the group.",
  },
  CLUSTER_AUTHORIZATION_FAILED: {
    code: 31,
    retriable: false,
    description: "The user may not do this with the cluster.",
  },
  UNSUPPORTED_SASL_MECHANISM: {
    code: 33,
    retriable: false,
    description: "The listener does not offer this SASL mechanism.",
  },
  ILLEGAL_SASL_STATE: {
    code: 34,
    retriable: false,
    description: "The request does not fit the present step of authentication.",
  },
  UNSUPPORTED_VERSION: {
    code: 35,
    retriable: false,
    description: "The server does not serve this version of the request.",
  },
  INVALID_CONFIG: {
    code: 40,
    retriable: false,
    description: "A configuration key or its value is not allowed.",
  },
  NOT_CONTROLLER: {
    code: 41,
    retriable: true,
    description: "This node is not the active controller.",
  },
  INVALID_REQUEST: {
    code: 42,
    retriable: false,
    description: "The request contradicts itself or lacks something it needs.",
  },
  POLICY_VIOLATION: {
    code: 44,
    retriable: false,
    description: "A policy that the operator installed forbids this.",
  },
  TRANSACTIONAL_ID_AUTHORIZATION_FAILED: {
    code: 53,
    retriable: false,
    description: "The user may not use this transactional id.",
  },
  SECURITY_DISABLED: {
    code: 54,
    retriable: false,
    description: "The broker runs without an authorizer, so there are no ACLs to handle.",
  },
  OPERATION_NOT_ATTEMPTED: {
    code: 55,
    retriable: false,
    description: "The server left this part undone, because another part of the request failed.",
  },
  SASL_AUTHENTICATION_FAILED: {
    code: 58,
    retriable: false,
    description: "The credentials were not accepted.",
  },
  DELEGATION_TOKEN_AUTH_DISABLED: {
    code: 61,
    retriable: false,
    description: "Delegation tokens are not enabled.",
  },
  DELEGATION_TOKEN_NOT_FOUND: {
    code: 62,
    retriable: false,
    description: "There is no such delegation token.",
  },
  DELEGATION_TOKEN_OWNER_MISMATCH: {
    code: 63,
    retriable: false,
    description: "The user neither owns nor may renew the delegation token.",
  },
  DELEGATION_TOKEN_REQUEST_NOT_ALLOWED: {
    code: 64,
    retriable: false,
    description: "Delegation tokens cannot be asked for over a connection authenticated like this.",
  },
  DELEGATION_TOKEN_AUTHORIZATION_FAILED: {
    code: 65,
    retriable: false,
    description: "The user may not do this with delegation tokens.",
  },
  DELEGATION_TOKEN_EXPIRED: {
    code: 66,
    retriable: false,
    description: "The delegation token's time is over.",
  },
  INVALID_PRINCIPAL_TYPE: {
    code: 67,
    retriable: false,
    description: "The principal is of a kind that cannot be used here.",
  },
  STALE_BROKER_EPOCH: {
    code: 77,
    retriable: false,
    description: "The broker has registered again since it sent this.",
  },
  THROTTLING_QUOTA_EXCEEDED: {
    code: 89,
    retriable: true,
    description: "The client has used up its quota and should wait.",
  },
  RESOURCE_NOT_FOUND: {
    code: 91,
    retriable: false,
    description: "The request names something that is not there.",
  },
  DUPLICATE_RESOURCE: {
    code: 92,
    retriable: false,
    description: "The request names the same thing twice.",
  },
  UNACCEPTABLE_CREDENTIAL: {
    code: 93,
    retriable: false,
    description: "The new credential does not meet the server's rules.",
  },
  INCONSISTENT_VOTER_SET: {
    code: 94,
    retriable: false,
    description: "Sender or receiver is not among the voters that the request expects.",
  },
  INVALID_UPDATE_VERSION: {
    code: 95,
    retriable: false,
    description: "The version to update from or to is not allowed.",
  },
  FEATURE_UPDATE_FAILED: {
    code: 96,
    retriable: false,
    description: "The feature levels could not be changed.",
  },
  PRINCIPAL_DESERIALIZATION_FAILURE: {
    code: 97,
    retriable: false,
    description: "The user of a forwarded request could not be read.",
  },
  SNAPSHOT_NOT_FOUND: {
    code: 98,
    retriable: false,
    description: "There is no such snapshot of the metadata log.",
  },
  POSITION_OUT_OF_RANGE: {
    code: 99,
    retriable: false,
    description: "The position lies outside the snapshot.",
  },
  DUPLICATE_BROKER_REGISTRATION: {
    code: 101,
    retriable: false,
    description: "A living broker has this id already.",
  },
  BROKER_ID_NOT_REGISTERED: {
    code: 102,
    retriable: false,
    description: "No broker has registered with this id.",
  },
  INCONSISTENT_CLUSTER_ID: {
    code: 104,
    retriable: false,
    description: "The request is meant for another cluster.",
  },
  MISMATCHED_ENDPOINT_TYPE: {
    code: 114,
    retriable: false,
    description: "The request went to a broker where a controller was meant, or the reverse.",
  },
  UNSUPPORTED_ENDPOINT_TYPE: {
    code: 115,
    retriable: false,
    description: "This kind of endpoint is not served.",
  },
  UNKNOWN_CONTROLLER_ID: {
    code: 116,
    retriable: false,
    description: "There is no controller with this id.",
  },
  UNKNOWN_SUBSCRIPTION_ID: {
    code: 117,
    retriable: false,
    description: "The client's metrics belong to a subscription that is old or unknown.",
  },
  TELEMETRY_TOO_LARGE: {
    code: 118,
    retriable: false,
    description: "The client's metrics are more bytes than the broker takes.",
  },
  INVALID_REGISTRATION: {
    code: 119,
    retriable: false,
    description: "The controller does not accept the broker as it describes itself.",
  },
  INVALID_VOTER_KEY: {
    code: 125,
    retriable: false,
    description: "The receiving node is not the voter that the request names.",
  },
  DUPLICATE_VOTER: {
    code: 126,
    retriable: false,
    description: "The node is a voter already.",
  },
  VOTER_NOT_FOUND: {
    code: 127,
    retriable: false,
    description: "The node is not among the voters.",
  },
  REBOOTSTRAP_REQUIRED: {
    code: 129,
    retriable: false,
    description:
      "The client's view of the cluster is too old; it starts again from its bootstrap servers.",
  },
} as const satisfies Record<string, ErrorDefinition>;
