import { errorByCode } from "@naru/protocol";

import type { ApiBroker } from "./api-broker.ts";
import type { RequestContext } from "./api.ts";
import { isInternalTopic } from "./record-broker.ts";

/** Topics that are being created; a client that asks for more must ask again. */
const UNDER_WAY_MAX = 1_000;
const TIMEOUT_MS = 30_000;

/**
 * Creates topics that a client asked about (`auto.create.topics.enable`).
 *
 * The client is not made to wait: it learns that the topic is unknown, and asks again, as it would
 * with Apache Kafka. While a topic is being created it is not asked for a second time.
 */
export class AutoTopicCreation {
  readonly #broker: ApiBroker;
  readonly #underWay = new Set<string>();

  constructor(broker: ApiBroker) {
    this.#broker = broker;
  }

  /** Begins, where the configuration allows it. */
  begin(name: string, context: RequestContext): void {
    const { autoCreateTopicsEnable } = this.#broker.config();
    // The internal topics have configurations of their own: their coordinators create them.
    if (!autoCreateTopicsEnable || isInternalTopic(name)) return;
    if (this.#underWay.has(name) || this.#underWay.size >= UNDER_WAY_MAX) return;
    this.#underWay.add(name);
    this.#ask(name, context).then(
      () => this.#underWay.delete(name),
      (error: unknown) => {
        this.#underWay.delete(name);
        this.#broker.logger.warn(
          `Topic ${name} could not be created automatically: ${String(error)}`,
        );
      },
    );
  }

  async #ask(name: string, { principal }: RequestContext): Promise<void> {
    const { numPartitions, defaultReplicationFactor } = this.#broker.config();
    const response = await this.#broker.controller.createTopics(
      {
        topics: [
          {
            name,
            numPartitions,
            replicationFactor: defaultReplicationFactor,
            assignments: [],
            configs: [],
          },
        ],
        timeoutMs: TIMEOUT_MS,
        validateOnly: false,
      },
      { principal },
    );
    const { errorCode = 0, errorMessage = null } = response.topics[0] ?? {};
    const error = errorByCode(errorCode);
    if (error === "NONE" || error === "TOPIC_ALREADY_EXISTS") return;
    this.#broker.logger.warn(
      `Topic ${name} could not be created automatically: ${error}${errorMessage === null ? "" : `: ${errorMessage}`}`,
    );
  }
}
