/**
 * Configurations as the metadata log has them: texts, as they were set, not judged again. What they
 * mean, and what holds where nothing is set, is the business of `config/`; a value that Naru does
 * not know or serve stays here untouched.
 */
import type { ConfigRecord } from "@naru/protocol/messages/config-record";
import type { KeptRecords } from "./kept-records.ts";
import { tagsOf } from "./kept-records.ts";
import type { MetadataRecordDraft } from "./metadata-record.ts";
import { draftRecord } from "./metadata-record.ts";
import { SortedMap } from "./sorted-map.ts";

/** Kafka's numbers for what a configuration belongs to. */
export const configResourceTypes = {
  TOPIC: 2,
  BROKER: 4,
  BROKER_LOGGER: 8,
  CLIENT_METRICS: 16,
  GROUP: 32,
} as const;

/** A broker resource with an empty name holds the defaults of the whole cluster. */
export interface ConfigResource {
  readonly type: number;
  readonly name: string;
}

export type ConfigValues = SortedMap<string, string>;

const noValues: ConfigValues = SortedMap.empty();

/** What was set on topics, brokers, groups and client metrics, beyond defaults and static files. */
export class ConfigsImage {
  static readonly none: ConfigsImage = new ConfigsImage(SortedMap.empty());

  readonly #byType: SortedMap<number, SortedMap<string, ConfigValues>>;

  private constructor(byType: SortedMap<number, SortedMap<string, ConfigValues>>) {
    this.#byType = byType;
  }

  /** An empty map when nothing is set. */
  of(type: number, name: string): ConfigValues {
    return this.#byType.get(type)?.get(name) ?? noValues;
  }

  /** The resources that have at least one value. */
  *resources(): Generator<ConfigResource> {
    for (const [type, byName] of this.#byType) {
      for (const name of byName.keys()) yield { type, name };
    }
  }

  /** With the values of one resource replaced; one without values is forgotten. */
  with({ type, name }: ConfigResource, values: ConfigValues): ConfigsImage {
    const before = this.#byType.get(type) ?? SortedMap.empty<string, ConfigValues>();
    const after = values.size === 0 ? before.delete(name) : before.set(name, values);
    return new ConfigsImage(
      after.size === 0 ? this.#byType.delete(type) : this.#byType.set(type, after),
    );
  }
}

export function replayConfig(configs: ConfigsImage, record: ConfigRecord): ConfigsImage {
  const { resourceType, resourceName, name, value } = record;
  const values = configs.of(resourceType, resourceName);
  return configs.with(
    { type: resourceType, name: resourceName },
    value === null ? values.delete(name) : values.set(name, value),
  );
}

export function* configRecords(
  configs: ConfigsImage,
  kept: KeptRecords,
): Generator<MetadataRecordDraft> {
  for (const resource of configs.resources()) {
    for (const [name, value] of configs.of(resource.type, resource.name)) {
      yield draftRecord("ConfigRecord", 0, {
        resourceType: resource.type,
        resourceName: resource.name,
        name,
        value,
        unknownTaggedFields: tagsOf(kept, { of: "config", ...resource, key: name }),
      });
    }
  }
}
