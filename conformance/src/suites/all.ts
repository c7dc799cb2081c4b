import type { Suite } from "../runner/suite.ts";
import { kcat } from "./kcat.ts";

/** Every suite, in the order of their running. */
export const suites: readonly Suite[] = [kcat];
