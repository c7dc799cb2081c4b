/** The brokers that a suite can be held against. */
export type TargetName = "naru" | "apache-kafka";

export interface StartOptions {
  /** Where the data is; a new folder of the target's own when left out. */
  readonly folder?: string;
  /** Keys of server.properties. */
  readonly settings?: Readonly<Record<string, string>>;
  /** A free one when left out; given, so that clients find a broker again after its kill. */
  readonly port?: number;
}

/** A broker that runs as a process of its own. */
export interface RunningBroker extends AsyncDisposable {
  readonly host: string;
  readonly port: number;
  /** `host:port`. */
  readonly bootstrap: string;
  readonly folder: string;
  readonly pid: number;
  /** All that it has printed so far. */
  readonly output: () => string;
  /** Resolves when the process has ended, however that came about. */
  readonly exited: Promise<void>;
  /** SIGTERM, and waits for a clean end; throws when the end is not clean. */
  stop(): Promise<void>;
  /** SIGKILL, and waits for the end. */
  kill(): Promise<void>;
}

export interface Target {
  readonly name: TargetName;
  start(options?: StartOptions): Promise<RunningBroker>;
}
