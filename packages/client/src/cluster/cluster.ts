import { silentLogger, type Logger, type Runtime } from "@naru/runtime";
import { ClosedError, ConnectionError, ProtocolError, apis } from "@naru/protocol";
import { decodeMetadataResponse, encodeMetadataRequest } from "@naru/protocol/messages/metadata";
import { apiCall, type ApiCall } from "../network/api-call.ts";
import { BrokerConnection, type BrokerAddress } from "../network/broker-connection.ts";
import { negotiate } from "../network/negotiate.ts";
import { defaultRetryPolicy, withRetries, type RetryOptions, type RetryPolicy } from "../retry.ts";
import {
  controllersCall,
  controllersRequest,
  controllersViewOf,
  notForControllers,
} from "./controllers.ts";
import { clusterViewOf, isUnsettled, type ClusterView, type TopicView } from "./cluster-view.ts";
import { parseBootstrapServers } from "./bootstrap-servers.ts";

export interface ClusterOptions {
  readonly runtime: Runtime;
  /** `host:port` of one broker or several, by comma or as a list: any of them will do. */
  readonly bootstrapServers: string | readonly string[];
  /** Who they are. Controllers answer some of what an `Admin` asks, and nothing of topics. */
  readonly endpoints?: "brokers" | "controllers";
  readonly clientId?: string;
  readonly logger?: Logger;
  readonly connectTimeoutMs?: number;
  readonly requestTimeoutMs?: number;
  readonly retry?: RetryPolicy;
}

export interface NodeRequestOptions {
  readonly timeoutMs?: number;
  /** A Produce with acks=0. */
  readonly isUnanswered?: boolean;
  /**
   * A connection of its own for requests that wait at the broker: what is sent on the shared one
   * would wait behind them, for a broker answers each connection in order.
   */
  readonly lane?: string;
}

const metadataCall = apiCall(apis.Metadata, encodeMetadataRequest, decodeMetadataResponse);

/** A Kafka cluster as its clients share it: the connections, and what is known of leaders. */
export class Cluster {
  readonly runtime: Runtime;
  readonly logger: Logger;
  readonly retry: RetryPolicy;
  readonly #bootstrap: readonly BrokerAddress[];
  readonly #options: ClusterOptions;
  readonly #connections = new Map<string, Promise<BrokerConnection>>();
  #view: ClusterView | undefined;
  #isClosed = false;

  constructor(options: ClusterOptions) {
    this.#options = options;
    this.runtime = options.runtime;
    this.logger = options.logger ?? silentLogger;
    this.retry = options.retry ?? defaultRetryPolicy;
    this.#bootstrap = parseBootstrapServers(options.bootstrapServers);
  }

  /** Tries again what fails for a while, as the cluster's retry policy says. */
  withRetries<T>(
    what: string,
    attempt: () => Promise<T>,
    options: { mayRetry?: NonNullable<RetryOptions["mayRetry"]>; timeoutMs?: number } = {},
  ): Promise<T> {
    const { clock, random } = this.runtime;
    const policy = { ...this.retry, timeoutMs: options.timeoutMs ?? this.retry.timeoutMs };
    const mayRetry = options.mayRetry ?? (() => true);
    return withRetries(what, { clock, random, policy, mayRetry }, attempt);
  }

