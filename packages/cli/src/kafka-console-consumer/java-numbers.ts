// Numbers as Java prints them: 1.0, 1.0E10, NaN, Infinity.

const LEAST_PLAIN = 1e-3;
const MOST_PLAIN = 1e7;

/** Double.toString. */
export function javaDouble(value: number): string {
  return decimal(value, (exact) => exact.toExponential());
}

/** Float.toString: the fewest digits that are this float and no other. */
export function javaFloat(value: number): string {
  return decimal(value, (exact) => {
    for (let digits = 0; digits < 8; digits += 1) {
      const text = exact.toExponential(digits);
      if (Math.fround(Number(text)) === exact) return text;
    }
    return exact.toExponential(8);
  });
}

function decimal(value: number, shortest: (value: number) => string): string {
  if (!Number.isFinite(value)) return String(value);
  if (value === 0) return Object.is(value, -0) ? "-0.0" : "0.0";
  const [mantissa = "", power = ""] = shortest(value).split("e");
  const size = Math.abs(value);
  if (size >= LEAST_PLAIN && size < MOST_PLAIN) {
    const digits = (mantissa.split(".")[1] ?? "").length - Number(power);
    return value === Number(`${mantissa}e${power}`) && digits <= 0
      ? `${value.toFixed(0)}.0`
      : Number(`${mantissa}e${power}`).toFixed(digits);
  }
  const point = mantissa.includes(".") ? mantissa : `${mantissa}.0`;
  return `${point}E${Number(power)}`;
}
