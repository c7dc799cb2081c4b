import type { Assignor } from "./assignor.ts";

/** The assignors that `group.consumer.assignors` may name. */
export const servedAssignors: ReadonlyMap<string, Assignor> = new Map();
