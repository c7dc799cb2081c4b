import { Command as Program, InvalidArgumentError, Option } from "commander";
import type { Command, CommandDeclaration, OptionDeclaration } from "./command.ts";
import { version } from "./version.ts";

/** What the words of the command line ask for. */
export interface Invocation {
  readonly command: Command;
  readonly options: Readonly<Record<string, unknown>>;
}

/** The outcome of reading the words: a command to run, or an exit code when all is said. */
export type Parsed = Invocation | number;

export interface Outputs {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** Reads the words after `naru`. Help, version and what is wrong with them are printed here. */
export function parseWords(
  words: readonly string[],
  commands: readonly Command[],
  outputs: Outputs,
): Parsed {
  let parsed: Parsed = 0;
  const program = new Program("naru")
    .description("Kafka for TypeScript: a broker and its tools.")
    .version(`naru ${version}`, "-V, --version", "Print the version.")
    .helpOption("-h, --help", "Print this help.")
    .helpCommand(false)
    .showSuggestionAfterError()
    .addHelpText(
      "after",
      examplesText(commands.flatMap(({ declaration }) => firstOf(declaration))),
    );
  const groups = new Map<string, Program>();
  for (const command of commands) {
    const sub = subProgram(command, program, groups);
    sub.action((...given: unknown[]) => {
      parsed = { command, options: optionsFrom(command.declaration, given, sub.opts()) };
    });
  }
  for (const each of [program, ...groups.values(), ...program.commands]) silence(each, outputs);
  for (const group of groups.values()) for (const each of group.commands) silence(each, outputs);
  try {
    program.parse([...words], { from: "user" });
  } catch (error) {
    return exitCodeOf(error);
  }
  return parsed;
}

function subProgram(
  { declaration }: Command,
  program: Program,
  groups: Map<string, Program>,
): Program {
  const [first = "", second] = declaration.words.split(" ");
  const parent = second === undefined ? program : groupOf(first, program, groups);
  const sub = parent.command(second ?? first).summary(declaration.summary);
  const { details } = declaration;
  sub.description(
    details === undefined ? declaration.summary : `${declaration.summary} ${details}`,
  );
  sub.helpOption("-h, --help", "Print this help.");
  for (const { name, doc, isRest } of declaration.arguments) {
    sub.argument(isRest === true ? `<${name}...>` : `<${name}>`, doc);
  }
  for (const option of declaration.options) sub.addOption(optionOf(option));
  sub.addHelpText("after", examplesText(declaration.examples));
  return sub;
}

function groupOf(name: string, program: Program, groups: Map<string, Program>): Program {
  let group = groups.get(name);
  if (group === undefined) {
    group = program
      .command(name)
      .description(groupSummaries[name] ?? name)
      .helpCommand(false);
    group.helpOption("-h, --help", "Print this help.");
    groups.set(name, group);
  }
  return group;
}

const groupSummaries: Readonly<Record<string, string>> = {
  topic: "Create, list, describe, alter and delete topics.",
  group: "List, describe, reset and delete consumer groups.",
  transaction: "List and describe transactions, find those that hang, abort.",
  feature: "Describe, raise and lower the levels that the cluster runs at.",
};

function optionOf({ name, kind, value, choices, doc, ...rest }: OptionDeclaration): Option {
  const flags = kind === "switch" ? `--${name}` : `--${name} <${value ?? "VALUE"}>`;
  const option = new Option(flags, doc);
  if (choices !== undefined) option.choices([...choices]);
  if (rest.default !== undefined) option.default(rest.default);
  if (kind === "integer") option.argParser(integer);
  if (kind === "list") {
    option.argParser((word: string, before?: readonly string[]) => [...(before ?? []), word]);
  }
  return option;
}

function integer(word: string): number {
  const number = Number(word);
  if (word.trim() === "" || !Number.isSafeInteger(number)) {
    throw new InvalidArgumentError("Expected a whole number.");
  }
  return number;
}

/** What was given, by name; a switch that was not is false, a list empty. */
function optionsFrom(
  declaration: CommandDeclaration,
  given: readonly unknown[],
  options: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const option of declaration.options) {
    const name = optionOf(option).attributeName();
    values[name] = options[name] ?? absent[option.kind];
  }
  for (const [index, { name }] of declaration.arguments.entries()) values[name] = given[index];
  return values;
}

const absent = { switch: false, list: [], text: undefined, integer: undefined } as const;

function silence(program: Program, { out, err }: Outputs): void {
  program.exitOverride().configureOutput({ writeOut: out, writeErr: err });
}

function exitCodeOf(error: unknown): number {
  // Commander says by exception that it has printed help (0), or what is wrong (1).
  if (error instanceof Error && "exitCode" in error && typeof error.exitCode === "number") {
    return error.exitCode;
  }
  throw error;
}

function firstOf({ examples }: CommandDeclaration): CommandDeclaration["examples"] {
  return examples.slice(0, 1);
}

function examplesText(examples: CommandDeclaration["examples"]): string {
  const width = Math.max(...examples.map(({ line }) => line.length));
  const lines = examples.map(({ line, doc }) => `  ${line.padEnd(width)}   # ${doc}`);
  return `\nExamples:\n${lines.join("\n")}`;
}
