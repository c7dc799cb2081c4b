import type { Address } from "../../../conformance/src/wire/connection.ts";

export interface StartOptions {
  /** A new one when left out. */
  readonly folder?: string;
  readonly settings?: Readonly<Record<string, string>>;
}

/** A broker's process; it may still be starting. */
export interface MeasuredBroker extends Address {
  readonly pid: number;
  readonly bootstrap: string;
  readonly folder: string;
  stop(): Promise<void>;
  kill(): Promise<void>;
}

/** A broker that is measured, ours or a peer. */
export interface Contestant {
  readonly name: string;
  /** Name and version, for the head of a report. */
  readonly version: string;
  /** Why it cannot be measured on this machine. */
  missing(): Promise<string | undefined>;
  /** Starts the process and returns at once. */
  spawn(options?: StartOptions): Promise<MeasuredBroker>;
}
