import * as fs from "node:fs";
import { silentLogger } from "@naru/runtime";
import type { Services } from "./services.ts";

/** The process's own services. What is heavy is loaded when it is asked for. */
export async function processServices(): Promise<Services> {
  const { nodeRuntime } = await import("@naru/runtime/node");
  const runtime = nodeRuntime();
  return {
    runtime,
    connect: async (bootstrapServers, options) => {
      const { Cluster } = await import("@naru/client");
      const logger = { ...silentLogger, warn: tell, error: tell };
      return new Cluster({ runtime, bootstrapServers, clientId: "naru-cli", logger, ...options });
    },
    readFile: (path) => fs.createReadStream(path),
    readText: (path) => fs.promises.readFile(path, "utf8"),
    stop: stopSignal(),
    commandName: fs.existsSync("bin/naru") ? "bin/naru" : "naru",
  };
}

function tell(message: string): void {
  process.stderr.write(`naru: ${message}\n`);
}

/** The first signal asks to stop, the second one insists. */
function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (stop.signal.aborted) process.exit(signal === "SIGINT" ? 130 : 143);
      stop.abort(signal);
    });
  }
  return stop.signal;
}
