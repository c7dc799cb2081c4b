import type { GroupRecordDraft } from "@naru/protocol/messages/group-records";
import type { Step } from "../runtime/step.ts";
import type { GroupTimer } from "./group-timer.ts";

/** A record of `__consumer_offsets`. */
export type GroupRecord = GroupRecordDraft;
/** One operation on a shard of `__consumer_offsets`. */
export type GroupStep = Step<GroupRecord, GroupTimer>;
