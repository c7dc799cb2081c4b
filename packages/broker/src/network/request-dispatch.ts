import { DecodeError, Reader, type Writer } from "@naru/protocol";
import { AssertionError, type Clock, type Logger } from "@naru/runtime";

import type { AnyApi } from "./api.ts";
import { LaterAnswer } from "./later-answer.ts";
import { failureOf } from "./handler-failure.ts";
import { headerVersions } from "./header-versions.ts";
import { readClientId, readRequestStart, type RequestStart } from "./request-header.ts";
import { ServedRequest, type RequestOrigin } from "./served-request.ts";

/** Which APIs are served. */
export interface RequestTable {
  find(apiKey: number): AnyApi | undefined;
}

/** The connection as the dispatch sees it. */
export interface Requester extends RequestOrigin {
  /** Ends the connection at once, with a line in the log. */
  refused(reason: string): void;
  /** The answer to this request comes later; those of requests behind it wait for it. */
  begin(request: ServedRequest): void;
  /** Writes the answer, or lets it wait for its turn. undefined: there is none. */
  answer(request: ServedRequest, write: ((writer: Writer) => void) | undefined): void;
}

export interface DispatchOptions {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly table: RequestTable;
  /** A broken invariant of our own: the broker must stop. */
  onBug(error: AssertionError): void;
}

/** From a frame to the answer: header, decoding, handler. */
export class RequestDispatch {
  readonly #options: DispatchOptions;
  requestCount = 0;

  constructor(options: DispatchOptions) {
    this.#options = options;
  }

  /** May requests of this API begin before those under way are answered? */
  isPipelined(apiKey: number): boolean {
    return this.#options.table.find(apiKey)?.pipelined === true;
  }

  serve(frame: Uint8Array, requester: Requester): void {
    this.requestCount += 1;
    const reader = new Reader(frame);
    const start = readRequestStart(reader);
    const api = this.#options.table.find(start.apiKey);
    if (api === undefined) {
      requester.refused(`sent a request with API key ${start.apiKey}, which is not served here`);
      return;
    }
    if (start.apiVersion < api.minVersion || start.apiVersion > api.maxVersion) {
      this.#unsupported(api, start, requester);
      return;
    }
    let clientId: string | null;
    let body: unknown;
    try {
      clientId = readClientId(reader, headerVersions(start).request);
      body = api.decode(reader, start.apiVersion);
    } catch (error) {
      if (!(error instanceof DecodeError)) throw error;
      const finding = error.message.replace(/\.$/, "");
      requester.refused(`sent a request for ${api.name} that is not one: ${finding}`);
      return;
    }
    const receivedMs = this.#options.clock.monotonicMs();
    const pipelined = api.pipelined === true;
    const request = new ServedRequest(requester, { ...start, clientId, receivedMs, pipelined });
    this.#handle({ api, start, body, request, requester });
  }

  #unsupported(api: AnyApi, start: RequestStart, requester: Requester): void {
    const response = api.unsupportedVersion?.();
    if (response === undefined) {
      const served = `${api.minVersion} to ${api.maxVersion}`;
      requester.refused(
        `sent a ${api.name} request of version ${start.apiVersion}, served are ${served}`,
      );
      return;
    }
    const atZero = { ...start, apiVersion: 0 };
    const receivedMs = this.#options.clock.monotonicMs();
    const head = { ...atZero, clientId: null, receivedMs, pipelined: false };
    const request = new ServedRequest(requester, head);
    this.#answer({ api, start: atZero, body: undefined, request, requester }, response);
  }

  #handle(call: Call): void {
    const { api, request, requester } = call;
    let answer: unknown;
    try {
      answer = api.handle(call.body, request);
    } catch (error) {
      answer = this.#failed(call, error);
    }
    if (answer instanceof LaterAnswer) {
      requester.begin(request);
      answer.whenSettled(
        (response: unknown) => this.#answer(call, response),
        (error) => this.#answer(call, this.#failed(call, error)),
      );
      return;
    }
    if (!(answer instanceof Promise)) {
      this.#answer(call, answer);
      return;
    }
    requester.begin(request);
    answer.then(
      (response: unknown) => this.#answer(call, response),
      (error: unknown) => this.#answer(call, this.#failed(call, error)),
    );
  }

  #answer({ api, start, request, requester }: Call, response: unknown): void {
    if (response === undefined) {
      requester.answer(request, undefined);
      return;
    }
    requester.answer(request, (writer) => {
      writer.int32(start.correlationId);
      // No tagged fields.
      if (headerVersions(start).response === 1) writer.uvarint(0);
      api.encode(writer, response, start.apiVersion);
    });
  }

  /** What is answered for an exception after decoding; undefined when the connection was closed. */
  #failed(call: Call, error: unknown): unknown {
    if (error instanceof AssertionError) this.#options.onBug(error);
    const { api, body, requester } = call;
    const failure = failureOf(error);
    if (failure.isUnexpected) {
      this.#options.logger.error(
        `${api.name} from ${requester.connectionId}: the handler failed: ${failure.stack}`,
      );
    }
    const response = api.failed?.(body, failure.error, failure.message);
    if (response === undefined) requester.closeConnection(`${api.name} could not be answered`);
    return response;
  }
}

interface Call {
  readonly api: AnyApi;
  readonly start: RequestStart;
  readonly body: unknown;
  readonly request: ServedRequest;
  readonly requester: Requester;
}
