/** Bytes that are not what the protocol says: the peer or the file is at fault, not the caller. */
export class DecodeError extends Error {
  override readonly name = "DecodeError";
  readonly code = "DECODE_FAILED";
  readonly retriable = false;
}
