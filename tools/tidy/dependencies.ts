import { builtinModules } from "node:module";
import type { Finding } from "./finding.ts";
import { type Import, importsOf, packageNameOf } from "./imports.ts";
import { type Manifest, manifestFor, manifestsOf } from "./manifests.ts";
import { nodeFolders, packageLayers, realTestSuffixes, testModules } from "./rooms.ts";
import { isInside, isSource, isTest, type Tree, type TreeFile } from "./tree.ts";

/**
 * What a package imports it declares. npm lifts the packages of a workspace to the root, so an
 * undeclared import works here and fails at whoever installs the package alone.
 */
export function checkDependencies(tree: Tree): Finding[] {
  const manifests = manifestsOf(tree);
  const imports = tree
    .filter((file) => isSource(file) || file.path.includes("/generated/"))
    .flatMap((file) => importsOf(file.text).flatMap((found) => undeclared(file, found, manifests)));
  return [...imports, ...manifests.flatMap((manifest) => misdeclared(manifest, manifests))];
}

/** `node:*` stays in the folders that rooms.ts names; elsewhere the Runtime is passed in. */
export function checkNodeImports(tree: Tree): Finding[] {
  return tree
    .filter((file) => isSource(file) && /^(packages|simulator)\//.test(file.path))
    .filter((file) => !nodeFolders.some((folder) => isInside(file.path, folder)))
    .filter((file) => !realTestSuffixes.some((suffix) => file.path.endsWith(suffix)))
    .flatMap((file) =>
      importsOf(file.text)
        .filter(({ specifier }) => isNodeModule(specifier))
        .filter(({ specifier }) => !(isTest(file.path) && testModules.includes(specifier)))
        .map(({ specifier, line }) => ({
          file: file.path,
          line,
          message: `imports ${specifier}. Take what it does from the Runtime that is passed in.`,
        })),
    );
}

function isNodeModule(specifier: string): boolean {
  return specifier.startsWith("node:") || builtinModules.includes(specifier);
}

function undeclared(file: TreeFile, found: Import, manifests: readonly Manifest[]): Finding[] {
  const { specifier } = found;
  if (/^[.#]/.test(specifier) || isNodeModule(specifier)) return [];
  const own = manifestFor(manifests, file.path);
  const name = packageNameOf(specifier);
  if (own === undefined || own.name === name) return [];
  const declared = { ...own.dependencies, ...own.otherDependencies };
  if (name in declared) return [];
  const isShipped =
    file.path.startsWith("packages/") && file.path.includes("/src/") && !isTest(file.path);
  const forDevelopment = { ...own.devDependencies, ...manifests[0]?.devDependencies };
  if (!isShipped && name in forDevelopment) return [];
  return [
    {
      file: file.path,
      line: found.line,
      message: `imports ${name}, which the package.json of ${own.name} does not name. Add it to dependencies.`,
    },
  ];
}

/** Siblings carry one version, and a manifest names only what the table of layers allows. */
function misdeclared(manifest: Manifest, manifests: readonly Manifest[]): Finding[] {
  const file = manifest.folder === "" ? "package.json" : `${manifest.folder}/package.json`;
  const version = manifests[0]?.version;
  const findings: Finding[] = [];
  if (manifest.version !== version) {
    findings.push({
      file,
      message: `has version ${manifest.version}, expected the root's ${version}.`,
    });
  }
  for (const [name, range] of Object.entries(manifest.dependencies)) {
    if (packageLayers[name] === undefined) continue;
    if (range !== version) {
      findings.push({ file, message: `names ${name} at ${range}, expected exactly ${version}.` });
    }
    const allowed = packageLayers[manifest.name];
    if (allowed !== undefined && !allowed.includes(name)) {
      findings.push({ file, message: `names ${name}, which ${manifest.name} may not import.` });
    }
  }
  return findings;
}
