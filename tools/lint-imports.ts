// Turns the tables of tools/tidy/rooms.ts into lint overrides: what each folder may not import.
import { builtinModules } from "node:module";
import {
  brokerLayers,
  nodeFolders,
  packageLayers,
  realTestSuffixes,
  testModules,
} from "./tidy/rooms.ts";

interface Ban {
  readonly regex: string;
  readonly message: string;
}

interface Override {
  readonly files: string[];
  readonly rules: Record<string, ["error", { patterns: Ban[] }]>;
}

/** What to do instead of touching the outside world. */
export const takeRuntime = "Take it from the Runtime that is passed in (packages/runtime).";

/** Forbids the modules of Node but for those that `allowed` names. */
function nodeBan(allowed: readonly string[], message: string): Ban {
  const forbidden = builtinModules
    .map((name) => name.replace(/^node:/, ""))
    .filter((name) => !allowed.includes(`node:${name}`));
  return { regex: `^(node:)?(${forbidden.join("|")})$`, message };
}

const bans = {
  node: nodeBan([], takeRuntime),
  nodeInTests: nodeBan(
    testModules,
    "A quick test has no files, sockets or clock of its own; a *.cluster.test.ts may.",
  ),
};

/** Forbids every workspace package that `name` may not import. */
function packageBan(name: string): Ban {
  const allowed = packageLayers[name] ?? [];
  const forbidden = Object.keys(packageLayers).filter((other) => !allowed.includes(other));
  return {
    regex: `^(${forbidden.join("|")})(/|$)`,
    message: `${name} may import only: ${allowed.join(", ") || "no workspace package"}.`,
  };
}

/** Forbids every sibling folder of broker/src that `folder` may not import. */
function folderBan(folder: string): Ban {
  const allowed = brokerLayers[folder] ?? [];
  const forbidden = Object.keys(brokerLayers).filter(
    (other) => other !== folder && !allowed.includes(other),
  );
  return {
    regex: `^(\\.\\./)+(${forbidden.join("|")})/`,
    message: `broker/src/${folder} may import only: ${allowed.join(", ") || "no other folder"}.`,
  };
}

function override(files: string[], patterns: Ban[]): Override {
  return { files, rules: { "eslint/no-restricted-imports": ["error", { patterns }] } };
}

/** The rule has one list a file, and the last override wins: each repeats what still holds. */
function overridesOf(folder: string, layers: Ban[]): Override[] {
  const real = realTestSuffixes.map((suffix) => `${folder}/**/*${suffix}`);
  return [
    override([`${folder}/**`], [...layers, bans.node]),
    override([`${folder}/**/*.test.ts`], [...layers, bans.nodeInTests]),
    override(real, layers),
  ];
}

function packageFolder(name: string): string {
  return `packages/${name === "naru" ? "cli" : name.slice("@naru/".length)}`;
}

function layersOf(folder: string): Ban[] {
  const name = Object.keys(packageLayers).find((each) =>
    folder.startsWith(`${packageFolder(each)}/`),
  );
  return name === undefined ? [] : [packageBan(name)];
}

/** The overrides in the order in which they must stand: the wide first, the narrow last. */
export const importOverrides: Override[] = [
  ...Object.keys(packageLayers).flatMap((name) =>
    overridesOf(packageFolder(name), [packageBan(name)]),
  ),
  ...Object.keys(brokerLayers).flatMap((folder) =>
    overridesOf(`packages/broker/src/${folder}`, [packageBan("@naru/broker"), folderBan(folder)]),
  ),
  ...nodeFolders.map((folder) => override([`${folder}/**`], layersOf(`${folder}/`))),
];
