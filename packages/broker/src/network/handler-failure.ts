import { errors, type ErrorName } from "@naru/protocol";

/** What a client is told of an exception. */
export interface HandlerFailure {
  readonly error: ErrorName;
  readonly message: string | null;
  /** True for what is no error of the protocol: then the operator reads `stack`. */
  readonly isUnexpected: boolean;
  readonly stack: string;
}

/**
 * An exception's error of the protocol, when its `code` names one; else UNKNOWN_SERVER_ERROR,
 * without a message: what went wrong inside is for the log, not for the peer.
 */
export function failureOf(exception: unknown): HandlerFailure {
  if (!(exception instanceof Error)) return unexpected(String(exception));
  const code = "code" in exception ? exception.code : undefined;
  if (typeof code === "string" && Object.hasOwn(errors, code)) {
    const stack = exception.stack ?? exception.message;
    return { error: code as ErrorName, message: exception.message, isUnexpected: false, stack };
  }
  return unexpected(exception.stack ?? exception.message);
}

function unexpected(stack: string): HandlerFailure {
  return { error: "UNKNOWN_SERVER_ERROR", message: null, isUnexpected: true, stack };
}
