import { refusedAppend } from "../log/append-result.ts";
import type { Log, Refusal } from "../log/log.ts";
import type { AppendRequest } from "./partition.ts";

/** Copies of batches that wait for a thread; what comes beyond is to be sent again. */
const WAITING_BYTES_MAX = 67_108_864;

export interface CheckedAppend extends AppendRequest {
  readonly keysAreChecked?: boolean;
}

interface Waiting {
  readonly request: AppendRequest;
  /** Undefined until it is known; a batch that needs no thread only keeps its place. */
  outcome: { readonly refusal: Refusal | undefined; readonly isChecked: boolean } | undefined;
}

/**
 * Batches for a compacted topic that are too large to be opened on the event loop. What comes
 * behind one waits for it: the order of a producer's batches is the order in which they were sent.
 */
export class KeyChecks {
  readonly #log: Log;
  readonly #append: (request: CheckedAppend) => void;
  #waiting: Waiting[] = [];
  #waitingBytes = 0;

  constructor(options: { log: Log; append(request: CheckedAppend): void }) {
    this.#log = options.log;
    this.#append = (request) => options.append(request);
  }

  /** Takes the request, or says that it may be appended at once. */
  delays(request: AppendRequest): boolean {
    const isAlone = this.#waiting.length === 0;
    if (!isAlone && this.#waitingBytes + request.bytes.length > WAITING_BYTES_MAX) {
      const message = "Too many large batches wait to be opened. Send it again.";
      this.#refuse(request, { error: "REQUEST_TIMED_OUT", message });
      return true;
    }
    const checking =
      request.origin === "client" ? this.#log.checkKeysOffLoop(request.bytes) : undefined;
    if (isAlone && checking === undefined) return false;
    // A copy (slice() of a Buffer is none): the frame they lie in is used again once this returns.
    const waiting: Waiting = {
      request: { ...request, bytes: new Uint8Array(request.bytes) },
      outcome: undefined,
    };
    this.#waiting.push(waiting);
    this.#waitingBytes += request.bytes.length;
    if (checking === undefined) waiting.outcome = { refusal: undefined, isChecked: false };
    else this.#whenChecked(checking, waiting);
    return true;
  }

  #whenChecked(checking: Promise<Refusal | undefined>, waiting: Waiting): void {
    checking.then(
      (refusal) => this.#decided(waiting, refusal),
      // No thread is to be had: the broker is stopping.
      () => this.#decided(waiting, { error: "NOT_LEADER_OR_FOLLOWER", message: null }),
    );
  }

  #decided(waiting: Waiting, refusal: Refusal | undefined): void {
    waiting.outcome = { refusal, isChecked: true };
    while (this.#waiting[0]?.outcome !== undefined) {
      const { request, outcome } = this.#waiting.shift()!;
      this.#waitingBytes -= request.bytes.length;
      if (outcome!.refusal !== undefined) this.#refuse(request, outcome!.refusal);
      else this.#append({ ...request, keysAreChecked: outcome!.isChecked });
    }
  }

  #refuse(request: AppendRequest, refusal: Refusal): void {
    request.done(refusal.error, refusedAppend(refusal, this.#log.logStartOffset));
  }
}
