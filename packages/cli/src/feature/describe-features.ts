import { METADATA_VERSION, metadataVersionName } from "@naru/broker";
import { Admin, type FeatureDescription } from "@naru/client";
import type { Io } from "../io.ts";
import { withCluster, type Services } from "../services.ts";
import { table, type Column } from "../table.ts";
import type { DescribeOptions } from "./feature-options.ts";

const columns: readonly Column<FeatureDescription>[] = [
  { title: "FEATURE", cell: ({ name }) => name },
  { title: "LEVEL", cell: ({ name, finalizedLevel }) => levelText(name, finalizedLevel) },
  { title: "LOWEST", cell: ({ name, supportedMin }) => levelText(name, supportedMin) },
  { title: "HIGHEST", cell: ({ name, supportedMax }) => levelText(name, supportedMax) },
];

/** `feature describe`: 0. */
export async function describeFeatures(
  options: DescribeOptions,
  services: Services,
  io: Io,
): Promise<number> {
  const { features, epoch } = await withCluster(services, options, (cluster) =>
    new Admin(cluster).describeFeatures(),
  );
  if (options.json) io.out(JSON.stringify({ epoch, features }));
  else for (const line of table(columns, features)) io.out(line);
  return 0;
}

/** With the release that people know a metadata.version by. */
function levelText(name: string, level: number): string {
  const release = name === METADATA_VERSION ? metadataVersionName(level) : String(level);
  return release === String(level) ? release : `${level} (${release})`;
}
