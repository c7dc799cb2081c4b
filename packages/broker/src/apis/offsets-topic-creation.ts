import { errorByCode } from "@naru/protocol";
import { OFFSETS_TOPIC } from "../metadata/internal-topics.ts";
import type { ApiBroker } from "./api-broker.ts";
import type { RequestContext } from "./api.ts";

const TIMEOUT_MS = 30_000;
/** `offsets.topic.compression.codec` is a number; a topic's configuration has a name. */
const PRODUCER = "producer";

/** Makes `__consumer_offsets` for the first group, with the configuration that Kafka gives it. */
export class OffsetsTopicCreation {
  readonly #broker: ApiBroker;
  #underWay: Promise<void> | undefined;

  constructor(broker: ApiBroker) {
    this.#broker = broker;
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
      name: OFFSETS_TOPIC,
      numPartitions: config.offsetsTopicNumPartitions,
      replicationFactor: config.offsetsTopicReplicationFactor,
      assignments: [],
      configs: [
        { name: "compression.type", value: PRODUCER },
        { name: "cleanup.policy", value: "compact" },
        { name: "segment.bytes", value: String(config.offsetsTopicSegmentBytes) },
      ],
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
    this.#broker.logger.error(
      `${OFFSETS_TOPIC} could not be created: ${why} Clients cannot use groups until it is; ` +
        `they are told COORDINATOR_NOT_AVAILABLE and ask again.`,
    );
  }
}
