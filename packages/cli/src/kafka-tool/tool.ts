// What the look-alikes of Kafka's tools have in common.
import type { ClusterOptions } from "@naru/client";
import { failureText } from "../failure.ts";
import type { Io } from "../io.ts";
import type { Services } from "../services.ts";
import type { Flag } from "./flag.ts";
import { GivenFlags, UsageError } from "./given-flags.ts";
import { usage } from "./usage.ts";

/** The release whose tools these look like. */
export const KAFKA_VERSION = "4.3.1";

/** What a tool says of itself, with what it takes. */
interface Tool<Name extends string> {
  readonly flags: Readonly<Record<Name | "help" | "version", Flag>>;
  /** The sentence over its help. */
  readonly about: string;
  /** The same where no words were given; a tool without it runs. */
  readonly aboutWithoutWords?: string;
}

/**
 * Runs a tool, or tells its help or its version. A mistake in the words is told on standard error,
 * with the help as Kafka does.
 */
export async function runTool<Name extends string>(
  { flags, about, aboutWithoutWords }: Tool<Name>,
  { words, io }: { readonly words: readonly string[]; readonly io: Io },
  run: (given: GivenFlags<Name | "help" | "version">) => Promise<number>,
): Promise<number> {
  try {
    const given = new GivenFlags(flags, words);
    if (words.length === 0 && aboutWithoutWords !== undefined) throw withUsage(aboutWithoutWords);
    if (given.has("help")) throw withUsage(about);
    if (given.has("version")) {
      io.out(KAFKA_VERSION);
      return 0;
    }
    return await run(given);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    io.err(error.message);
    if (error.showsUsage) for (const line of usage(flags)) io.err(line);
    return 1;
  }
}

/** A mistake after which the help follows. */
export function withUsage(message: string): UsageError {
  return new UsageError(message, { showsUsage: true });
}

/** The settings in the file that --command-config names. */
export async function settingsOf(
  file: string | undefined,
  services: Services,
): Promise<Partial<ClusterOptions>> {
  if (file === undefined) return {};
  try {
    // Loaded when it is asked for: properties files are read with the broker's own reader.
    const { commandConfig } = await import("./command-config.ts");
    return commandConfig(file, await services.readText(file));
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    const message = isMissing ? file : bareFailure(error);
    throw new UsageError(message, { showsUsage: false });
  }
}

/** Runs what Kafka's tool ends with a stack trace and exit code 1 where it fails: ours says why. */
export async function orFailure(io: Pick<Io, "err">, run: () => Promise<number>): Promise<number> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof UsageError) throw error;
    io.err(bareFailure(error));
    return 1;
  }
}

/** How a tool ends: as a process does that a signal ended, when one did; else well. */
export function exitCodeOfStop({ stop }: Services): number {
  if (!stop.aborted) return 0;
  return stop.reason === "SIGTERM" ? 143 : 130;
}

/** What a failure says, without our name before it. */
export function bareFailure(error: unknown): string {
  return failureText(error).replace(/^naru: /, "");
}
