import { RecordBatch } from "@naru/protocol";
import type { Job } from "@naru/runtime";

import type { Refusal } from "./append-validation.ts";
import { refuseWithoutKeys } from "./record-keys.ts";
import type { KeyRules } from "./record-keys.ts";

export interface RecordKeysInput {
  /** One whole batch. */
  readonly bytes: Uint8Array;
  readonly rules: KeyRules;
}

export function runRecordKeys({ bytes, rules }: RecordKeysInput): Refusal | undefined {
  return refuseWithoutKeys(RecordBatch.at(bytes), rules);
}

/** `refuseWithoutKeys` off the event loop, for what is large and compressed. */
export const recordKeysJob: Job<RecordKeysInput, Refusal | undefined> = {
  moduleUrl: new URL("./record-keys.job.ts", import.meta.url).href,
  exportName: "runRecordKeys",
  run: runRecordKeys,
};
