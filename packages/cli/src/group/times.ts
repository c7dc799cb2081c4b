const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?(?:Z|[+-]\d\d(?::?\d\d)?)?$/;
const DURATION =
  /^([+-]?)P(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d{1,3}))?S)?)?$/;

/**
 * Milliseconds of `2026-11-22T08:00:00.000`, in the machine's zone unless it names another;
 * undefined for what is no time.
 */
export function timeMs(text: string): number | undefined {
  if (!DATE_TIME.test(text)) return undefined;
  // oxlint-disable-next-line no-restricted-globals -- it reads what was typed, and no clock
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? undefined : ms;
}

/** Milliseconds of `P1DT2H30M`; undefined for what is no duration. */
export function durationMs(text: string): number | undefined {
  const [all, sign, days = 0, hours = 0, minutes = 0, seconds = 0, fraction = ""] =
    DURATION.exec(text) ?? [];
  if (all === undefined || all.endsWith("P")) return undefined;
  const whole = ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds);
  const ms = whole * 1000 + Number(fraction.padEnd(3, "0"));
  return sign === "-" ? -ms : ms;
}

/** `2026-11-22 08:00:00,000`, as Kafka's tools begin a line of their log. */
export function logTime(ms: number): string {
  // oxlint-disable-next-line no-restricted-globals -- writes a time that the runtime gave
  const [day = "", time = ""] = new Date(ms).toISOString().split("T");
  return `${day} ${time.replace(".", ",").replace("Z", "")}`;
}
