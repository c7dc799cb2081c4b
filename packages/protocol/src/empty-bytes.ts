/** No bytes: the default of fields of bytes. */
export const EMPTY_BYTES = new Uint8Array(0);
