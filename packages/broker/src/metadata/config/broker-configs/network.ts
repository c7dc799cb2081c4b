import type { ConfigDefinition } from "@naru/runtime";

/** Where the broker listens, and what one client may take of it. */
export const networkConfigs = {
  listeners: {
    type: "list",
    default: "PLAINTEXT://127.0.0.1:9092",
    valid: { kind: "non-empty" },
    importance: "high",
    state: "has-effect",
    dynamic: "per-broker",
    doc:
      "The addresses to listen on, as `NAME://host:port`. An empty host is every interface. " +
      "Kafka's default listens everywhere; ours listens on loopback.",
  },
  "advertised.listeners": {
    type: "list",
    default: null,
    valid: { kind: "non-empty" },
    importance: "high",
    state: "has-effect",
    doc:
      "The addresses that clients are told to connect to. " +
      "Without it they are those of `listeners`.",
  },
  "listener.security.protocol.map": {
    type: "string",
    default: "SASL_SSL:SASL_SSL,PLAINTEXT:PLAINTEXT,SSL:SSL,SASL_PLAINTEXT:SASL_PLAINTEXT",
    importance: "low",
    state: "has-effect",
    dynamic: "per-broker",
    doc:
      "The security protocol of each listener name. " +
      "PLAINTEXT is served; SSL and SASL listeners are refused until they are.",
  },
  "inter.broker.listener.name": {
    type: "string",
    default: null,
    importance: "medium",
    state: "has-effect",
    doc: "The listener that brokers use among themselves. It must be one of the advertised ones.",
  },
  "security.inter.broker.protocol": {
    type: "string",
    default: "PLAINTEXT",
    valid: { kind: "one-of", values: ["PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL"] },
    notYetValues: ["SSL", "SASL_PLAINTEXT", "SASL_SSL"],
    importance: "medium",
    state: "has-effect",
    doc:
      "Chooses the inter-broker listener by its protocol when inter.broker.listener.name is not set. " +
      "Only PLAINTEXT is served yet.",
  },
  "early.start.listeners": {
    type: "list",
    default: null,
    importance: "high",
    state: "does-not-apply",
    doc: "Listeners opened before the authorizer is ready. There is no authorizer to wait for.",
  },
  "socket.request.max.bytes": {
    type: "int",
    default: "104857600",
    valid: { kind: "range", min: 1 },
    importance: "high",
    state: "has-effect",
    doc: "Largest request that is read. A frame that announces more closes its connection.",
  },
  "socket.send.buffer.bytes": {
    type: "int",
    default: "102400",
    importance: "high",
    state: "does-not-apply",
    doc:
      "Size of the operating system's send buffer of a connection. " +
      "Node.js offers no way to set it: the operating system decides.",
  },
  "socket.receive.buffer.bytes": {
    type: "int",
    default: "102400",
    importance: "high",
    state: "does-not-apply",
    doc:
      "Size of the operating system's receive buffer of a connection. " +
      "Node.js offers no way to set it: the operating system decides.",
  },
  "socket.listen.backlog.size": {
    type: "int",
    default: "50",
    valid: { kind: "range", min: 1 },
    importance: "medium",
    state: "has-effect",
    doc: "How many connections may wait to be accepted.",
  },
  "socket.connection.setup.timeout.ms": {
    type: "long",
    default: "10000",
    importance: "medium",
    state: "does-not-apply",
    doc: "Time to open a connection to another node. This broker opens none.",
  },
  "socket.connection.setup.timeout.max.ms": {
    type: "long",
    default: "30000",
    importance: "medium",
    state: "does-not-apply",
    doc: "Longest time to open a connection to another node. This broker opens none.",
  },
  "max.connections": {
    type: "int",
    default: "2147483647",
    valid: { kind: "range", min: 0 },
    importance: "medium",
    state: "has-effect",
    dynamic: "cluster-wide",
    doc: "Most connections open at one time, over all listeners.",
  },
  "max.connections.per.ip": {
    type: "int",
    default: "2147483647",
    valid: { kind: "range", min: 0 },
    importance: "medium",
    state: "has-effect",
    dynamic: "cluster-wide",
    doc: "Most connections open at one time from one address.",
  },
  "max.connections.per.ip.overrides": {
    type: "string",
    default: "",
    importance: "medium",
    state: "has-effect",
    dynamic: "cluster-wide",
    doc:
      "Limits for single addresses, as `address:count,address:count`; " +
      "they go before max.connections.per.ip.",
  },
  "max.connection.creation.rate": {
    type: "int",
    default: "2147483647",
    valid: { kind: "range", min: 0 },
    importance: "medium",
    state: "not-yet",
    dynamic: "cluster-wide",
    doc:
      "New connections a second. " +
      "The limit by rate is not served yet; max.connections and max.connections.per.ip are.",
  },
  "connections.max.idle.ms": {
    type: "long",
    default: "600000",
    importance: "medium",
    state: "has-effect",
    doc:
      "A connection without a request for this long is closed; " +
      "a negative value keeps it for ever.",
  },
  "connections.max.reauth.ms": {
    type: "long",
    default: "0",
    importance: "medium",
    state: "not-yet",
    doc:
      "How long an authenticated session lasts before the client must authenticate again. " +
      "SASL is not served yet.",
  },
  "connection.failed.authentication.delay.ms": {
    type: "int",
    default: "100",
    valid: { kind: "range", min: 0 },
    importance: "low",
    state: "not-yet",
    doc:
      "How long a failed authentication is held back before the connection closes. " +
      "SASL is not served yet.",
  },
  "queued.max.request.bytes": {
    type: "long",
    default: "-1",
    importance: "medium",
    state: "has-effect",
    doc:
      "Bytes of requests held in memory over all connections. " +
      "At the limit no more is read from sockets until answers have gone out; " +
      "0 or less sets no limit.",
  },
  "queued.max.requests": {
    type: "int",
    default: "500",
    valid: { kind: "range", min: 1 },
    importance: "high",
    state: "does-not-apply",
    doc:
      "Length of Kafka's queue between network and worker threads. " +
      "There is no such queue; queued.max.request.bytes bounds the memory.",
  },
  "request.timeout.ms": {
    type: "int",
    default: "30000",
    importance: "high",
    state: "does-not-apply",
    doc: "How long this broker waits for answers to requests of its own. It sends none to others.",
  },
} as const satisfies Record<string, ConfigDefinition>;
