import { batchesIn, readRecords } from "@naru/protocol";
import { decodeGroupRecord } from "@naru/protocol/messages/group-records";
import type { WireConnection } from "../wire/connection.ts";
import { fetchBytes } from "../wire/topic.ts";

/** What differs from run to run, each with what is told in its place. */
const veiled: Readonly<Record<string, (value: unknown) => unknown>> = {
  metadataHash: (value) => (value === 0n ? 0 : "some"),
  assignmentTimestamp: (value) => (value === 0 ? 0 : "then"),
  commitTimestamp: () => "then",
  currentStateTimestamp: () => "then",
  timestamp: () => "then",
  version: () => "any",
};

/** All records of a group, by batches; of an offsets topic that has one partition. */
export async function groupRecords(
  connection: WireConnection,
  groupId: string,
): Promise<unknown[][]> {
  const offsets = { topic: "__consumer_offsets", partition: 0 };
  const { bytes } = await fetchBytes(connection, offsets, 0);
  return [...batchesIn(bytes)]
    .map((batch) =>
      readRecords(batch)
        .map(({ key, value }) => decodeGroupRecord(key!, value))
        .filter(({ key }) => isOf(key, groupId))
        .map(({ type, key, version, value }) => ({ type, key, version, value: plain(value) })),
    )
    .filter((records) => records.length > 0);
}

function isOf(key: object, groupId: string): boolean {
  return ("groupId" in key ? key.groupId : "group" in key ? key.group : undefined) === groupId;
}

function plain(value: object | null): unknown {
  if (value === null) return null;
  return Object.fromEntries(
    Object.entries(value).map(([name, field]: [string, unknown]) => [
      name,
      veiled[name]?.(field) ?? field,
    ]),
  );
}
