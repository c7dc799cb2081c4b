import type {
  MetadataRecord,
  MetadataRecordDraft,
  MetadataRecordType,
} from "@naru/protocol/messages/metadata-records";

export type { MetadataRecord, MetadataRecordDraft, MetadataRecordType };

/** A record of one type, as it was read. */
export type MetadataRecordOf<Type extends MetadataRecordType> = Extract<
  MetadataRecord,
  { readonly type: Type }
>;

/** What a record of one type says when it is to be written. */
export type DraftOf<Type extends MetadataRecordType> = Extract<
  MetadataRecordDraft,
  { readonly type: Type }
>["record"];

/** A record to be written. */
export function draftRecord<Type extends MetadataRecordType>(
  type: Type,
  version: number,
  record: DraftOf<Type>,
): MetadataRecordDraft {
  // The type and its record belong together; TypeScript cannot tie them in one literal.
  return { type, version, record } as MetadataRecordDraft;
}
