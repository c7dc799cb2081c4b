import { Admin } from "@naru/client";
import type { Io } from "../io.ts";
import { withCluster, type Services } from "../services.ts";
import type { DeleteOptions } from "./topic-options.ts";
import { noTopic } from "./no-topic.ts";

/** `topic delete`: 0 when none of the topics is there afterwards. */
export async function deleteTopics(
  options: DeleteOptions,
  services: Services,
  io: Io,
): Promise<number> {
  const outcomes = await withCluster(services, options, (cluster) =>
    new Admin(cluster).deleteTopics(options.names),
  );
  let exitCode = 0;
  for (const { name, error, message } of outcomes) {
    if (error === "NONE") {
      io.out(`Deleted topic ${name}.`);
    } else if (error === "UNKNOWN_TOPIC_OR_PARTITION") {
      if (options.ifExists) continue;
      io.err(noTopic(name));
      exitCode = 1;
    } else {
      io.err(`topic ${name}: ${message ?? `the broker answered ${error}.`}`);
      exitCode = 1;
    }
  }
  return exitCode;
}
