import type { Clock, Random } from "@naru/runtime";
import { FetchSession, type FetchedPartition } from "./fetch-session.ts";

/** A session that nobody used for this long may be thrown out for a new one; Kafka's constant. */
const EVICTION_MS = 120_000;

/**
 * All fetch sessions of the broker, bounded by `max.incremental.fetch.session.cache.slots`. When it
 * is full a client without a session is served all the same, with full requests.
 */
export class FetchSessionCache {
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #slots: number;
  /** Least recently used first. */
  readonly #sessions = new Map<number, FetchSession>();

  constructor(options: { clock: Clock; random: Random; slots: number }) {
    this.#clock = options.clock;
    this.#random = options.random;
    this.#slots = options.slots;
  }

  get size(): number {
    return this.#sessions.size;
  }

  /** The session, which counts as used now. */
  use(id: number): FetchSession | undefined {
    const session = this.#sessions.get(id);
    if (session === undefined) return undefined;
    session.lastUsedMs = this.#clock.monotonicMs();
    this.#sessions.delete(id);
    this.#sessions.set(id, session);
    return session;
  }

  remove(id: number): void {
    this.#sessions.delete(id);
  }

  /** A new session, or undefined when there is no room for one. */
  create(
    partitions: Map<string, FetchedPartition>,
    usesTopicIds: boolean,
  ): FetchSession | undefined {
    const nowMs = this.#clock.monotonicMs();
    if (this.#sessions.size >= this.#slots && !this.#evictOne(partitions.size, nowMs)) {
      return undefined;
    }
    const session = new FetchSession({ id: this.#freeId(), usesTopicIds, nowMs, partitions });
    this.#sessions.set(session.id, session);
    return session;
  }

  /**
   * Makes room: the session unused for longest, or an old one with fewer partitions than the new.
   */
  #evictOne(newSize: number, nowMs: number): boolean {
    for (const oldest of this.#sessions.values()) {
      if (nowMs - oldest.lastUsedMs > EVICTION_MS) {
        this.#sessions.delete(oldest.id);
        return true;
      }
      break;
    }
    let smallest: FetchSession | undefined;
    for (const session of this.#sessions.values()) {
      if (nowMs - session.createdMs <= EVICTION_MS) continue;
      if (smallest === undefined || session.partitions.size < smallest.partitions.size) {
        smallest = session;
      }
    }
    if (smallest === undefined || smallest.partitions.size >= newSize) return false;
    this.#sessions.delete(smallest.id);
    return true;
  }

  /** Random, so that a client that comes back after a restart does not meet another's session. */
  #freeId(): number {
    for (;;) {
      const id = this.#random.integer(0x7fff_fffe) + 1;
      if (!this.#sessions.has(id)) return id;
    }
  }
}
