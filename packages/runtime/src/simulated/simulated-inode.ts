import type { Random } from "../random.ts";
import { ChunkedBytes } from "./chunked-bytes.ts";

/** What a disk writes as a whole or not at all. */
const SECTOR_BYTES = 512;
/**
 * What a file system hands out: a file's last block may be there with zero bytes in place of data.
 */
const BLOCK_BYTES = 4096;

/** A change of a file that a crash may still take. */
type Change =
  | { readonly number: number; readonly kind: "write"; position: number; bytes: Uint8Array }
  | { readonly number: number; readonly kind: "truncate"; length: number };

/**
 * A file without its name: what programs see, and what a crash would leave.
 *
 *   content              what reads see
 *   durable + unsynced   the same, as what is on the disk and the changes since, in their order
 *
 * After a failed sync the unsynced changes are gone while `content` still shows them, and the next
 * sync succeeds: so it is on Linux, and why a sync is never tried again.
 */
export class SimulatedInode {
  readonly kind = "file";
  readonly content: ChunkedBytes;
  modifiedMs: number;
  /** Names lead here, so its bytes count against the capacity. */
  isLinked = true;
  /** undefined in a disk that never crashes. */
  readonly #durable: ChunkedBytes | undefined;
  #unsynced: Change[] = [];
  #changeCount = 0;

  constructor(options: { content?: ChunkedBytes; modifiedMs: number; isVolatile: boolean }) {
    this.content = options.content ?? new ChunkedBytes();
    this.modifiedMs = options.modifiedMs;
    this.#durable = options.isVolatile ? undefined : this.content.copy();
  }

  /** The number of the newest change: what a sync that starts now covers. */
  get changeCount(): number {
    return this.#changeCount;
  }

  write(position: number, bytes: Uint8Array): void {
    this.content.write(position, bytes);
    if (this.#durable === undefined) return;
    this.#changeCount += 1;
    // A copy, also of a Buffer (whose slice is a view): the caller may use its memory again.
    const copy = new Uint8Array(bytes);
    this.#unsynced.push({ number: this.#changeCount, kind: "write", position, bytes: copy });
  }

  truncate(length: number): void {
    this.content.truncate(length);
    if (this.#durable === undefined) return;
    this.#changeCount += 1;
    this.#unsynced.push({ number: this.#changeCount, kind: "truncate", length });
  }

  synced(upTo: number): void {
    for (const change of this.#take(upTo)) apply(this.#durable!, change);
  }

  syncFailed(upTo: number): void {
    this.#take(upTo);
  }

  /** What is left after a crash, by chance. */
  afterCrash(random: Random): ChunkedBytes {
    const image = (this.#durable ?? new ChunkedBytes()).copy();
    const changes = this.#unsynced;
    const outcome = random.integer(4);
    if (outcome === 0 || changes.length === 0) return image;
    if (outcome === 1) {
      for (const change of changes) apply(image, change);
    } else if (outcome === 2) {
      // In their order up to some change, of which a part arrived.
      const whole = random.integer(changes.length);
      for (const change of changes.slice(0, whole)) apply(image, change);
      tear(image, changes[whole]!, random);
    } else {
      for (const change of changes) {
        const fate = random.integer(3);
        if (fate === 1) apply(image, change);
        else if (fate === 2) tear(image, change, random);
      }
    }
    this.#lengthen(image, random);
    return image;
  }

  /** A file's length may be on the disk before its bytes are: then they read as zero. */
  #lengthen(image: ChunkedBytes, random: Random): void {
    const length = image.length;
    if (length >= this.content.length) return;
    const blockEnd = Math.ceil((length + 1) / BLOCK_BYTES) * BLOCK_BYTES;
    const fate = random.integer(4);
    if (fate === 0) image.truncate(Math.min(blockEnd, this.content.length));
    if (fate === 1) image.truncate(this.content.length);
  }

  #take(upTo: number): Change[] {
    const taken = this.#unsynced.filter((change) => change.number <= upTo);
    this.#unsynced = this.#unsynced.filter((change) => change.number > upTo);
    return taken;
  }
}

function apply(image: ChunkedBytes, change: Change): void {
  if (change.kind === "truncate") image.truncate(change.length);
  else image.write(change.position, change.bytes);
}

/** Any of the sectors that a write touches; of a truncation all or nothing. */
function tear(image: ChunkedBytes, change: Change, random: Random): void {
  if (change.kind === "truncate") {
    if (random.integer(2) === 0) image.truncate(change.length);
    return;
  }
  const { position, bytes } = change;
  for (let from = 0; from < bytes.byteLength;) {
    const toSectorEnd = SECTOR_BYTES - ((position + from) % SECTOR_BYTES);
    const sector = bytes.subarray(from, from + toSectorEnd);
    if (random.integer(2) === 0) image.write(position + from, sector);
    from += sector.byteLength;
  }
}
