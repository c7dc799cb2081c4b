import { isUuid } from "@naru/protocol";
import { DataFolderError } from "./data-folder-error.ts";

/**
 * `meta.properties`: whose folder this is. Java properties, in any order:
 *
 *   version=1
 *   cluster.id=<22 characters>    the cluster, the same on every node
 *   node.id=<number>              the node
 *   directory.id=<22 characters>  this folder; the metadata quorum knows its voter by it
 *
 * Its presence is what makes a folder formatted: it is written last.
 */
export interface MetaProperties {
  readonly clusterId: string;
  readonly nodeId: number;
  /** undefined in folders of Kafka before 3.7. */
  readonly directoryId: string | undefined;
}

export const META_PROPERTIES = "meta.properties";

export function formatMetaProperties(meta: MetaProperties): string {
  const lines = [
    "#",
    "version=1",
    `cluster.id=${meta.clusterId}`,
    `node.id=${meta.nodeId}`,
    ...(meta.directoryId === undefined ? [] : [`directory.id=${meta.directoryId}`]),
  ];
  return `${lines.join("\n")}\n`;
}

/** Throws a DataFolderError that names `path` and what is wrong in it. */
export function parseMetaProperties(text: string, path: string): MetaProperties {
  const properties = parseProperties(text);
  const damaged = (finding: string): DataFolderError =>
    new DataFolderError("DAMAGED", `${path}: ${finding}`);
  const version = properties.get("version");
  if (version !== "1") {
    throw damaged(
      `found version=${version ?? "(none)"}, expected version=1, which every KRaft folder has.`,
    );
  }
  const clusterId = properties.get("cluster.id");
  if (clusterId === undefined || clusterId === "") throw damaged("cluster.id is missing.");
  const nodeId = properties.get("node.id");
  if (nodeId === undefined || !/^\d{1,10}$/.test(nodeId)) {
    throw damaged(`found node.id=${nodeId ?? "(none)"}, expected a number.`);
  }
  const directoryId = properties.get("directory.id");
  if (directoryId !== undefined && !isUuid(directoryId)) {
    throw damaged(`found directory.id=${directoryId}, expected 22 characters of URL-safe base64.`);
  }
  return { clusterId, nodeId: Number(nodeId), directoryId };
}

/** The lines that Kafka writes here need of Java's rules: comments, `=` or `:`, and backslashes. */
function parseProperties(text: string): Map<string, string> {
  const properties = new Map<string, string>();
  for (const line of text.split(/\r\n|\n|\r/)) {
    const match = /^\s*([^#!\s=:][^\s=:]*)\s*[=:\s]\s*(.*)$/.exec(line);
    if (match !== null) properties.set(match[1]!, match[2]!.trimEnd().replaceAll(/\\(.)/g, "$1"));
  }
  return properties;
}
