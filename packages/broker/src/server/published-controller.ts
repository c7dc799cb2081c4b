import type { ControllerChannel } from "../controller/controller-channel.ts";
import type { MetadataPublisher } from "./metadata-publisher.ts";

/**
 * The controller as this broker's clients reach it: an answer that says something was made comes
 * when this broker serves it, so that who creates a topic may write to it at once.
 */
export function publishedController(
  controller: ControllerChannel,
  publisher: MetadataPublisher,
): ControllerChannel {
  const published = async <Response>(answer: Promise<Response>): Promise<Response> => {
    const response = await answer;
    await publisher.whenPublished(controller.image.offset);
    return response;
  };
  return {
    registerBroker: (request) => controller.registerBroker(request),
    heartbeat: (request) => controller.heartbeat(request),
    unregisterBroker: (request) => published(controller.unregisterBroker(request)),
    allocateProducerIds: (request) => controller.allocateProducerIds(request),
    alterPartition: (request) => controller.alterPartition(request),
    createTopics: (request, origin) => published(controller.createTopics(request, origin)),
    deleteTopics: (request, origin) => published(controller.deleteTopics(request, origin)),
    createPartitions: (request, origin) => published(controller.createPartitions(request, origin)),
    alterConfigs: (request, origin) => published(controller.alterConfigs(request, origin)),
    incrementalAlterConfigs: (request, origin) =>
      published(controller.incrementalAlterConfigs(request, origin)),
    updateFeatures: (request, origin) => published(controller.updateFeatures(request, origin)),
    describeQuorum: (request) => controller.describeQuorum(request),
    listPartitionReassignments: (request) => controller.listPartitionReassignments(request),
    subscribe: (listener) => controller.subscribe(listener),
    get image() {
      return controller.image;
    },
  };
}
