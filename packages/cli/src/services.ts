import type { Runtime } from "@naru/runtime";
import type { Cluster, ClusterOptions } from "@naru/client";

/** The world that a command acts on, beside its terminal. */
export interface Services {
  readonly runtime: Runtime;
  connect(bootstrapServers: string, options?: Partial<ClusterOptions>): Promise<Cluster>;
  readFile(path: string): AsyncIterable<Uint8Array>;
  readonly readText: (path: string) => Promise<string>;
  /** Aborts, with the signal as its reason, on SIGINT or SIGTERM; a second one ends the process. */
  readonly stop: AbortSignal;
  /** Where `naru` is run from: what to type in examples. */
  readonly commandName: string;
}

/** Runs `use` with a cluster that is closed afterwards. */
export async function withCluster<T>(
  services: Services,
  { bootstrapServer }: { bootstrapServer: string },
  use: (cluster: Cluster) => Promise<T>,
): Promise<T> {
  const cluster = await services.connect(bootstrapServer);
  try {
    return await use(cluster);
  } finally {
    cluster.close();
  }
}
