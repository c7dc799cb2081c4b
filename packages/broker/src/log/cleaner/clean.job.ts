/**
 * The work of the cleaner that looks at every record, on a thread. The map of offsets is memory
 * that both sides share: only one job at a time has it.
 */
import type { Job } from "@naru/runtime";

import { filterBatches } from "./filter-batches.ts";
import type { FilterInput, FilteredBatches } from "./filter-batches.ts";
import { indexKeys } from "./index-keys.ts";
import type { IndexInput, IndexedKeys } from "./index-keys.ts";
import { OffsetMap } from "./offset-map.ts";
import type { OffsetMapState } from "./offset-map.ts";

const moduleUrl = new URL("./clean.job.ts", import.meta.url).href;

export function runIndexKeys(input: IndexInput): IndexedKeys {
  return indexKeys(input);
}

export function runFilterBatches(input: FilterInput): FilteredBatches {
  return filterBatches(input);
}

export function runCopyMap({ from, to }: CopyMapInput): number {
  const larger = new OffsetMap(to);
  larger.putAll(new OffsetMap(from));
  return larger.count;
}

/** A map that has become too small, and an empty larger one. */
export interface CopyMapInput {
  readonly from: OffsetMapState;
  readonly to: OffsetMapState;
}

export const indexKeysJob: Job<IndexInput, IndexedKeys> = {
  moduleUrl,
  exportName: "runIndexKeys",
  run: runIndexKeys,
};

export const filterBatchesJob: Job<FilterInput, FilteredBatches> = {
  moduleUrl,
  exportName: "runFilterBatches",
  run: runFilterBatches,
};

/** Returns how many keys there are. */
export const copyMapJob: Job<CopyMapInput, number> = {
  moduleUrl,
  exportName: "runCopyMap",
  run: runCopyMap,
};