  /** Sends to any broker, to the known ones first. */
  async requestAny<RequestDraft, Response>(
    call: ApiCall<RequestDraft, Response>,
    request: RequestDraft,
  ): Promise<Response> {
    let last: unknown;
    for (const address of this.#addresses()) {
      try {
        return await (await this.#connect(address)).request(call, request);
      } catch (error) {
        if (!(error instanceof ConnectionError)) throw error;
        last = error;
      }
    }
    throw new ConnectionError(
      `none of ${this.#bootstrap.map(({ host, port }) => `${host}:${port}`).join(", ")} answered, ` +
        `expected a Kafka broker at one of them. Is it running?`,
      { cause: last },
    );
  }

  /** Sends to one broker by its node id. */
  async requestNode<RequestDraft, Response>(
    nodeId: number,
    call: ApiCall<RequestDraft, Response>,
    request: RequestDraft,
    options: NodeRequestOptions = {},
  ): Promise<Response> {
    const view = this.#view ?? (await this.refresh([]));
    const broker = view.brokers.get(nodeId);
    if (broker === undefined) {
      throw new ConnectionError(
        `broker ${nodeId}: it is not in the cluster's metadata, which names ${[...view.brokers.keys()].join(", ")}.`,
      );
    }
    return (await this.#connect(broker, options.lane)).request(call, request, options);
  }

  /** Ends the connections of one lane; what still waits there for an answer fails. */
  closeLane(lane: string): void {
    for (const [key, connection] of this.#connections) {
      if (!key.endsWith(` ${lane}`)) continue;
      this.#connections.delete(key);
      closeWhenOpen(connection);
    }
  }

  /** Asks anew; null asks for all topics, a list for these (which the broker may create). */
  async refresh(
    topics: readonly string[] | null,
    options: { allowAutoTopicCreation?: boolean } = {},
  ): Promise<ClusterView> {
    if (this.#options.endpoints === "controllers") {
      if (topics === null || topics.length > 0) throw notForControllers();
      const answer = await this.requestAny(controllersCall, controllersRequest);
      return (this.#view = controllersViewOf(answer));
    }
    const response = await this.requestAny(metadataCall, {
      topics: topics === null ? null : topics.map((name) => ({ name })),
      allowAutoTopicCreation: options.allowAutoTopicCreation ?? false,
    });
    const view = clusterViewOf(response);
    this.#view = view;
    return view;
  }

  /** The topic once all its partitions have leaders, or UNKNOWN_TOPIC_OR_PARTITION in the end. */
  async topic(
    name: string,
    options: { allowAutoTopicCreation?: boolean } = {},
  ): Promise<TopicView> {
    const attempt = async (): Promise<TopicView> => {
      const topic = (await this.refresh([name], options)).topics.get(name);
      if (topic !== undefined && topic.error === "NONE" && !isUnsettled(topic)) return topic;
      const error = topic?.error ?? "NONE";
      throw new ProtocolError(
        error === "NONE" ? "LEADER_NOT_AVAILABLE" : error,
        `topic ${name}: it is not ready, the broker answered ${error}.`,
      );
    };
    const isAwaited = options.allowAutoTopicCreation === true;
    const mayRetry = ({ code }: { code: string }, attempts: number): boolean => {
      const isUnknown = code === "UNKNOWN_TOPIC_OR_PARTITION";
      return !isUnknown || isAwaited || attempts < UNKNOWN_TOPIC_ATTEMPTS;
    };
    return this.withRetries(`topic ${name}`, attempt, { mayRetry });
  }

  /** Ends all connections; what still waits for an answer fails. */
  close(): void {
    this.#isClosed = true;
    for (const connection of this.#connections.values()) closeWhenOpen(connection);
    this.#connections.clear();
  }

  *#addresses(): Iterable<BrokerAddress> {
    if (this.#view !== undefined) yield* this.#view.brokers.values();
    yield* this.#bootstrap;
  }

  async #connect({ host, port }: BrokerAddress, lane = "shared"): Promise<BrokerConnection> {
    if (this.#isClosed)
      throw new ClosedError("the client is closed: nothing can be sent any more.");
    const key = `${host}:${port} ${lane}`;
    const known = this.#connections.get(key);
    if (known !== undefined) {
      const connection = await known.catch(() => undefined);
      if (connection?.isOpen === true) return connection;
      // Another caller may have begun a new one while we waited.
      if (this.#connections.get(key) === known) this.#connections.delete(key);
      return this.#connect({ host, port }, lane);
    }
    const opening = this.#open({ host, port });
    this.#connections.set(key, opening);
    return opening;
  }

  async #open(address: BrokerAddress): Promise<BrokerConnection> {
    const connection = await BrokerConnection.connect(address, {
      runtime: this.runtime,
      clientId: this.#options.clientId ?? "naru",
      connectTimeoutMs: this.#options.connectTimeoutMs ?? CONNECT_TIMEOUT_MS,
      requestTimeoutMs: this.#options.requestTimeoutMs ?? REQUEST_TIMEOUT_MS,
    });
    await negotiate(connection);
    return connection;
  }
}

/** A topic that was just created may be unknown to the broker asked for a moment. */
const UNKNOWN_TOPIC_ATTEMPTS = 3;
/** `socket.connection.setup.timeout.ms` of Kafka's clients. */
const CONNECT_TIMEOUT_MS = 10_000;
/** `request.timeout.ms` of Kafka's clients. */
const REQUEST_TIMEOUT_MS = 30_000;

function closeWhenOpen(connection: Promise<BrokerConnection>): void {
  connection.then(
    (open) => open.close(),
    () => {},
  );
}
