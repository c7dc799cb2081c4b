import type { Assignor } from "./assignor.ts";
import { rangeAssignor } from "./assignors/range.ts";
import { uniformAssignor } from "./assignors/uniform.ts";

/** The assignors that `group.consumer.assignors` may name. */
export const servedAssignors: ReadonlyMap<string, Assignor> = new Map(
  [uniformAssignor, rangeAssignor].map((assignor) => [assignor.name, assignor]),
);
