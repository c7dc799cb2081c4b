import {
  globalFlags,
  subcommands,
  type SubcommandName,
  type TransactionsFlag,
} from "./subcommands.ts";

type Values = ReadonlyMap<string, string | number>;

/** What the words ask for; a wrong word comes with the usage of the parser that met it. */
export type Invocation =
  | { readonly kind: "run"; readonly name: SubcommandName; readonly values: Given }
  | { readonly kind: "help"; readonly lines: readonly string[] }
  | { readonly kind: "version" }
  | { readonly kind: "wrong"; readonly usage: string; readonly message: string };

/** Values of flags, global ones among them. */
export class Given {
  readonly #values: Values;

  constructor(values: Values) {
    this.#values = values;
  }

  text(name: string): string | undefined {
    const value = this.#values.get(name);
    return value === undefined ? undefined : String(value);
  }

  number(name: string): number | undefined {
    const value = this.#values.get(name);
    return typeof value === "number" ? value : undefined;
  }
}

const PROGRAM = "kafka-transactions.sh";
const ROOT_USAGE = `${PROGRAM} [-h] [-v] [--command-config FILE] --bootstrap-server host:port COMMAND ...`;

/** Reads `[global flags] COMMAND [its flags]`, as Kafka's parser does. */
export function parse(words: readonly string[]): Invocation {
  const queue = [...words];
  const values = new Map<string, string | number>();
  const globals = takeFlags(queue, globalFlags, values);
  if (globals === "help") return { kind: "help", lines: rootHelp() };
  if (globals === "version") return { kind: "version" };
  if (globals !== undefined) return wrong(ROOT_USAGE, globals);
  const name = queue.shift();
  if (name === undefined) return wrong(ROOT_USAGE, "too few arguments");
  if (!isSubcommand(name)) {
    const names = Object.keys(subcommands).map((each) => `'${each}'`);
    return wrong(ROOT_USAGE, `invalid choice: '${name}' (choose from ${names.join(", ")})`);
  }
  return parseSubcommand(name, queue, values);
}

function parseSubcommand(
  name: SubcommandName,
  queue: string[],
  values: Map<string, string | number>,
): Invocation {
  const { flags } = subcommands[name];
  const own = takeFlags(queue, flags, values);
  if (own === "help") return { kind: "help", lines: subcommandHelp(name) };
  const usage = subcommandUsage(name);
  if (own !== undefined && own !== "version") return wrong(usage, own);
  if (queue.length > 0 || own === "version") {
    return wrong(usage, `unrecognized arguments: '${queue.join(" ")}'`);
  }
  for (const [all, its] of [
    [flags, usage],
    [globalFlags, ROOT_USAGE],
  ] as const) {
    const missing = Object.entries<TransactionsFlag>(all).find(
      ([flag, { isRequired }]) => isRequired === true && !values.has(flag),
    );
    if (missing !== undefined) return wrong(its, `argument --${missing[0]} is required`);
  }
  return { kind: "run", name, values: new Given(values) };
}

/** Takes flags from the front; a string says what is wrong, or asks for help or the version. */
function takeFlags(
  queue: string[],
  flags: Readonly<Record<string, TransactionsFlag>>,
  values: Map<string, string | number>,
): string | undefined {
  for (let word = queue[0]; word?.startsWith("-") === true; word = queue[0]) {
    const question = Object.hasOwn(questions, word) ? questions[word] : undefined;
    if (question !== undefined) return question;
    const [, name = "", inline] = /^--([^=]+)(?:=(.*))?$/s.exec(word) ?? [];
    const flag = Object.hasOwn(flags, name) ? flags[name] : undefined;
    if (flag === undefined) return `unrecognized arguments: '${word}'`;
    queue.shift();
    const value = readValue(flag, inline ?? queue.shift());
    if (value instanceof Error) return `argument --${name}: ${value.message}`;
    values.set(name, value);
  }
  return undefined;
}

const questions: Readonly<Record<string, "help" | "version">> = {
  "-h": "help",
  "--help": "help",
  "-v": "version",
  "--version": "version",
};

function readValue({ kind }: TransactionsFlag, word: string | undefined): string | number | Error {
  if (word === undefined) return new Error("expected one argument");
  if (kind === "text") return word;
  const isNumber = /^[+-]?\d+$/.test(word) && Math.abs(Number(word)) <= mostOf[kind];
  if (isNumber) return Number(word);
  return new Error(`could not convert '${word}' to ${kind} (For input string: "${word}")`);
}

const mostOf = { Short: 32_767, Integer: 2_147_483_647, Long: Number.MAX_SAFE_INTEGER } as const;

function isSubcommand(name: string): name is SubcommandName {
  return Object.hasOwn(subcommands, name);
}

function wrong(usage: string, message: string): Invocation {
  return { kind: "wrong", usage: `usage: ${usage}`, message: `${PROGRAM}: error: ${message}` };
}

function rootHelp(): string[] {
  return [
    `usage: ${ROOT_USAGE}`,
    "",
    "This tool shows the state of transactional producers, and finds and ends transactions that hang.",
    "",
    ...flagLines(globalFlags),
    "",
    "commands:",
    ...Object.entries(subcommands).map(([name, { doc }]) => `  ${name.padEnd(WIDTH)} ${doc}`),
  ];
}

function subcommandUsage(name: SubcommandName): string {
  const flags = Object.entries<TransactionsFlag>(subcommands[name].flags).map(
    ([flag, { isRequired }]) => {
      const words = `--${flag} ${flag.toUpperCase().replaceAll("-", "_")}`;
      return isRequired === true ? words : `[${words}]`;
    },
  );
  return `${PROGRAM} --bootstrap-server host:port ${name} [-h] ${flags.join(" ")}`;
}

function subcommandHelp(name: SubcommandName): string[] {
  const { doc, flags } = subcommands[name];
  return [`usage: ${subcommandUsage(name)}`, "", doc, "", ...flagLines(flags)];
}

const WIDTH = 28;

function flagLines(flags: Readonly<Record<string, TransactionsFlag>>): string[] {
  return Object.entries(flags).map(([name, { doc }]) => `  ${`--${name}`.padEnd(WIDTH)} ${doc}`);
}
