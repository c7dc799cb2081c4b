import type { Target } from "../group/reset-plan.ts";
import { durationMs, timeMs } from "../group/times.ts";
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
  const timestampMs = timestamp(given, nowMs);
  return timestampMs === undefined ? undefined : { to: "time", timestampMs };
}

function timestamp(given: Given, nowMs: number): number | undefined {
  const datetime = given.text("to-datetime");
  if (datetime !== undefined) {
    const ms = timeMs(datetime);
    if (ms !== undefined) return ms;
    const reason = datetime.includes("T")
      ? `Unparseable date: "${datetime}"`
      : "Error parsing timestamp. It does not contain a 'T' according to ISO8601 format";
    throw new Error(`java.text.ParseException: ${reason}`);
  }
  const duration = given.text("by-duration");
  if (duration === undefined) return undefined;
  const ms = durationMs(duration);
  if (ms === undefined) throw new Error("Text cannot be parsed to a Duration");
  return nowMs - ms;
}
