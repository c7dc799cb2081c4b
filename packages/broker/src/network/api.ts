import type { ErrorName, Reader, Writer } from "@naru/protocol";
import type { LaterAnswer } from "./later-answer.ts";

/**
 * One API of the broker: its key, the versions it serves, and how a request becomes an answer.
 *
 * Whose memory is whose: `decode` copies strings, but byte fields (records, metadata of a member)
 * are views into the frame. The frame is valid until `handle` returns. A handler that answers by a
 * promise must have copied by then every byte field that it still needs.
 */
export interface Api<Request, Response> {
  readonly key: number;
  readonly name: string;
  /** Served: a request of another version ends the connection, as Apache Kafka does. */
  readonly minVersion: number;
  readonly maxVersion: number;
  /** What ApiVersions says when it is lower than what is served: Produce is advertised from 0. */
  readonly advertisedMinVersion?: number;
  /** What Apache Kafka does in these versions and we do not, in sentences for the documentation. */
  readonly gaps?: readonly string[];
  decode(reader: Reader, version: number): Request;
  handle(request: Request, context: RequestContext): Answer<Response>;
  encode(writer: Writer, response: Response, version: number): void;
  /**
   * The whole answer with every item failed, for an exception after decoding. Without it (or when
   * it returns undefined) the connection is closed.
   */
  failed?(request: Request, error: ErrorName, message: string | null): Response | undefined;
  /** May a later request of the connection begin before this one is answered, when both may? */
  readonly pipelined?: boolean;
  /**
   * The answer, in the format of version 0, to a version that is not served. Only ApiVersions has
   * one: a client asks it before it knows what the broker speaks.
   */
  unsupportedVersion?(): Response;
}

/**
 * What a handler returns: the response; undefined when none is sent (acks=0); a promise only when
 * the answer must wait for something.
 */
export type Answer<Response> =
  | Response
  | undefined
  | Promise<Response | undefined>
  | LaterAnswer<Response>;

/** An API of any request and response, as tables hold it. */
// oxlint-disable-next-line typescript/no-explicit-any -- argument and result: only any fits.
export type AnyApi = Api<any, any>;

/** The request's connection and header, for handlers. One object a request: it may be kept. */
export interface RequestContext {
  readonly apiVersion: number;
  readonly correlationId: number;
  /** null and "" are one client to Apache Kafka; it is handed on as it came. */
  readonly clientId: string | null;
  readonly clientHost: string;
  readonly listenerName: string;
  /** `localHost:localPort-remoteHost:remotePort-index`, as Apache Kafka logs it. */
  readonly connectionId: string;
  readonly principal: string;
  /** Monotonic. */
  readonly receivedMs: number;
  /** What the client said in ApiVersions (KIP-511); kept for the connection. */
  readonly clientSoftware: ClientSoftware;
  /**
   * Calls back once this request's answer has been handed to the operating system or is lost with
   * the connection: when memory that the answer refers to may be used again.
   */
  onSent(callback: () => void): void;
  /**
   * Calls back when the connection ends while this request waits: a fetch that nobody waits for any
   * longer need not be completed.
   */
  onClosed(callback: () => void): void;
  /**
   * For a pipelined request that finds out that it may not be overtaken: none that comes later on
   * its connection begins before it is answered.
   */
  holdLaterRequests(): void;
  /** Ends the connection after what is queued; `reason` goes to the log. */
  closeConnection(reason: string): void;
}

/** Name and version of the client library; "unknown" until it says. */
export interface ClientSoftware {
  name: string;
  version: string;
}
