import { METADATA_VERSION, metadataVersions } from "@naru/broker";
import { Admin, type FeatureUpdate } from "@naru/client";
import type { Io } from "../io.ts";
import { withCluster, type Services } from "../services.ts";
import type { DowngradeOptions, UpgradeOptions } from "./feature-options.ts";

type Wanted = Pick<FeatureUpdate, "name" | "level">;

/** What one of the two commands says and does. */
interface Change {
  readonly command: string;
  readonly type: FeatureUpdate["type"];
  readonly done: string;
  /** The command that goes the other way. */
  readonly other: string;
}

/** `feature upgrade`: 0 when all levels were raised. */
export function upgradeFeatures(
  options: UpgradeOptions,
  services: Services,
  io: Io,
): Promise<number> {
  const change = {
    command: "feature upgrade",
    type: "upgrade",
    done: "upgraded",
    other: "feature downgrade",
  } as const;
  return changeLevels(change, options, { services, io });
}

/** `feature downgrade`: 0 when all levels were lowered. */
export function downgradeFeatures(
  options: DowngradeOptions,
  services: Services,
  io: Io,
): Promise<number> {
  const type = options.unsafe ? "unsafe-downgrade" : "safe-downgrade";
  const change = {
    command: "feature downgrade",
    type,
    done: "downgraded",
    other: "feature upgrade",
  } as const;
  return changeLevels(change, options, { services, io });
}

async function changeLevels(
  { command, type, done, other }: Change,
  options: UpgradeOptions,
  { services, io }: { readonly services: Services; readonly io: Io },
): Promise<number> {
  const wanted = levelsOf(options.levels);
  if (typeof wanted === "string") {
    io.err(`${command}: ${wanted}`);
    return 1;
  }
  const updates = wanted.map((level) => ({ ...level, type }));
  try {
    await withCluster(services, options, (cluster) =>
      new Admin(cluster).updateFeatures(updates, { validateOnly: options.dryRun }),
    );
  } catch (error) {
    const isRefused =
      error instanceof Error && "code" in error && error.code === "INVALID_UPDATE_VERSION";
    if (!isRefused) throw error;
    io.err(`${command}: ${sentence(error.message)} Nothing has been changed.`);
    const isOtherWay = error.message.includes("Can't downgrade");
    const next = isOtherWay ? `'naru ${other}' goes the other way, and ` : "";
    io.err(`${next}'naru feature describe' shows the levels that there are.`);
    return 1;
  }
  for (const { name, level } of wanted) {
    io.out(`${name} ${options.dryRun ? "can be" : "was"} ${done} to ${level}.`);
  }
  return 0;
}

/** The levels that were asked for; otherwise what is wrong with one of them. */
function levelsOf(words: readonly string[]): readonly Wanted[] | string {
  const wanted: Wanted[] = [];
  for (const word of words) {
    const level = levelOf(word);
    if (typeof level === "string") return level;
    if (wanted.some(({ name }) => name === level.name)) {
      return `${level.name} stands twice. Say one level.`;
    }
    wanted.push(level);
  }
  return wanted;
}

/** `metadata.version=30` or `metadata.version=4.3`; otherwise what is wrong with it. */
function levelOf(word: string): Wanted | string {
  const equals = word.indexOf("=");
  const name = word.slice(0, equals).trim();
  const text = word.slice(equals + 1).trim();
  if (equals >= 1 && /^\d{1,4}$/.test(text)) return { name, level: Number(text) };
  const level = equals >= 1 && name === METADATA_VERSION ? levelOfRelease(text) : undefined;
  if (level !== undefined) return { name, level };
  return `found '${word}', expected FEATURE=LEVEL, such as metadata.version=30 or metadata.version=4.3.`;
}

/** A release stands for the newest level that it brought. */
function levelOfRelease(release: string): number | undefined {
  const levels = Object.entries(metadataVersions)
    .filter(([, name]) => name === release || name.startsWith(`${release}-`))
    .map(([level]) => Number(level));
  return levels.at(-1);
}

/** Some of the controller's words end without a full stop. */
function sentence(text: string): string {
  return text.endsWith(".") ? text : `${text}.`;
}
