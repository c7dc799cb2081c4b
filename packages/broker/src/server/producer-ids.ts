import { errorByCode, type ErrorName } from "@naru/protocol";
import type { ControllerChannel } from "../controller/controller-channel.ts";

/** Ask for the next block when this share of the present one is used up; Kafka's constant. */
const PREFETCH_AT = 0.9;

interface Block {
  readonly first: number;
  readonly length: number;
}

/**
 * Hands out producer ids from the blocks of 1000 that the controller gives this broker. Ids of a
 * block that was not used up before a restart are never given again.
 */
export class ProducerIds {
  readonly #controller: Pick<ControllerChannel, "allocateProducerIds">;
  readonly #identity: () => { readonly brokerId: number; readonly brokerEpoch: number };
  #block: Block = { first: 0, length: 0 };
  #used = 0;
  /** The block after the present one: on its way, or there. */
  #next: Promise<ErrorName | undefined> | undefined;
  #ready: Block | undefined;

  constructor(
    controller: Pick<ControllerChannel, "allocateProducerIds">,
    identity: () => { readonly brokerId: number; readonly brokerEpoch: number },
  ) {
    this.#controller = controller;
    this.#identity = identity;
  }

  async next(): Promise<number | ErrorName> {
    for (;;) {
      const producerId = this.take();
      if (producerId !== undefined) return producerId;
      const error = await this.#request();
      if (error !== undefined) return error;
    }
  }

  /** The next id, for those that cannot wait; undefined when there is none at hand. */
  take(): number | undefined {
    if (this.#used >= this.#block.length && !this.#takeOver()) return undefined;
    const producerId = this.#block.first + this.#used;
    this.#used += 1;
    if (this.#used >= this.#block.length * PREFETCH_AT) void this.#request();
    return producerId;
  }

  /** Resolves when `take` has an id, or there is none to be had. */
  async atHand(): Promise<void> {
    if (this.#used >= this.#block.length) await this.#request();
  }

  #takeOver(): boolean {
    if (this.#ready === undefined) return false;
    this.#block = this.#ready;
    this.#used = 0;
    this.#ready = undefined;
    this.#next = undefined;
    return true;
  }

  #request(): Promise<ErrorName | undefined> {
    this.#next ??= this.#allocate().then((block) => {
      if (typeof block !== "string") {
        this.#ready = block;
        return undefined;
      }
      this.#next = undefined;
      return block;
    });
    return this.#next;
  }

  async #allocate(): Promise<Block | ErrorName> {
    try {
      const response = await this.#controller.allocateProducerIds(this.#identity());
      if (errorByCode(response.errorCode) === "NONE") {
        return { first: response.producerIdStart, length: response.producerIdLen };
      }
    } catch {
      // Said below.
    }
    // No block to be had now, whatever the reason: the client comes back, as it does for Kafka's
    // broker.
    return "COORDINATOR_LOAD_IN_PROGRESS";
  }
}
