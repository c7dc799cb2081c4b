import type { ConsumerGroupConfig } from "../coordinator/group/group-config.ts";
import { resolveBrokerConfig, type BrokerConfig } from "../metadata/config/broker-config.ts";
import type { BrokerConfigLayers, ConfigTexts } from "../metadata/config/config-layers.ts";
import { effectiveGroupConfig } from "../metadata/config/group-config.ts";
import { effectiveTopicConfig, type TopicConfig } from "../metadata/config/topic-config.ts";
import {
  configResourceTypes,
  type ConfigResource,
  type ConfigValues,
  type ConfigsImage,
} from "../metadata/configs-image.ts";

/**
 * The configuration that holds on this broker: what it was started with, under what the metadata
 * log says of it, of all brokers, and of each topic.
 */
export class ClusterConfigs {
  readonly #fixed: ConfigTexts;
  readonly #brokerName: string;
  #image: ConfigsImage;
  #layers: BrokerConfigLayers;
  #broker: BrokerConfig;
  /** By what is set on a group, which for most is the one empty map: every heartbeat asks. */
  #consumerGroups = new WeakMap<ConfigValues, ConsumerGroupConfig>();

  constructor(options: { fixed: ConfigTexts; nodeId: number; image: ConfigsImage }) {
    this.#fixed = options.fixed;
    this.#brokerName = String(options.nodeId);
    this.#image = options.image;
    this.#layers = this.#layersOf(options.image);
    this.#broker = resolveBrokerConfig(this.#layers);
  }

  get layers(): BrokerConfigLayers {
    return this.#layers;
  }

  get broker(): BrokerConfig {
    return this.#broker;
  }

  take(image: ConfigsImage): void {
    if (image === this.#image) return;
    this.#image = image;
    this.#layers = this.#layersOf(image);
    this.#broker = resolveBrokerConfig(this.#layers);
    this.#consumerGroups = new WeakMap();
  }

  overridesOf(topic: string): ConfigTexts {
    return textsOf(this.#image, configResourceTypes.TOPIC, topic);
  }

  topic(name: string): TopicConfig {
    return effectiveTopicConfig(this.overridesOf(name), this.#layers);
  }

  /** What the members of a consumer group are given. */
  consumerGroup(groupId: string): ConsumerGroupConfig {
    const values = this.#image.of(configResourceTypes.GROUP, groupId);
    let found = this.#consumerGroups.get(values);
    if (found === undefined) {
      const config = effectiveGroupConfig(new Map(values.entries()), this.#layers);
      found = {
        sessionTimeoutMs: config.consumerSessionTimeoutMs,
        heartbeatIntervalMs: config.consumerHeartbeatIntervalMs,
        assignmentIntervalMs: config.consumerAssignmentIntervalMs,
      };
      this.#consumerGroups.set(values, found);
    }
    return found;
  }

  /**
   * Whose logs are to be told of a change: "all" when it is a broker's, as topics fall back on it.
   */
  topicsTouchedBy(changed: readonly ConfigResource[]): readonly string[] | "all" {
    if (changed.some((resource) => this.#isOurs(resource))) return "all";
    return changed.filter(({ type }) => type === configResourceTypes.TOPIC).map(({ name }) => name);
  }

  #isOurs({ type, name }: ConfigResource): boolean {
    return type === configResourceTypes.BROKER && (name === "" || name === this.#brokerName);
  }

  #layersOf(image: ConfigsImage): BrokerConfigLayers {
    return {
      fixed: this.#fixed,
      clusterDefault: textsOf(image, configResourceTypes.BROKER, ""),
      broker: textsOf(image, configResourceTypes.BROKER, this.#brokerName),
    };
  }
}

function textsOf(image: ConfigsImage, type: number, name: string): ConfigTexts {
  return new Map(image.of(type, name).entries());
}
