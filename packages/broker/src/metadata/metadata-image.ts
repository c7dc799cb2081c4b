import type { BrokersImage } from "./brokers-image.ts";
import { noBrokers } from "./brokers-image.ts";
import { ConfigsImage } from "./configs-image.ts";
import type { FeaturesImage } from "./features-image.ts";
import { noFeatures } from "./features-image.ts";
import type { KeptRecords } from "./kept-records.ts";
import { nothingKept } from "./kept-records.ts";
import { TopicsImage } from "./topics-image.ts";

/**
 * All that the cluster has decided, as it was after one offset of the metadata log. It never
 * changes: who holds one may read it for as long as it likes.
 */
export interface MetadataImage {
  /** Of the last record in it; -1 before the first. */
  readonly offset: number;
  /** The controller's epoch when that record was written. */
  readonly epoch: number;
  readonly features: FeaturesImage;
  readonly brokers: BrokersImage;
  readonly topics: TopicsImage;
  readonly configs: ConfigsImage;
  /** The first producer id that no broker has been given. */
  readonly nextProducerId: number;
  readonly kept: KeptRecords;
}

export const emptyImage: MetadataImage = {
  offset: -1,
  epoch: 0,
  features: noFeatures,
  brokers: noBrokers,
  topics: TopicsImage.none,
  configs: ConfigsImage.none,
  nextProducerId: 0,
  kept: nothingKept,
};
