import { Admin } from "@naru/client";
import type { Io } from "../io.ts";
import { withCluster, type Services } from "../services.ts";
import { noGroup } from "./find-group.ts";
import type { DeleteOptions } from "./group-options.ts";

/** `group delete`: 0 when each of the groups was deleted. */
export async function deleteGroups(
  options: DeleteOptions,
  services: Services,
  io: Io,
): Promise<number> {
  const outcomes = await withCluster(services, options, (cluster) =>
    new Admin(cluster).deleteGroups(options.names),
  );
  let exitCode = 0;
  for (const { name, error } of outcomes) {
    if (error === "NONE") {
      io.out(`Deleted group ${name}.`);
      continue;
    }
    exitCode = 1;
    if (error === "GROUP_ID_NOT_FOUND") io.err(noGroup(name));
    else if (error === "NON_EMPTY_GROUP") {
      io.err(`group ${name}: it has members. 'naru group members ${name}' shows whom to stop.`);
    } else io.err(`group ${name}: the broker answered ${error}.`);
  }
  return exitCode;
}
