import { codeOf, type ErrorName } from "@naru/protocol";
import type {
  OffsetDeleteRequest,
  OffsetDeleteResponseDraft,
} from "@naru/protocol/messages/offset-delete";
import type { ReplyTo } from "../../runtime/step.ts";
import type { GroupMachine } from "../group-machine.ts";
import type { GroupStep } from "../group-step.ts";

/** OffsetDelete: never of a topic that a member of the group reads. */
export function deleteOffsets(
  machine: GroupMachine,
  call: { readonly request: OffsetDeleteRequest; readonly to: ReplyTo<OffsetDeleteResponseDraft> },
  step: GroupStep,
): void {
  const { request, to } = call;
  const { groupId } = request;
  const group = machine.groups.get(groupId);
  if (group === undefined) {
    step.reply(to, failedOffsetDelete("GROUP_ID_NOT_FOUND"));
    return;
  }
  if (group.type === "classic" && group.members.size > 0 && !group.usesConsumerProtocol) {
    step.reply(to, failedOffsetDelete("NON_EMPTY_GROUP"));
    return;
  }
  const topics = request.topics.map(({ name, partitions }) => {
    const isRead = group.isSubscribedTo(name);
    const errorCode = codeOf(isRead ? "GROUP_SUBSCRIBED_TO_TOPIC" : "NONE");
    return {
      name,
      partitions: partitions.map(({ partitionIndex }) => {
        const isThere =
          machine.offsets.find(groupId, name, partitionIndex) !== undefined ||
          machine.offsets.isPending(groupId, name, partitionIndex);
        if (!isRead && isThere) step.write(offsetTombstone(groupId, name, partitionIndex));
        return { partitionIndex, errorCode };
      }),
    };
  });
  step.reply(to, { errorCode: 0, throttleTimeMs: 0, topics });
}

export function failedOffsetDelete(error: ErrorName): OffsetDeleteResponseDraft {
  return { errorCode: codeOf(error), throttleTimeMs: 0, topics: [] };
}

/** All offsets of a group, with the group; also those of transactions that have not ended. */
export function deleteAllOffsets(machine: GroupMachine, groupId: string, step: GroupStep): void {
  for (const { topic, partition } of machine.offsets.keysOf(groupId)) {
    step.write(offsetTombstone(groupId, topic, partition));
  }
}

/** Topics that are gone: nobody's offsets of them are kept. */
export function deleteOffsetsOfTopics(
  machine: GroupMachine,
  topics: ReadonlySet<string>,
  step: GroupStep,
): void {
  step.isDivisible = true;
  for (const groupId of machine.groups.keys()) {
    for (const { topic, partition } of machine.offsets.keysOf(groupId)) {
      if (topics.has(topic)) step.write(offsetTombstone(groupId, topic, partition));
    }
  }
}

export function offsetTombstone(
  group: string,
  topic: string,
  partition: number,
): Parameters<GroupStep["write"]>[0] {
  return {
    type: "OffsetCommit",
    key: { group, topic, partition },
    version: null,
    value: null,
  };
}
