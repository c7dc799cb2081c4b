import { brokerRecords } from "./brokers-image.ts";
import { configRecords } from "./configs-image.ts";
import { featureRecords } from "./features-image.ts";
import { tagsOf } from "./kept-records.ts";
import type { MetadataImage } from "./metadata-image.ts";
import type { MetadataRecordDraft } from "./metadata-record.ts";
import { draftRecord } from "./metadata-record.ts";
import { topicRecords } from "./topics-image.ts";

/**
 * The records that make an image from nothing, in the order in which Kafka writes them into a
 * snapshot: features (metadata.version first), brokers and controllers, topics with their
 * partitions, configurations, client quotas, producer ids, ACLs, SCRAM credentials, tokens.
 */
export function* recordsOf(image: MetadataImage): Generator<MetadataRecordDraft> {
  const { kept } = image;
  yield* featureRecords(image.features, kept);
  yield* brokerRecords(image.brokers, image.features.metadataVersion);
  yield* kept.controllers.values();
  yield* topicRecords(image.topics);
  yield* configRecords(image.configs, kept);
  yield* kept.clientQuotas.values();
  if (image.nextProducerId > 0) {
    // Who was given the last block no longer matters.
    yield draftRecord("ProducerIdsRecord", 0, {
      brokerId: -1,
      brokerEpoch: -1,
      nextProducerId: image.nextProducerId,
      unknownTaggedFields: tagsOf(kept, { of: "producer ids" }),
    });
  }
  yield* kept.acls.values();
  yield* kept.scramCredentials.values();
  yield* kept.delegationTokens.values();
}
