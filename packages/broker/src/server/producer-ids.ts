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
  #next: Promise<Block | ErrorName> | undefined;

  constructor(
    controller: Pick<ControllerChannel, "allocateProducerIds">,
    identity: () => { readonly brokerId: number; readonly brokerEpoch: number },
  ) {
    this.#controller = controller;
    this.#identity = identity;
  }

  async next(): Promise<number | ErrorName> {
    while (this.#used >= this.#block.length) {
      const block = await this.#request();
      if (typeof block === "string") return block;
      // Of all who waited for the block, the first takes it over; the others find ids in it.
      if (block !== this.#block && block.first >= this.#block.first + this.#block.length) {
        this.#block = block;
        this.#used = 0;
        this.#next = undefined;
      }
    }
    const producerId = this.#block.first + this.#used;
    this.#used += 1;
    if (this.#used >= this.#block.length * PREFETCH_AT) void this.#request();
    return producerId;
  }

  #request(): Promise<Block | ErrorName> {
    if (this.#next === undefined) {
      const next = this.#allocate();
      this.#next = next;
      void next.then((block) => {
        if (typeof block === "string") this.#next = undefined;
      });
    }
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
