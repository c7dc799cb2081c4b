import type { Admin, ConfigChange } from "@naru/client";
import { ProtocolError } from "@naru/protocol";
import { javaMessage } from "../kafka-tool/java-exception.ts";
import type { ChangedConfigs } from "./changed-configs.ts";
import { configsOf, resourceTypes, type ResourceType } from "./resources.ts";

/** --alter of a resource. Whether the keys and values are right is the broker's to say. */
export async function alterResource(
  admin: Admin,
  { type, name }: { readonly type: ResourceType; readonly name: string },
  { added, deleted }: ChangedConfigs,
): Promise<void> {
  if (type === "broker-loggers") await checkLoggers(admin, name, { added, deleted });
  const changes: ConfigChange[] = [
    ...deleted.map((key) => ({ key, operation: "delete" as const, value: "" })),
    ...[...added].map(([key, value]) => ({ key, operation: "set" as const, value })),
  ];
  const { error, message } = await admin.alterConfigsOf(
    { type: resourceTypes[type], name },
    changes,
  );
  if (error !== "NONE") throw new ProtocolError(error, message ?? javaMessage(error));
}

/** A logger that does not exist is refused before anything is changed. */
async function checkLoggers(
  admin: Admin,
  broker: string,
  { added, deleted }: ChangedConfigs,
): Promise<void> {
  const configs = await configsOf(admin, "broker-loggers", { name: broker, isAll: false });
  const loggers = new Set(configs.map(({ name }) => name));
  const wrong = [...deleted, ...added.keys()].filter((name) => !loggers.has(name));
  if (wrong.length > 0) throw new Error(`Invalid broker logger(s): ${wrong.join(",")}`);
}
