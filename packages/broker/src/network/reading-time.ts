import type { NetworkLimits } from "./network-limits.ts";

/** A frame that has begun must grow by this much in each `naru.frame.timeout.ms`, or end. */
const PROGRESS_BYTES = 65_536;

/**
 * How long a connection may be silent, and how long a frame may take (monotonic milliseconds).
 *
 * A slow line is no fault and a large frame takes its time: what ends a connection is a frame that
 * has begun and hardly grows.
 */
export class ReadingTime {
  #activeMs: number;
  /** When the frame that is unfinished last made progress; undefined when there is none. */
  #progressMs: number | undefined;
  #progressBytes = 0;

  constructor(nowMs: number) {
    this.#activeMs = nowMs;
  }

  active(nowMs: number): void {
    this.#activeMs = nowMs;
  }

  /** Bytes of an unfinished frame that are there; 0: there is none, or we do not read. */
  frameHas(bytes: number, nowMs: number): void {
    this.#activeMs = nowMs;
    if (bytes === 0) {
      this.#progressMs = undefined;
      return;
    }
    const hasGrown = bytes >= this.#progressBytes + PROGRESS_BYTES;
    // Fewer bytes than before: it is another frame.
    if (this.#progressMs === undefined || hasGrown || bytes < this.#progressBytes) {
      this.#progressMs = nowMs;
      this.#progressBytes = bytes;
    }
  }

  /** Which of the two times is up. */
  check(nowMs: number, limits: NetworkLimits): "frame" | "idle" | undefined {
    if (this.#progressMs !== undefined && nowMs >= this.#progressMs + limits.frameTimeoutMs) {
      return "frame";
    }
    if (limits.idleMaxMs >= 0 && nowMs >= this.#activeMs + limits.idleMaxMs) return "idle";
    return undefined;
  }

  /** When `check` has to be asked next. */
  nextMs(limits: NetworkLimits): number {
    const idleMs =
      limits.idleMaxMs < 0 ? Number.POSITIVE_INFINITY : this.#activeMs + limits.idleMaxMs;
    if (this.#progressMs === undefined) return idleMs;
    return Math.min(idleMs, this.#progressMs + limits.frameTimeoutMs);
  }
}
