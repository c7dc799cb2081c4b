import { errorByCode } from "@naru/protocol";
import type { BrokerConfig } from "../metadata/config/broker-config.ts";
import type { ApiBroker } from "./api-broker.ts";
import type { RequestContext } from "./api.ts";

const TIMEOUT_MS = 30_000;

/** How a coordinator's topic is made when it is first needed. */
export interface CoordinatorTopic {
  readonly name: string;
  /** What clients cannot use until the topic is there. */
  readonly uses: string;
  numPartitions(config: BrokerConfig): number;
  replicationFactor(config: BrokerConfig): number;
  configs(config: BrokerConfig): Readonly<Record<string, string>>;
}

/** Makes a coordinator's topic for the first who asks, configured as Kafka does it. */
export class CoordinatorTopicCreation {
  readonly #broker: ApiBroker;
  readonly #topic: CoordinatorTopic;
  #underWay: Promise<void> | undefined;

  constructor(broker: ApiBroker, topic: CoordinatorTopic) {
    this.#broker = broker;
    this.#topic = topic;
  }

  /** Resolves when the topic is served, or could not be made; the log says why. */
  create(context: RequestContext): Promise<void> {
    this.#underWay ??= this.#ask(context)
      .catch((error: unknown) => this.#refused(String(error)))
      .finally(() => {
        this.#underWay = undefined;
      });
    return this.#underWay;
  }

  async #ask({ principal }: RequestContext): Promise<void> {
    const config = this.#broker.config();
    const topic = {
      name: this.#topic.name,
      numPartitions: this.#topic.numPartitions(config),
      replicationFactor: this.#topic.replicationFactor(config),
      assignments: [],
      configs: Object.entries(this.#topic.configs(config)).map(([name, value]) => ({
        name,
        value,
      })),
    };
    const request = { topics: [topic], timeoutMs: TIMEOUT_MS, validateOnly: false };
    const response = await this.#broker.controller.createTopics(request, { principal });
    const { errorCode = 0, errorMessage = null } = response.topics[0] ?? {};
    const error = errorByCode(errorCode);
    if (error !== "NONE" && error !== "TOPIC_ALREADY_EXISTS") {
      this.#refused(`${error}: ${errorMessage ?? ""}`);
    }
  }

  #refused(why: string): void {
    const { name, uses } = this.#topic;
    this.#broker.logger.error(
      `${name} could not be created: ${why} Clients cannot use ${uses} until it is; ` +
        `they are told COORDINATOR_NOT_AVAILABLE and ask again.`,
    );
  }
}
