// The rooms of the house and who may know whom, as data. The lint configuration and the layer check
// both read these tables: each rule is written once, and seen in the editor and in `npm run check`.

/** For each workspace package, the workspace packages that it may import. Imports point one way. */
export const packageLayers: Readonly<Record<string, readonly string[]>> = {
  "@naru/runtime": [],
  "@naru/protocol": ["@naru/runtime"],
  "@naru/broker": ["@naru/runtime", "@naru/protocol"],
  "@naru/client": ["@naru/runtime", "@naru/protocol"],
  naru: ["@naru/runtime", "@naru/protocol", "@naru/broker", "@naru/client"],
};

/** Private folders at the root. They ship to nobody and may import any package. */
export const freeFolders: readonly string[] = ["conformance", "bench", "examples", "tools"];

/** For each folder of `packages/broker/src`, the sibling folders that it may import. */
export const brokerLayers: Readonly<Record<string, readonly string[]>> = {
  log: [],
  metadata: [],
  coordinator: ["metadata"],
  controller: ["metadata"],
  partition: ["log", "metadata"],
  network: ["metadata"],
  apis: ["log", "metadata", "coordinator", "controller", "partition", "network"],
  server: ["log", "metadata", "coordinator", "controller", "partition", "network", "apis"],
};

/** Folders that touch the outside world: they may import `node:*` and use `process`. */
export const nodeFolders: readonly string[] = [
  "packages/runtime/src/node",
  "packages/protocol/src/compression",
  "packages/protocol/codegen",
  "packages/console",
  "packages/cli",
  ...freeFolders,
];

/** Folders that may read the machine's clock and chance directly. The others take a `Runtime`. */
export const clockFolders: readonly string[] = ["packages/runtime/src/node", ...freeFolders];

/** Kinds of test that use real files, sockets and processes; the quick tests do not. */
export const realTestSuffixes: readonly string[] = [
  ".golden.test.ts",
  ".cluster.test.ts",
  ".slow.test.ts",
];

/** What every test may import from Node, quick or not. */
export const testModules: readonly string[] = ["node:test", "node:assert/strict"];
