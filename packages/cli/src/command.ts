import type { Io } from "./io.ts";
import type { Services } from "./services.ts";

/** One option, declared once: parsing, help and the reference page come from it. */
export interface OptionDeclaration {
  /** Without the dashes: `bootstrap-server`. */
  readonly name: string;
  readonly kind: "text" | "integer" | "switch" | "list";
  /** What stands for the value in the help: `HOST:PORT`. */
  readonly value?: string;
  readonly default?: string | number;
  readonly choices?: readonly string[];
  readonly doc: string;
}

/** A word that stands without a flag. */
export interface ArgumentDeclaration {
  readonly name: string;
  /** Takes all the words that are left; at least one. */
  readonly isRest?: boolean;
  readonly doc: string;
}

/** A command line that does something, and what it does. */
export interface Example {
  readonly line: string;
  readonly doc: string;
}

export interface CommandDeclaration {
  /** `topic create` */
  readonly words: string;
  readonly summary: string;
  /** What the summary has no room for. */
  readonly details?: string;
  readonly arguments: readonly ArgumentDeclaration[];
  readonly options: readonly OptionDeclaration[];
  readonly examples: readonly Example[];
}

type CamelCase<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${First}${Capitalize<CamelCase<Rest>>}`
  : Name;

type ValueOf<Option extends OptionDeclaration> = Option["kind"] extends "switch"
  ? boolean
  : Option["kind"] extends "list"
    ? readonly string[]
    : Option["kind"] extends "integer"
      ? Option extends { readonly default: number }
        ? number
        : number | undefined
      :
          | (Option extends { readonly choices: readonly (infer Choice)[] } ? Choice : string)
          | (Option extends { readonly default: string } ? never : undefined);

/** What a command is called with: its options by name in camel case, and its arguments. */
export type OptionsOf<Declaration extends CommandDeclaration> = {
  readonly [Option in Declaration["options"][number] as CamelCase<Option["name"]>]: ValueOf<Option>;
} & {
  readonly [Argument in Declaration["arguments"][number] as Argument["name"]]: Argument extends {
    readonly isRest: true;
  }
    ? readonly string[]
    : string;
};

/** A command is a function of its options; it returns the exit code. */
export type Run<Options> = (options: Options, services: Services, io: Io) => Promise<number>;

/** A command with the way to its function, which is loaded only when it runs. */
export interface Command {
  readonly declaration: CommandDeclaration;
  load(): Promise<Run<Readonly<Record<string, unknown>>>>;
}

/** Ties a declaration to its function, whose options it types. */
export function command<const Declaration extends CommandDeclaration>(
  declaration: Declaration,
  load: () => Promise<Run<OptionsOf<Declaration>>>,
): Command {
  return { declaration, load: load as unknown as Command["load"] };
}

export const bootstrapServer = {
  name: "bootstrap-server",
  kind: "text",
  value: "HOST:PORT",
  default: "localhost:9092",
  doc: "A broker of the cluster, or several by comma.",
} as const satisfies OptionDeclaration;

export const json = {
  name: "json",
  kind: "switch",
  doc: "Print JSON in place of a table.",
} as const satisfies OptionDeclaration;
