/** The metadata log says what cannot be: the start stops here rather than guess. */
export class CorruptMetadataError extends Error {
  override readonly name = "CorruptMetadataError";
  readonly code = "CORRUPT_METADATA";
  readonly retriable = false;

  constructor(finding: string, options?: { cause?: unknown }) {
    super(`__cluster_metadata-0: ${finding}`, options);
  }
}
