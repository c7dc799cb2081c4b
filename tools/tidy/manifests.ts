import type { Tree } from "./tree.ts";

/** What the checks read of a package.json. */
export interface Manifest {
  readonly folder: string;
  readonly name: string;
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  /** Peer and optional ones. */
  readonly otherDependencies: Readonly<Record<string, string>>;
}

interface PackageJson {
  name: string;
  version: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

/** Every package.json of the tree, the root's first (its folder is the empty string). */
export function manifestsOf(tree: Tree): Manifest[] {
  return tree
    .filter((file) => /^((packages|examples)\/[^/]+\/|[^/]+\/)?package\.json$/.test(file.path))
    .map((file) => {
      const json: PackageJson = JSON.parse(file.text);
      return {
        folder: file.path.slice(0, -"package.json".length).replace(/\/$/, ""),
        name: json.name,
        version: json.version,
        dependencies: json.dependencies ?? {},
        devDependencies: json.devDependencies ?? {},
        otherDependencies: { ...json.peerDependencies, ...json.optionalDependencies },
      };
    })
    .toSorted((left, right) => left.folder.length - right.folder.length);
}

/** The manifest that rules a file: the one in the deepest folder around it. */
export function manifestFor(manifests: readonly Manifest[], name: string): Manifest | undefined {
  return manifests.findLast(
    (manifest) => manifest.folder === "" || name.startsWith(`${manifest.folder}/`),
  );
}
