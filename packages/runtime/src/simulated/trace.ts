/**
 * A running hash of everything that happens in a simulation, in order. Two runs of one seed must
 * end with the same one; where they do not, something reached past the runtime.
 */
export class Trace {
  #low = 0x811c_9dc5;
  #high = 0x1234_5678;
  #count = 0;
  readonly #onEvent: ((event: string) => void) | undefined;

  /** `onEvent` sees each event: to find the first one that differs between two runs. */
  constructor(onEvent?: (event: string) => void) {
    this.#onEvent = onEvent;
  }

  /** How many events there were. */
  get count(): number {
    return this.#count;
  }

  note(event: string): void {
    this.#count += 1;
    for (let at = 0; at < event.length; at += 1) {
      const code = event.charCodeAt(at);
      this.#low = Math.imul(this.#low ^ code, 0x0100_0193);
      this.#high = Math.imul(this.#high ^ code, 0x85eb_ca6b) + at;
    }
    this.#high ^= this.#low >>> 15;
    this.#onEvent?.(event);
  }

  /** The same for the same events in the same order. */
  hash(): string {
    const word = (value: number) => (value >>> 0).toString(16).padStart(8, "0");
    return word(this.#high) + word(this.#low);
  }
}

/** A short fingerprint of bytes, for an event's text. */
export function fingerprint(chunks: readonly Uint8Array[]): string {
  let hash = 0x811c_9dc5;
  for (const chunk of chunks) {
    for (const byte of chunk) hash = Math.imul(hash ^ byte, 0x0100_0193);
  }
  return (hash >>> 0).toString(16);
}
