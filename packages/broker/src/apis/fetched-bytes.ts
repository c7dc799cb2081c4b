/** How many bytes the records field of a Fetch response holds. */
export function bytesOf(records: Uint8Array | readonly Uint8Array[] | null | undefined): number {
  if (records === null || records === undefined) return 0;
  if (records instanceof Uint8Array) return records.length;
  let bytes = 0;
  for (const chunk of records) bytes += chunk.length;
  return bytes;
}
