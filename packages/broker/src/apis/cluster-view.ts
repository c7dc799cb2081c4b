import type { BrokerEndpoint, BrokerImage } from "../metadata/brokers-image.ts";
import type { MetadataImage } from "../metadata/metadata-image.ts";
import type { PartitionImage } from "../metadata/partition-image.ts";

/**
 * The cluster as clients of one listener see it: brokers that are not fenced and have that
 * listener.
 */
export class ClusterView {
  readonly image: MetadataImage;
  readonly #listenerName: string;

  constructor(image: MetadataImage, listenerName: string) {
    this.image = image;
    this.#listenerName = listenerName;
  }

  /** Brokers with their address on this listener. */
  brokers({ withFenced }: { withFenced: boolean }): {
    broker: BrokerImage;
    endpoint: BrokerEndpoint;
  }[] {
    const found: { broker: BrokerImage; endpoint: BrokerEndpoint }[] = [];
    for (const broker of this.image.brokers.values()) {
      const endpoint = this.#endpointOf(broker);
      if (endpoint !== undefined && (withFenced || !broker.fenced))
        found.push({ broker, endpoint });
    }
    return found;
  }

  isRegistered(id: number): boolean {
    return this.image.brokers.get(id) !== undefined;
  }

  /** May a client talk to this broker? */
  isReachable(id: number): boolean {
    const broker = this.image.brokers.get(id);
    return broker !== undefined && !broker.fenced && this.#endpointOf(broker) !== undefined;
  }

  offlineReplicas(partition: PartitionImage): number[] {
    return partition.replicas.filter((id) => !this.isReachable(id));
  }

  /**
   * A broker that clients may send what is for the controller to: any, since brokers hand it on.
   * This one where it may, so that one connection does. -1: there is none.
   */
  controllerFor(nodeId: number): number {
    if (this.isReachable(nodeId)) return nodeId;
    return this.brokers({ withFenced: false })[0]?.broker.id ?? -1;
  }

  #endpointOf(broker: BrokerImage): BrokerEndpoint | undefined {
    return broker.endpoints.find((endpoint) => endpoint.name === this.#listenerName);
  }
}
