import type { ConfigDefinition, ConfigType, ConfigValues } from "./config-definition.ts";
import { brokenRule, type AnyConfigValue } from "./config-rule.ts";

/**
 * A text that was read: what it means, and how Kafka writes it; or what is wrong, in Kafka's words.
 */
export type ParsedConfigValue =
  | { readonly value: AnyConfigValue; readonly text: string; readonly problem?: undefined }
  | { readonly problem: string };

const INTEGER = /^[+-]?\d+$/;
const DOUBLE = /^[+-]?(?:NaN|Infinity|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?[dDfF]?)$/;

/** Bits of each whole number of Java. */
const integerBits = { short: 16, int: 32, long: 64 } as const;

/** `retention.ms` becomes `retentionMs`; the type of the same rule is `CamelCase`. */
export function camelCase(key: string): string {
  return key.replace(/[._](.)/g, (_, letter: string) => letter.toUpperCase());
}

/** Reads a text as the type of its key says and holds it against the key's rule. */
export function parseConfigValue(
  key: string,
  definition: ConfigDefinition,
  text: string,
): ParsedConfigValue {
  const parsed = parseType(key, definition.type, text);
  if (parsed.problem !== undefined || definition.valid === undefined) return parsed;
  const problem = brokenRule(key, definition.valid, parsed);
  return problem === undefined ? parsed : { problem };
}

/** The typed values of a whole table; `textOf` gives the text of a key, null for no value. */
export function toConfigValues<Table extends Readonly<Record<string, ConfigDefinition>>>(
  table: Table,
  textOf: (key: keyof Table & string) => string | null,
): ConfigValues<Table> {
  const values: Record<string, AnyConfigValue | null> = {};
  for (const [key, definition] of Object.entries(table)) {
    const text = textOf(key);
    const parsed = text === null ? null : parseType(key, definition.type, text);
    if (parsed !== null && parsed.problem !== undefined) throw new Error(parsed.problem);
    values[camelCase(key)] = parsed === null ? null : parsed.value;
  }
  return values as ConfigValues<Table>;
}

function invalid(key: string, value: string, rule: string): { readonly problem: string } {
  return { problem: `Invalid value ${value} for configuration ${key}: ${rule}` };
}

function parseType(key: string, type: ConfigType, text: string): ParsedConfigValue {
  const trimmed = text.trim();
  switch (type) {
    case "boolean":
      return parseBoolean(key, text);
    case "short":
    case "int":
    case "long":
      return parseInteger(key, type, text);
    case "double":
      return DOUBLE.test(trimmed)
        ? toDouble(trimmed)
        : invalid(key, text, "Not a number of type DOUBLE");
    case "list": {
      const values = trimmed === "" ? [] : trimmed.split(/\s*,\s*/);
      return { value: values, text: values.join(",") };
    }
    case "string":
    case "class":
    case "password":
      return { value: trimmed, text: trimmed };
  }
}

function parseBoolean(key: string, text: string): ParsedConfigValue {
  const lower = text.trim().toLowerCase();
  if (lower === "true" || lower === "false") return { value: lower === "true", text: lower };
  return invalid(key, text, "Expected value to be either true or false");
}

function parseInteger(
  key: string,
  type: "short" | "int" | "long",
  text: string,
): ParsedConfigValue {
  const trimmed = text.trim();
  const notANumber = invalid(key, text, `Not a number of type ${type.toUpperCase()}`);
  // 40 digits: BigInt need not be fed a megabyte of them to know that it is too long.
  if (!INTEGER.test(trimmed) || trimmed.length > 40) return notANumber;
  const exact = BigInt(trimmed.replace(/^\+/, ""));
  if (BigInt.asIntN(integerBits[type], exact) !== exact) return notANumber;
  // A long beyond 2^53 means "no limit" wherever Kafka has one, so the nearest safe number does.
  const value = Math.min(Math.max(Number(exact), Number.MIN_SAFE_INTEGER), Number.MAX_SAFE_INTEGER);
  return { value, text: exact.toString() };
}

function toDouble(trimmed: string): ParsedConfigValue {
  const value = Number(trimmed.replace(/[dDfF]$/, ""));
  return { value, text: formatDouble(value) };
}

/** As Java writes a double: `2.0`, `0.5`, `1.7976931348623157E308`. */
export function formatDouble(value: number): string {
  const size = Math.abs(value);
  if (!Number.isFinite(value)) return String(value);
  if (Object.is(value, -0)) return "-0.0";
  if (size === 0 || (size >= 1e-3 && size < 1e7)) {
    return Number.isInteger(value) ? `${value}.0` : String(value);
  }
  const [digits = "", exponent = ""] = value.toExponential().split("e");
  return `${digits.includes(".") ? digits : `${digits}.0`}E${exponent.replace("+", "")}`;
}
