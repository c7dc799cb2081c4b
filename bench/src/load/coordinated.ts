import { until } from "../../../conformance/src/runner/waiting.ts";
import { calls } from "../../../conformance/src/wire/calls.ts";
import type { WireConnection } from "../../../conformance/src/wire/connection.ts";

const LIMIT_MS = 30_000;
const FIND_VERSION = 4;
const FETCH_OFFSETS_VERSION = 8;

/** Waits until the group has a coordinator that answers; the first question makes its topic. */
export function untilCoordinated(connection: WireConnection, groupId: string): Promise<true> {
  return until(`the coordinator of ${groupId}`, LIMIT_MS, async () => {
    const draft = { keyType: 0, coordinatorKeys: [groupId] };
    const found = await connection.answer(calls.findCoordinator, FIND_VERSION, draft);
    if (found.coordinators[0]!.errorCode !== 0) return undefined;
    const groups = [{ groupId, topics: [] }];
    const offsets = await connection.answer(calls.offsetFetch, FETCH_OFFSETS_VERSION, { groups });
    return offsets.groups[0]!.errorCode === 0 ? true : undefined;
  });
}
