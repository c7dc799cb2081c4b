import type { ConfigDefinition } from "@naru/runtime";

/** Authorization, principals and delegation tokens. */
export const securityConfigs = {
  "authorizer.class.name": {
    type: "string",
    default: "",
    importance: "low",
    state: "not-yet",
    doc: "The class that allows or denies requests. Access control lists are not served yet.",
  },
  "principal.builder.class": {
    type: "class",
    default: "org.apache.kafka.common.security.authenticator.DefaultKafkaPrincipalBuilder",
    importance: "medium",
    state: "not-yet",
    dynamic: "per-broker",
    doc: "Java class that names the principal of a connection. Java classes cannot be loaded here.",
  },
  "security.providers": {
    type: "string",
    default: null,
    importance: "low",
    state: "not-yet",
    doc: "Java security providers. Java classes cannot be loaded here.",
  },
  "delegation.token.secret.key": {
    type: "password",
    default: null,
    importance: "medium",
    state: "not-yet",
    doc: "Secret that signs delegation tokens. Delegation tokens are not served yet.",
  },
  "delegation.token.max.lifetime.ms": {
    type: "long",
    default: "604800000",
    valid: { kind: "range", min: 1 },
    importance: "medium",
    state: "not-yet",
    doc: "Longest life of a delegation token. Delegation tokens are not served yet.",
  },
  "delegation.token.expiry.time.ms": {
    type: "long",
    default: "86400000",
    valid: { kind: "range", min: 1 },
    importance: "medium",
    state: "not-yet",
    doc:
      "How long a delegation token lasts before it must be renewed. " +
      "Delegation tokens are not served yet.",
  },
  "delegation.token.expiry.check.interval.ms": {
    type: "long",
    default: "3600000",
    valid: { kind: "range", min: 1 },
    importance: "low",
    state: "not-yet",
    doc: "How often expired delegation tokens are removed. Delegation tokens are not served yet.",
  },
} as const satisfies Record<string, ConfigDefinition>;
