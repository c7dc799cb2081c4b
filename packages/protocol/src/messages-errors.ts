/** What an encoder throws when a message cannot be said in the version that was asked for. */
export function unsupportedField(message: string, field: string, version: number): TypeError {
  return new TypeError(
    `${message} v${version}: ${field}: it is set, but this version does not have it.`,
  );
}

/** What an encoder throws for a null where the version takes none. */
export function nullField(message: string, field: string, version: number): TypeError {
  return new TypeError(`${message} v${version}: ${field}: found null, expected a value.`);
}

/** Refuses a version that the message does not have. */
export function checkVersion(message: string, version: number, low: number, high: number): void {
  if (version >= low && version <= high && Number.isInteger(version)) return;
  throw new TypeError(`${message}: found version ${version}, expected ${low} to ${high}.`);
}
