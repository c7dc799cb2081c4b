/**
 * An answer that is not there yet, for the path where every request waits for the end of the turn.
 * Unlike a promise it hands its value on at once, so that what is written, acknowledged and sent in
 * one turn takes one turn. It can be awaited all the same.
 */
export class LaterAnswer<Response> implements PromiseLike<Response | undefined> {
  #outcome: Outcome<Response> | undefined;
  #listener: ((outcome: Outcome<Response>) => void) | undefined;

  /** The answer; undefined when none is sent. What comes after the first outcome is dropped. */
  resolve(response: Response | undefined): void {
    this.#settle({ isFailure: false, response });
  }

  /** The handler failed: it is answered, and told to the broker, as if it had thrown. */
  reject(error: unknown): void {
    this.#settle({ isFailure: true, error });
  }

  /** Calls one of the two back, once: now, when the outcome is there. It has one listener. */
  whenSettled(
    onResponse: (response: Response | undefined) => void,
    onFailure: (error: unknown) => void,
  ): void {
    this.#listener = (outcome) => {
      if (outcome.isFailure) onFailure(outcome.error);
      else onResponse(outcome.response);
    };
    if (this.#outcome !== undefined) this.#listener(this.#outcome);
  }

  // oxlint-disable-next-line unicorn/no-thenable -- It stands for a promise, and tests await it.
  then<Result, Failure = never>(
    onFulfilled?: ((response: Response | undefined) => Result | PromiseLike<Result>) | null,
    onRejected?: ((reason: unknown) => Failure | PromiseLike<Failure>) | null,
  ): Promise<Result | Failure> {
    const promise = new Promise<Response | undefined>((resolve, reject) => {
      this.whenSettled(resolve, reject);
    });
    return promise.then(onFulfilled, onRejected);
  }

  #settle(outcome: Outcome<Response>): void {
    if (this.#outcome !== undefined) return;
    this.#outcome = outcome;
    this.#listener?.(outcome);
  }
}

type Outcome<Response> =
  | { readonly isFailure: false; readonly response: Response | undefined }
  | { readonly isFailure: true; readonly error: unknown };
