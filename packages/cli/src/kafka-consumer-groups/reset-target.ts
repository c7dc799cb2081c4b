import type { Target } from "../group/reset-plan.ts";
import { agoMs, timeMs } from "../group/times.ts";
import type { Given } from "./flags.ts";

/** Where the flags say that offsets go; undefined when none does. */
export function targetOf(given: Given, nowMs: number): Target | undefined {
  const offset = given.integer("to-offset", Number.MAX_SAFE_INTEGER);
  if (offset !== undefined) return { to: "offset", offset };
  for (const to of ["earliest", "latest", "current"] as const) {
    if (given.has(`to-${to}`)) return { to };
  }
  const by = given.integer("shift-by", Number.MAX_SAFE_INTEGER);
  if (by !== undefined) return { to: "shift", by };
  const datetime = given.text("to-datetime");
  if (datetime !== undefined) return { to: "time", timestampMs: timeMs(datetime) };
  const duration = given.text("by-duration");
  if (duration !== undefined) return { to: "time", timestampMs: nowMs - agoMs(duration) };
  return undefined;
}
