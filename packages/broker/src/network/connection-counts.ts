import type { NetworkLimits } from "./network-limits.ts";

/** How many connections there are, in all and per address. */
export class ConnectionCounts {
  total = 0;
  readonly #perHost = new Map<string, number>();

  /** Counts one more, or says which limit forbids it. */
  admit(host: string, limits: NetworkLimits): string | undefined {
    if (this.total >= limits.connectionsMax) {
      return `${this.total} connections are open, the limit is ${limits.connectionsMax} (max.connections)`;
    }
    const ofHost = this.#perHost.get(host) ?? 0;
    const override = limits.connectionsPerHostOverrides.get(host);
    const max = override ?? limits.connectionsPerHostMax;
    if (ofHost >= max) {
      const key =
        override === undefined ? "max.connections.per.ip" : "max.connections.per.ip.overrides";
      return `${ofHost} connections are open from its address, the limit is ${max} (${key})`;
    }
    this.total += 1;
    this.#perHost.set(host, ofHost + 1);
    return undefined;
  }

  /** Counts one that was admitted no longer. */
  release(host: string): void {
    this.total -= 1;
    const ofHost = (this.#perHost.get(host) ?? 1) - 1;
    if (ofHost === 0) this.#perHost.delete(host);
    else this.#perHost.set(host, ofHost);
  }
}
