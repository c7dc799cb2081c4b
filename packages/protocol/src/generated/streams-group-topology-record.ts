// Generated from schema/group/streams-group-topology-record.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import { readInt16Array, readStringArray } from "../reader-arrays.ts";
import { NO_UNKNOWN_TAGS, writeUnknownTags } from "../tagged-fields.ts";
import type { UnknownTaggedField } from "../tagged-fields.ts";
import type { Writer } from "../writer.ts";

/** The topology of a streams group. Record type 23, version 0. */
export interface StreamsGroupTopologyKey {
  groupId: string;
}

/** What `encodeStreamsGroupTopologyKey` takes. */
export interface StreamsGroupTopologyKeyDraft {
  groupId: string;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeStreamsGroupTopologyKey(
  writer: Writer,
  draft: StreamsGroupTopologyKeyDraft,
  version: number,
): void {
  checkVersion("StreamsGroupTopologyKey", version, 0, 0);
  writer.string(draft.groupId, false);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeStreamsGroupTopologyKey(
  reader: Reader,
  version: number,
): StreamsGroupTopologyKey {
  reader.begin("StreamsGroupTopologyKey", version, 0, 0);
  const groupId = reader.string("groupId", false);
  return { groupId };
}

/** Record type 23, version 0. */
export interface StreamsGroupTopologyValue {
  epoch: number;
  subtopologies: StreamsGroupTopologyValueSubtopology[];
  unknownTaggedFields: readonly UnknownTaggedField[];
}

export interface StreamsGroupTopologyValueSubtopology {
  subtopologyId: string;
  sourceTopics: string[];
  sourceTopicRegex: string[];
  stateChangelogTopics: StreamsGroupTopologyValueTopicInfo[];
  repartitionSinkTopics: string[];
  repartitionSourceTopics: StreamsGroupTopologyValueTopicInfo[];
  copartitionGroups: StreamsGroupTopologyValueCopartitionGroup[];
  unknownTaggedFields: readonly UnknownTaggedField[];
}

export interface StreamsGroupTopologyValueCopartitionGroup {
  sourceTopics: number[];
  sourceTopicRegex: number[];
  repartitionSourceTopics: number[];
  unknownTaggedFields: readonly UnknownTaggedField[];
}

export interface StreamsGroupTopologyValueTopicConfig {
  key: string;
  value: string;
  unknownTaggedFields: readonly UnknownTaggedField[];
}

export interface StreamsGroupTopologyValueTopicInfo {
  name: string;
  partitions: number;
  replicationFactor: number;
  topicConfigs: StreamsGroupTopologyValueTopicConfig[];
  unknownTaggedFields: readonly UnknownTaggedField[];
}

/** What `encodeStreamsGroupTopologyValue` takes. */
export interface StreamsGroupTopologyValueDraft {
  epoch: number;
  subtopologies: readonly StreamsGroupTopologyValueSubtopologyDraft[];
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** What `encodeStreamsGroupTopologyValue` takes, in part. */
export interface StreamsGroupTopologyValueSubtopologyDraft {
  subtopologyId: string;
  sourceTopics: readonly string[];
  sourceTopicRegex: readonly string[];
  stateChangelogTopics: readonly StreamsGroupTopologyValueTopicInfoDraft[];
  repartitionSinkTopics: readonly string[];
  repartitionSourceTopics: readonly StreamsGroupTopologyValueTopicInfoDraft[];
  copartitionGroups: readonly StreamsGroupTopologyValueCopartitionGroupDraft[];
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** What `encodeStreamsGroupTopologyValue` takes, in part. */
export interface StreamsGroupTopologyValueCopartitionGroupDraft {
  sourceTopics: readonly number[];
  sourceTopicRegex: readonly number[];
  repartitionSourceTopics: readonly number[];
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** What `encodeStreamsGroupTopologyValue` takes, in part. */
export interface StreamsGroupTopologyValueTopicConfigDraft {
  key: string;
  value: string;
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** What `encodeStreamsGroupTopologyValue` takes, in part. */
export interface StreamsGroupTopologyValueTopicInfoDraft {
  name: string;
  partitions: number;
  replicationFactor: number;
  topicConfigs: readonly StreamsGroupTopologyValueTopicConfigDraft[];
  unknownTaggedFields?: readonly UnknownTaggedField[] | undefined;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeStreamsGroupTopologyValue(
  writer: Writer,
  draft: StreamsGroupTopologyValueDraft,
  version: number,
): void {
  checkVersion("StreamsGroupTopologyValue", version, 0, 0);
  writer.int32(draft.epoch);
  const subtopologies = draft.subtopologies;
  writer.count(subtopologies.length, true);
  for (const element of subtopologies)
    encodeStreamsGroupTopologyValueSubtopology(writer, element, version);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeStreamsGroupTopologyValue(
  reader: Reader,
  version: number,
): StreamsGroupTopologyValue {
  reader.begin("StreamsGroupTopologyValue", version, 0, 0);
  const epoch = reader.int32("epoch");
  const subtopologies: StreamsGroupTopologyValueSubtopology[] =
    decodeStreamsGroupTopologyValueSubtopologyArray(
      reader,
      version,
      reader.count("subtopologies", true, 8),
    );
  const unknownTaggedFields = reader.keepTags();
  return { epoch, subtopologies, unknownTaggedFields };
}

function encodeStreamsGroupTopologyValueSubtopology(
  writer: Writer,
  draft: StreamsGroupTopologyValueSubtopologyDraft,
  version: number,
): void {
  writer.string(draft.subtopologyId, true);
  const sourceTopics = draft.sourceTopics;
  writer.count(sourceTopics.length, true);
  for (const element of sourceTopics) writer.string(element, true);
  const sourceTopicRegex = draft.sourceTopicRegex;
  writer.count(sourceTopicRegex.length, true);
  for (const element of sourceTopicRegex) writer.string(element, true);
  const stateChangelogTopics = draft.stateChangelogTopics;
  writer.count(stateChangelogTopics.length, true);
  for (const element of stateChangelogTopics)
    encodeStreamsGroupTopologyValueTopicInfo(writer, element, version);
  const repartitionSinkTopics = draft.repartitionSinkTopics;
  writer.count(repartitionSinkTopics.length, true);
  for (const element of repartitionSinkTopics) writer.string(element, true);
  const repartitionSourceTopics = draft.repartitionSourceTopics;
  writer.count(repartitionSourceTopics.length, true);
  for (const element of repartitionSourceTopics)
    encodeStreamsGroupTopologyValueTopicInfo(writer, element, version);
  const copartitionGroups = draft.copartitionGroups;
  writer.count(copartitionGroups.length, true);
  for (const element of copartitionGroups)
    encodeStreamsGroupTopologyValueCopartitionGroup(writer, element, version);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

function decodeStreamsGroupTopologyValueSubtopology(
  reader: Reader,
  version: number,
): StreamsGroupTopologyValueSubtopology {
  const subtopologyId = reader.string("Subtopology.subtopologyId", true);
  const sourceTopics: string[] = readStringArray(
    reader,
    "Subtopology.sourceTopics",
    reader.count("Subtopology.sourceTopics", true, 1),
    true,
  );
  const sourceTopicRegex: string[] = readStringArray(
    reader,
    "Subtopology.sourceTopicRegex",
    reader.count("Subtopology.sourceTopicRegex", true, 1),
    true,
  );
  const stateChangelogTopics: StreamsGroupTopologyValueTopicInfo[] =
    decodeStreamsGroupTopologyValueTopicInfoArray(
      reader,
      version,
      reader.count("Subtopology.stateChangelogTopics", true, 9),
    );
  const repartitionSinkTopics: string[] = readStringArray(
    reader,
    "Subtopology.repartitionSinkTopics",
    reader.count("Subtopology.repartitionSinkTopics", true, 1),
    true,
  );
  const repartitionSourceTopics: StreamsGroupTopologyValueTopicInfo[] =
    decodeStreamsGroupTopologyValueTopicInfoArray(
      reader,
      version,
      reader.count("Subtopology.repartitionSourceTopics", true, 9),
    );
  const copartitionGroups: StreamsGroupTopologyValueCopartitionGroup[] =
    decodeStreamsGroupTopologyValueCopartitionGroupArray(
      reader,
      version,
      reader.count("Subtopology.copartitionGroups", true, 4),
    );
  const unknownTaggedFields = reader.keepTags();
  return {
    subtopologyId,
    sourceTopics,
    sourceTopicRegex,
    stateChangelogTopics,
    repartitionSinkTopics,
    repartitionSourceTopics,
    copartitionGroups,
    unknownTaggedFields,
  };
}

function encodeStreamsGroupTopologyValueCopartitionGroup(
  writer: Writer,
  draft: StreamsGroupTopologyValueCopartitionGroupDraft,
  _version: number,
): void {
  const sourceTopics = draft.sourceTopics;
  writer.count(sourceTopics.length, true);
  for (const element of sourceTopics) writer.int16(element);
  const sourceTopicRegex = draft.sourceTopicRegex;
  writer.count(sourceTopicRegex.length, true);
  for (const element of sourceTopicRegex) writer.int16(element);
  const repartitionSourceTopics = draft.repartitionSourceTopics;
  writer.count(repartitionSourceTopics.length, true);
  for (const element of repartitionSourceTopics) writer.int16(element);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

function decodeStreamsGroupTopologyValueCopartitionGroup(
  reader: Reader,
  _version: number,
): StreamsGroupTopologyValueCopartitionGroup {
  const sourceTopics: number[] = readInt16Array(
    reader,
    "CopartitionGroup.sourceTopics",
    reader.count("CopartitionGroup.sourceTopics", true, 2),
  );
  const sourceTopicRegex: number[] = readInt16Array(
    reader,
    "CopartitionGroup.sourceTopicRegex",
    reader.count("CopartitionGroup.sourceTopicRegex", true, 2),
  );
  const repartitionSourceTopics: number[] = readInt16Array(
    reader,
    "CopartitionGroup.repartitionSourceTopics",
    reader.count("CopartitionGroup.repartitionSourceTopics", true, 2),
  );
  const unknownTaggedFields = reader.keepTags();
  return { sourceTopics, sourceTopicRegex, repartitionSourceTopics, unknownTaggedFields };
}

function encodeStreamsGroupTopologyValueTopicConfig(
  writer: Writer,
  draft: StreamsGroupTopologyValueTopicConfigDraft,
  _version: number,
): void {
  writer.string(draft.key, true);
  writer.string(draft.value, true);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

function decodeStreamsGroupTopologyValueTopicConfig(
  reader: Reader,
  _version: number,
): StreamsGroupTopologyValueTopicConfig {
  const key = reader.string("TopicConfig.key", true);
  const value = reader.string("TopicConfig.value", true);
  const unknownTaggedFields = reader.keepTags();
  return { key, value, unknownTaggedFields };
}

function encodeStreamsGroupTopologyValueTopicInfo(
  writer: Writer,
  draft: StreamsGroupTopologyValueTopicInfoDraft,
  version: number,
): void {
  writer.string(draft.name, true);
  writer.int32(draft.partitions);
  writer.int16(draft.replicationFactor);
  const topicConfigs = draft.topicConfigs;
  writer.count(topicConfigs.length, true);
  for (const element of topicConfigs)
    encodeStreamsGroupTopologyValueTopicConfig(writer, element, version);
  const unknown = draft.unknownTaggedFields ?? NO_UNKNOWN_TAGS;
  writer.uvarint(unknown.length);
  writeUnknownTags(writer, unknown, 0, Infinity);
}

function decodeStreamsGroupTopologyValueTopicInfo(
  reader: Reader,
  version: number,
): StreamsGroupTopologyValueTopicInfo {
  const name = reader.string("TopicInfo.name", true);
  const partitions = reader.int32("TopicInfo.partitions");
  const replicationFactor = reader.int16("TopicInfo.replicationFactor");
  const topicConfigs: StreamsGroupTopologyValueTopicConfig[] =
    decodeStreamsGroupTopologyValueTopicConfigArray(
      reader,
      version,
      reader.count("TopicInfo.topicConfigs", true, 3),
    );
  const unknownTaggedFields = reader.keepTags();
  return { name, partitions, replicationFactor, topicConfigs, unknownTaggedFields };
}

function decodeStreamsGroupTopologyValueSubtopologyArray(
  reader: Reader,
  version: number,
  count: number,
): StreamsGroupTopologyValueSubtopology[] {
  const elements: StreamsGroupTopologyValueSubtopology[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeStreamsGroupTopologyValueSubtopology(reader, version));
  return elements;
}

function decodeStreamsGroupTopologyValueCopartitionGroupArray(
  reader: Reader,
  version: number,
  count: number,
): StreamsGroupTopologyValueCopartitionGroup[] {
  const elements: StreamsGroupTopologyValueCopartitionGroup[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeStreamsGroupTopologyValueCopartitionGroup(reader, version));
  return elements;
}

function decodeStreamsGroupTopologyValueTopicConfigArray(
  reader: Reader,
  version: number,
  count: number,
): StreamsGroupTopologyValueTopicConfig[] {
  const elements: StreamsGroupTopologyValueTopicConfig[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeStreamsGroupTopologyValueTopicConfig(reader, version));
  return elements;
}

function decodeStreamsGroupTopologyValueTopicInfoArray(
  reader: Reader,
  version: number,
  count: number,
): StreamsGroupTopologyValueTopicInfo[] {
  const elements: StreamsGroupTopologyValueTopicInfo[] = [];
  for (let left = count; left > 0; left -= 1)
    elements.push(decodeStreamsGroupTopologyValueTopicInfo(reader, version));
  return elements;
}
