import type { MetadataImage } from "../metadata/metadata-image.ts";

/** What the controller knows of a broker beside the metadata; forgotten when it stops. */
interface BrokerSession {
  lastContactMs: number;
  /** The metadata offset that the broker says it has taken over. */
  metadataOffset: number;
  /** Where its registration stands in the log. */
  registeredAtOffset: number;
  /**
   * How far the others must have read before a leaving broker may go; -1 while it is not leaving.
   */
  controlledShutdownOffset: number;
}

/**
 * Who has been heard of lately. An unfenced broker that is silent for the session time-out is
 * fenced.
 */
export class BrokerSessions {
  readonly #timeoutMs: number;
  readonly #sessions = new Map<number, BrokerSession>();

  constructor(timeoutMs: number) {
    this.#timeoutMs = timeoutMs;
  }

  /**
   * Called when this controller begins to lead: every unfenced broker gets a whole time-out to be
   * heard of, but for the one that lives inside this process. Its earlier life ended with the
   * process that held the folder's lock, which is ours now; to wait for its session would only
   * delay every start after a kill -9 by the time-out.
   */
  begin(image: MetadataImage, nowMs: number, ownBrokerId: number): void {
    for (const broker of image.brokers.values()) {
      if (broker.id === ownBrokerId) continue;
      this.registered(broker.id, { atOffset: broker.epoch, nowMs });
    }
  }

  registered(id: number, { atOffset, nowMs }: { atOffset: number; nowMs: number }): void {
    this.#sessions.set(id, {
      lastContactMs: nowMs,
      metadataOffset: -1,
      registeredAtOffset: atOffset,
      controlledShutdownOffset: -1,
    });
  }

  heardOf(id: number, { metadataOffset, nowMs }: { metadataOffset: number; nowMs: number }): void {
    const session = this.#sessions.get(id);
    if (session === undefined) return;
    session.lastContactMs = nowMs;
    session.metadataOffset = metadataOffset;
  }

  forget(id: number): void {
    this.#sessions.delete(id);
  }

  /**
   * Where the broker's registration stands; undefined when it registered with an earlier
   * controller.
   */
  registeredAtOffset(id: number): number | undefined {
    return this.#sessions.get(id)?.registeredAtOffset;
  }

  /** Only what is unfenced has a session that counts. */
  isAlive(image: MetadataImage, id: number, nowMs: number): boolean {
    const session = this.#sessions.get(id);
    const fenced = image.brokers.get(id)?.fenced ?? true;
    return session !== undefined && !fenced && session.lastContactMs + this.#timeoutMs >= nowMs;
  }

  leaving(id: number, offset: number): void {
    const session = this.#sessions.get(id);
    if (session !== undefined && session.controlledShutdownOffset < 0) {
      session.controlledShutdownOffset = offset;
    }
  }

  /** Whether all brokers that stay have read past the point at which this one began to leave. */
  mayLeave(image: MetadataImage, id: number): boolean {
    const from = this.#sessions.get(id)?.controlledShutdownOffset ?? -1;
    for (const [other, session] of this.#sessions) {
      const broker = image.brokers.get(other);
      const stays = broker !== undefined && !broker.fenced && !broker.inControlledShutdown;
      if (other !== id && stays && session.metadataOffset < from) return false;
    }
    return true;
  }

  /** The unfenced broker that has been silent longest, if too long. */
  expired(image: MetadataImage, nowMs: number): number | undefined {
    const oldest = this.#oldest(image);
    if (oldest === undefined || oldest.expiresAtMs >= nowMs) return undefined;
    return oldest.id;
  }

  /** When the next session may expire; undefined when nobody is unfenced. */
  nextExpiryMs(image: MetadataImage): number | undefined {
    return this.#oldest(image)?.expiresAtMs;
  }

  #oldest(image: MetadataImage): { id: number; expiresAtMs: number } | undefined {
    let oldest: { id: number; expiresAtMs: number } | undefined;
    for (const [id, session] of this.#sessions) {
      if (image.brokers.get(id)?.fenced !== false) continue;
      const expiresAtMs = session.lastContactMs + this.#timeoutMs;
      if (oldest === undefined || expiresAtMs < oldest.expiresAtMs) oldest = { id, expiresAtMs };
    }
    return oldest;
  }
}
