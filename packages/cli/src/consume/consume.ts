import { PartitionReader } from "@naru/client";
import type { Io } from "../io.ts";
import { Progress } from "../progress.ts";
import { withCluster, type Services } from "../services.ts";
import type { ConsumeOptions } from "./consume-options.ts";
import { jsonRecord } from "./json-record.ts";
import { consumeInGroup } from "./consume-in-group.ts";
import { Consumption, POLL_COUNT_MAX } from "./consumption.ts";
import { recordFormat } from "./record-format.ts";
import { planOf } from "./starting-points.ts";

/** `consume`: 0 at its end, whichever it was; 1 when it could not read. */
export async function consume(
  options: ConsumeOptions,
  services: Services,
  io: Io,
): Promise<number> {
  const format = options.json ? jsonRecord : recordFormat(options.format, options.encoding);
  if (typeof format === "string") {
    io.err(format);
    return 1;
  }
  const progress = new Progress(io, services.runtime.clock, "Read");
  const problem = await withCluster(services, options, async (cluster) => {
    const { group } = options;
    if (group !== undefined) {
      return consumeInGroup(cluster, { group, options, services, io, format, progress });
    }
    const plan = await planOf(cluster, options);
    if (typeof plan === "string") return plan;
    for (const note of plan.notes) io.err(note);
    const reader = new PartitionReader(cluster, plan.start, {
      isolationLevel: options.isolation,
      maxPollRecords: POLL_COUNT_MAX,
    });
    services.stop.addEventListener("abort", () => reader.close());
    try {
      await new Consumption({ options, services, io, plan, reader, format, progress }).run();
    } catch (error) {
      if (!services.stop.aborted) throw error;
    } finally {
      reader.close();
    }
    return undefined;
  });
  if (problem !== undefined) {
    io.err(problem);
    return 1;
  }
  progress.finish(options.topic);
  return 0;
}
