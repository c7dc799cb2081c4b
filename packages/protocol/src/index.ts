export { requestHeaderVersion, responseHeaderVersion } from "./api-definition.ts";
export type { ApiDefinition } from "./api-definition.ts";
export { DecodeError } from "./decode-error.ts";
export { EMPTY_BYTES } from "./empty-bytes.ts";
export { apiByKey, apis, removedApis } from "./generated/apis.ts";
export type { ApiKey, ApiName } from "./generated/apis.ts";
export { peekMetadataRecord } from "./metadata-record-frame.ts";
export {
  ELEMENTS_MAX,
  INT64_MAX_SENTINEL,
  Reader,
  STRING_BYTES_MAX,
  TAGGED_FIELDS_MAX,
} from "./reader.ts";
export type { ReaderOptions } from "./reader.ts";
export type { UnknownTaggedField } from "./tagged-fields.ts";
export { isUuid, ONE_UUID, randomUuid, uuidFromBytes, uuidToBytes, ZERO_UUID } from "./uuid.ts";
export { REFERENCE_BYTES, Writer } from "./writer.ts";
export type { RecordsDraft } from "./writer.ts";
export * from "./compression/index.ts";
export { crc32c, crc32cImplementation } from "./crc32c.ts";
export * from "./records/index.ts";
export * from "./error-classes.ts";
export { errorsPage } from "./errors-page.ts";
export * from "./errors.ts";
export { coordinatorPartition, javaStringHash, murmur2, partitionForKey } from "./javahash.ts";
