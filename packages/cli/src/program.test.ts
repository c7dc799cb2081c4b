import assert from "node:assert/strict";
import { test } from "node:test";
import { cliPage } from "./cli-page.ts";
import { commands } from "./commands.ts";
import { parseWords, type Parsed } from "./program.ts";

function parse(...words: string[]): { parsed: Parsed; out: string; err: string } {
  const said = { out: "", err: "" };
  const parsed = parseWords(words, commands, {
    out: (text) => (said.out += text),
    err: (text) => (said.err += text),
  });
  return { parsed, ...said };
}

/** The words of an example, as a shell would cut them. */
function wordsOf(line: string): string[] {
  const words = line.slice(line.indexOf("naru ") + 5).match(/'[^']*'|\S+/g) ?? [];
  return words.map((word) => word.replaceAll("'", ""));
}

for (const { declaration } of commands) {
  test(`naru ${declaration.words}: has help, and its examples are understood`, () => {
    const help = parse(...declaration.words.split(" "), "--help");
    assert.equal(help.parsed, 0);
    assert.match(help.out, new RegExp(`Usage: naru ${declaration.words}`));
    for (const { name } of declaration.options) assert.match(help.out, new RegExp(`--${name}`));
    assert.ok(declaration.examples.length > 0);
    for (const { line } of declaration.examples) {
      const { parsed, err } = parse(...wordsOf(line));
      assert.ok(typeof parsed === "object" && parsed.command.declaration === declaration, err);
    }
  });
}

test("options come by name with their defaults; lists gather", () => {
  const { parsed } = parse("topic", "create", "a", "b", "--config", "x=1", "--config", "y=2");
  assert.ok(typeof parsed === "object");
  assert.deepEqual(parsed.options, {
    names: ["a", "b"],
    partitions: undefined,
    replicationFactor: undefined,
    config: ["x=1", "y=2"],
    ifNotExists: false,
    bootstrapServer: "localhost:9092",
  });
});

test("--version, --help and mistakes are answered at once", () => {
  assert.match(parse("--version").out, /^naru \d+\.\d+\.\d+\n$/);
  assert.match(parse("--help").out, /start.*Start a broker/);
  const mistyped = parse("strat");
  assert.equal(mistyped.parsed, 1);
  assert.match(mistyped.err, /unknown command 'strat'\s+\(Did you mean start\?\)/);
  const unknown = parse("topic", "list", "--jsn");
  assert.match(unknown.err, /unknown option '--jsn'\s+\(Did you mean --json\?\)/);
  assert.equal(parse("produce").parsed, 1);
});

test("the reference page tells of every command and option", () => {
  const page = cliPage();
  for (const { declaration } of commands) {
    assert.ok(page.includes(`## naru ${declaration.words}\n`));
    for (const { name } of declaration.options) assert.ok(page.includes(`--${name}`));
  }
});
