// Goal: the rule of drafts, as types. What has a default in the schema, is tagged, or is not in all
// versions may be left out; the rest is required. Method: the compiler; a wrong expectation fails
// `npm run check`.
import assert from "node:assert/strict";
import { test } from "node:test";

import type { FetchRequest, FetchRequestDraft } from "./generated/fetch.ts";
import type { MetadataRecord, MetadataRecordDraft } from "./generated/metadata-records.ts";
import type { MetadataResponse, MetadataResponseDraft } from "./generated/metadata.ts";
import type { PartitionRecord, PartitionRecordDraft } from "./generated/partition-record.ts";

type Assignable<From, To> = From extends To ? true : false;

/** Names of the fields that may be left out. */
type Optional<T> = { [K in keyof T]-?: object extends Pick<T, K> ? K : never }[keyof T];

type Same<A, B> = [A, B] extends [B, A] ? true : false;

test("a decoded message is a draft", () => {
  const fetch: Assignable<FetchRequest, FetchRequestDraft> = true;
  const metadata: Assignable<MetadataResponse, MetadataResponseDraft> = true;
  const partition: Assignable<PartitionRecord, PartitionRecordDraft> = true;
  const record: Assignable<MetadataRecord, MetadataRecordDraft> = true;
  assert.ok(fetch && metadata && partition && record);
});

test("what has a default, is tagged or is not in all versions may be left out", () => {
  type Required = Exclude<keyof FetchRequestDraft, Optional<FetchRequestDraft>>;
  const required: Same<Required, "maxWaitMs" | "minBytes" | "topics"> = true;
  const tagged: Same<
    Optional<PartitionRecordDraft>,
    | "partitionId"
    | "leader"
    | "leaderEpoch"
    | "partitionEpoch"
    | "leaderRecoveryState"
    | "directories"
    | "eligibleLeaderReplicas"
    | "lastKnownElr"
    | "unknownTaggedFields"
  > = true;
  assert.ok(required && tagged);
});
