import type { ConfigDefinition } from "@naru/runtime";

/** Who this node is, and how broker and controller know each other. */
export const identityConfigs = {
  "process.roles": {
    type: "list",
    default: "broker,controller",
    valid: { kind: "list-of", values: ["broker", "controller"], nonEmpty: true },
    importance: "high",
    state: "has-effect",
    doc:
      "What this process is. " +
      "Only `broker,controller` together is served: the controller runs inside the broker. " +
      "Kafka has no default and asks for it.",
  },
  "node.id": {
    type: "int",
    default: "1",
    valid: { kind: "range", min: 0 },
    importance: "high",
    state: "has-effect",
    doc:
      "The number of this node in the cluster, written into the data folder. " +
      "Kafka has no default and asks for it; here it is 1.",
  },
  "broker.id": {
    type: "int",
    default: "-1",
    importance: "high",
    state: "has-effect",
    doc:
      "The old name of node.id. " +
      "When both are set they must be equal; when only this one is set it counts.",
  },
  "broker.rack": {
    type: "string",
    default: null,
    importance: "medium",
    state: "has-effect",
    doc: "The rack name that clients see for this broker in Metadata answers.",
  },
  "controller.listener.names": {
    type: "list",
    default: "CONTROLLER",
    valid: { kind: "non-empty" },
    importance: "high",
    state: "has-effect",
    doc:
      "The listeners that belong to the controller. " +
      "They are read but never opened, because broker and controller talk inside one process.",
  },
  "controller.quorum.voters": {
    type: "list",
    default: "",
    importance: "high",
    state: "has-effect",
    doc:
      "The fixed voters, as `id@host:port`. " +
      "Accepted when it names this node alone; a quorum of several controllers is not served yet.",
  },
  "controller.quorum.bootstrap.servers": {
    type: "list",
    default: "",
    importance: "high",
    state: "has-effect",
    doc:
      "Where controllers are found. Accepted when it is this node's own controller address; " +
      "controllers elsewhere are not served yet.",
  },
  "controller.quorum.auto.join.enable": {
    type: "boolean",
    default: "false",
    importance: "low",
    state: "not-yet",
    doc:
      "Whether a controller joins the voters by itself. " +
      "A quorum of several controllers is not served yet.",
  },
  "controller.quorum.election.timeout.ms": {
    type: "int",
    default: "1000",
    valid: { kind: "range", min: 0 },
    importance: "high",
    state: "does-not-apply",
    doc: "Time without a leader before an election. The one embedded controller needs no election.",
  },
  "controller.quorum.election.backoff.max.ms": {
    type: "int",
    default: "1000",
    valid: { kind: "range", min: 0 },
    importance: "high",
    state: "does-not-apply",
    doc: "Longest pause between failed elections. The one embedded controller needs no election.",
  },
  "controller.quorum.fetch.timeout.ms": {
    type: "int",
    default: "2000",
    valid: { kind: "range", min: 0 },
    importance: "high",
    state: "does-not-apply",
    doc:
      "Time without a successful fetch before an election. " +
      "The one embedded controller needs no election.",
  },
  "controller.quorum.fetch.max.bytes": {
    type: "int",
    default: "1048576",
    valid: { kind: "range", min: 1 },
    importance: "low",
    state: "does-not-apply",
    doc: "Most bytes in one fetch between controllers. There are no other controllers.",
  },
  "controller.quorum.fetch.snapshot.max.bytes": {
    type: "int",
    default: "1048576",
    valid: { kind: "range", min: 1 },
    importance: "low",
    state: "does-not-apply",
    doc: "Most bytes in one snapshot fetch between controllers. There are no other controllers.",
  },
  "controller.quorum.append.linger.ms": {
    type: "int",
    default: "25",
    valid: { kind: "range", min: 0 },
    importance: "medium",
    state: "does-not-apply",
    doc:
      "How long the quorum leader gathers writes. " +
      "Metadata records are written at the end of the turn that made them.",
  },
  "controller.quorum.request.timeout.ms": {
    type: "int",
    default: "2000",
    valid: { kind: "range", min: 0 },
    importance: "medium",
    state: "does-not-apply",
    doc: "Time for one request between controllers. There are no other controllers.",
  },
  "controller.quorum.retry.backoff.ms": {
    type: "int",
    default: "20",
    valid: { kind: "range", min: 0 },
    importance: "low",
    state: "does-not-apply",
    doc:
      "Pause before a request to another controller is repeated. " +
      "There are no other controllers.",
  },
  "controller.socket.timeout.ms": {
    type: "int",
    default: "30000",
    importance: "medium",
    state: "does-not-apply",
    doc: "Time for a request from broker to controller. They share one process and no socket.",
  },
  "controlled.shutdown.enable": {
    type: "boolean",
    default: "true",
    importance: "medium",
    state: "does-not-apply",
    doc: "Whether leadership moves away before a stop. There is no other broker to move it to.",
  },
  "initial.broker.registration.timeout.ms": {
    type: "int",
    default: "60000",
    importance: "medium",
    state: "has-effect",
    doc: "How long a starting broker tries to register with the controller before the start fails.",
  },
  "broker.heartbeat.interval.ms": {
    type: "int",
    default: "2000",
    importance: "medium",
    state: "has-effect",
    doc: "How often the broker tells the controller that it is alive.",
  },
  "broker.session.timeout.ms": {
    type: "int",
    default: "9000",
    importance: "medium",
    state: "has-effect",
    doc: "How long the controller waits for a heartbeat before it fences the broker.",
  },
} as const satisfies Record<string, ConfigDefinition>;
