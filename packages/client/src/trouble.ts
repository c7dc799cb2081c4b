import type { Logger } from "@naru/runtime";

/** Tells an operator when something begins to fail that is tried again, and when it works again. */
export class Trouble {
  readonly #logger: Logger;
  readonly #what: string;
  #hasBegun = false;

  constructor(logger: Logger, what: string) {
    this.#logger = logger;
    this.#what = what;
  }

  /** One line for the first failure in a row. */
  failed(error: unknown): void {
    if (this.#hasBegun) return;
    this.#hasBegun = true;
    const reason = error instanceof Error ? error.message : String(error);
    this.#logger.warn(`${this.#what}: ${reason} It is tried again.`);
  }

  worked(): void {
    if (!this.#hasBegun) return;
    this.#hasBegun = false;
    this.#logger.warn(`${this.#what}: it works again.`);
  }
}
