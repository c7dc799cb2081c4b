/**
 * An answer that is not there yet, for the path where every request waits for the end of the turn.
 * Unlike a promise it hands its value on at once, so that what is written, acknowledged and sent in
 * one turn takes one turn. It can be awaited all the same.
 */
export class LaterAnswer<Response> implements PromiseLike<Response | undefined> {
  #listener: ((response: Response | undefined) => void) | undefined;
  #value: { readonly response: Response | undefined } | undefined;

  /** The answer; undefined when none is sent. What comes after the first is dropped. */
  resolve(response: Response | undefined): void {
    if (this.#value !== undefined) return;
    this.#value = { response };
    this.#listener?.(response);
  }

  /** Calls back once: now, when the answer is there already. It has one listener. */
  whenResolved(listener: (response: Response | undefined) => void): void {
    this.#listener = listener;
    if (this.#value !== undefined) listener(this.#value.response);
  }

  // oxlint-disable-next-line unicorn/no-thenable -- It stands for a promise, and tests await it.
  then<Result, Failure = never>(
    onFulfilled?: ((response: Response | undefined) => Result | PromiseLike<Result>) | null,
    onRejected?: ((reason: unknown) => Failure | PromiseLike<Failure>) | null,
  ): Promise<Result | Failure> {
    const promise = new Promise<Response | undefined>((resolve) => {
      this.whenResolved(resolve);
    });
    return promise.then(onFulfilled, onRejected);
  }
}
