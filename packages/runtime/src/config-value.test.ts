import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { ConfigDefinition, ConfigRule, ConfigType } from "./config-definition.ts";
import { camelCase, formatDouble, parseConfigValue, toConfigValues } from "./config-value.ts";

function key(type: ConfigType, valid?: ConfigRule): ConfigDefinition {
  const rest = { default: null, importance: "low", state: "has-effect", doc: "A key." } as const;
  return valid === undefined ? { type, ...rest } : { type, valid, ...rest };
}

function problem(type: ConfigType, text: string, valid?: ConfigRule): string | undefined {
  return parseConfigValue("a.key", key(type, valid), text).problem;
}

describe("a configuration value", () => {
  test("is read with the blanks around it removed and written as Kafka writes it", () => {
    const cases: [ConfigType, string, unknown, string][] = [
      ["boolean", " TRUE ", true, "true"],
      ["int", " +5 ", 5, "5"],
      ["long", "-1", -1, "-1"],
      ["double", "5e-1", 0.5, "0.5"],
      ["double", "0.5d", 0.5, "0.5"],
      ["list", "compact , delete", ["compact", "delete"], "compact,delete"],
      ["list", "", [], ""],
      ["string", " a ", "a", "a"],
    ];
    for (const [type, text, value, written] of cases) {
      assert.deepEqual(parseConfigValue("a.key", key(type), text), { value, text: written });
    }
  });

  test("keeps the text of a long that no number holds and takes the nearest safe one", () => {
    const parsed = parseConfigValue("a.key", key("long"), "9223372036854775807");
    assert.deepEqual(parsed, { value: Number.MAX_SAFE_INTEGER, text: "9223372036854775807" });
  });

  test("outside its Java type is not a number", () => {
    const long = "9223372036854775808";
    const says = (text: string, type: string): string =>
      `Invalid value ${text} for configuration a.key: Not a number of type ${type}`;
    assert.equal(problem("long", long), says(long, "LONG"));
    assert.equal(problem("int", "2147483648"), says("2147483648", "INT"));
    assert.equal(problem("short", "32768"), says("32768", "SHORT"));
    assert.equal(problem("long", "0x10"), says("0x10", "LONG"));
    assert.equal(problem("long", ""), says("", "LONG"));
    assert.equal(problem("double", "abc"), says("abc", "DOUBLE"));
  });

  test("is a boolean only when it says true or false", () => {
    const says =
      "Invalid value yes for configuration a.key: Expected value to be either true or false";
    assert.equal(problem("boolean", "yes"), says);
  });

  test("that breaks its rule is answered in Kafka's words", () => {
    const start = (value: string): string => `Invalid value ${value} for configuration a.key: `;
    assert.equal(
      problem("int", "1000", { kind: "range", min: 1_048_576 }),
      `${start("1000")}Value must be at least 1048576`,
    );
    assert.equal(
      problem("double", "2", { kind: "range", min: 0, max: 1 }),
      `${start("2.0")}Value must be no more than 1`,
    );
    assert.equal(
      problem("int", "0", { kind: "range", min: 1, max: 9, or: -1 }),
      `${start("0")}Value must be between 1 and 9 or equal to -1`,
    );
    assert.equal(
      problem("list", "delete,foo", { kind: "list-of", values: ["compact", "delete"] }),
      `${start("foo")}String must be one of: compact, delete`,
    );
    assert.equal(
      problem("list", "abc", { kind: "replica-list" }),
      `${start("[abc]")}a.key must be the literal '*' or a list of replicas in the following format: ` +
        "[partitionId]:[brokerId],[partitionId]:[brokerId],...",
    );
    assert.equal(
      problem("list", "", { kind: "non-empty" }),
      "Configuration 'a.key' must not be empty. Valid values include: any non-empty value",
    );
  });

  test("within its rule has no problem", () => {
    const anyCase: ConfigRule = { kind: "one-of", values: ["UPGRADE"], ignoreCase: true };
    assert.equal(problem("int", "-1", { kind: "range", min: 1, max: 9, or: -1 }), undefined);
    assert.equal(problem("list", "", { kind: "list-of", values: ["compact"] }), undefined);
    assert.equal(problem("list", "*", { kind: "replica-list" }), undefined);
    assert.equal(problem("list", "0:1,1:2", { kind: "replica-list" }), undefined);
    assert.equal(problem("string", "upgrade", anyCase), undefined);
  });
});

test("doubles are written as Java writes them", () => {
  const cases: [number, string][] = [
    [0, "0.0"],
    [2, "2.0"],
    [0.05, "0.05"],
    [10_000_000, "1.0E7"],
    [0.0001, "1.0E-4"],
    [Number.MAX_VALUE, "1.7976931348623157E308"],
  ];
  for (const [value, text] of cases) assert.equal(formatDouble(value), text);
});

test("a table gives values under the camel-cased keys", () => {
  const table = {
    "retention.ms": { ...key("long"), type: "long", default: "5" },
    "log.dir": { ...key("string"), type: "string", default: null },
  } as const satisfies Record<string, ConfigDefinition>;
  const values = toConfigValues(table, (name) => table[name].default);
  const retentionMs: number = values.retentionMs;
  assert.equal(retentionMs, 5);
  assert.equal(values.logDir, null);
  assert.equal(camelCase("compression.lz4.level"), "compressionLz4Level");
});
