import { ProtocolError } from "@naru/protocol";
import type { Cluster } from "../cluster/cluster.ts";
import type { TopicView } from "../cluster/cluster-view.ts";

/** A topic as a producer needs it. */
export interface ProducerTopic {
  readonly view: TopicView;
  /** Partitions with a leader; all of them when none has one. */
  readonly candidates: readonly number[];
  /** When this was learned, on the monotonic clock. */
  readonly learnedMs: number;
}

/** What a producer knows of the topics that it writes to. */
export class ProducerMetadata {
  readonly #cluster: Cluster;
  readonly #topics = new Map<string, ProducerTopic>();
  readonly #errors = new Map<string, Error>();
  #refreshing: Promise<void> | undefined;

  constructor(cluster: Cluster) {
    this.#cluster = cluster;
  }

  topic(name: string): ProducerTopic | undefined {
    return this.#topics.get(name);
  }

  /** Why a topic that was asked for is not known. */
  errorOf(name: string): Error | undefined {
    return this.#errors.get(name);
  }

  /** undefined while no broker leads the partition. */
  leaderOf(name: string, partition: number): number | undefined {
    const leaderId = this.#topics.get(name)?.view.partitions[partition]?.leaderId ?? -1;
    return leaderId < 0 ? undefined : leaderId;
  }

  /** Asks for a topic, which the broker may create, until it exists or `timeoutMs` have passed. */
  async learn(name: string, timeoutMs: number): Promise<void> {
    const attempt = async (): Promise<void> => {
      const view = await this.#cluster.refresh([name], { allowAutoTopicCreation: true });
      const topic = view.topics.get(name);
      const said = topic?.error ?? "NONE";
      const isEmpty = said === "NONE" && (topic?.partitions.length ?? 0) === 0;
      const error = isEmpty ? "LEADER_NOT_AVAILABLE" : said;
      if (topic === undefined || error !== "NONE") {
        const failure = new ProtocolError(error, `topic ${name}: the broker answered ${error}.`);
        this.#errors.set(name, failure);
        throw failure;
      }
      this.#keep(topic);
    };
    await this.#cluster.withRetries(`topic ${name}`, attempt, { timeoutMs });
  }

  /** Asks anew for all topics. What fails is asked again by whoever needs it. */
  refresh(): Promise<void> {
    this.#refreshing ??= this.#refresh().finally(() => {
      this.#refreshing = undefined;
    });
    return this.#refreshing;
  }

  async #refresh(): Promise<void> {
    try {
      const view = await this.#cluster.refresh([...this.#topics.keys()]);
      for (const topic of view.topics.values()) {
        if (topic.error === "NONE" && topic.partitions.length > 0) this.#keep(topic);
      }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#cluster.logger.debug(`producer: metadata was not refreshed: ${reason}`);
    }
  }

  #keep(view: TopicView): void {
    this.#errors.delete(view.name);
    const led = view.partitions.filter(({ leaderId }) => leaderId >= 0);
    this.#topics.set(view.name, {
      view,
      candidates: (led.length > 0 ? led : view.partitions).map(({ index }) => index),
      learnedMs: this.#cluster.runtime.clock.monotonicMs(),
    });
  }
}
