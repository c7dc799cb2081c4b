// Bundles the naru command from the sources, so that it starts several times faster than they do.
//
//   node tools/bundle.mjs
//
// Writes packages/cli/dist/bundle/naru.mjs, its chunks, and each `*.job.ts` (what a worker thread
// runs) as an entry of its own beside them. Does nothing when no source has changed.
// Plain JavaScript: it runs before the project's own Node is sure to be the one that is called.
import { createHash } from "node:crypto";
import * as fs from "node:fs";
import * as path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const packagesFolder = path.join(root, "packages");
const outFolder = path.join(packagesFolder, "cli/dist/bundle");
const mainFile = path.join(packagesFolder, "cli/src/main.ts");
const stampFile = path.join(outFolder, ".stamp");
// A broker that runs from an older bundle may still load its chunks: keep them for a day.
const OLD_CHUNK_MS = 24 * 60 * 60 * 1000;

function sourceFiles() {
  const sources = fs
    .readdirSync(packagesFolder)
    .map((name) => path.join(packagesFolder, name, "src"))
    .filter((folder) => fs.existsSync(folder))
    .flatMap((folder) =>
      fs
        .readdirSync(folder, { recursive: true, encoding: "utf8" })
        .map((name) => path.join(folder, name)),
    );
  return sources.filter(
    (file) => file.endsWith(".ts") && !/\.test\.ts$|[\\/]testdata[\\/]/.test(file),
  );
}

/** Changes when a file is added, removed or written. */
function stampOf(files) {
  const hash = createHash("sha256");
  for (const file of [
    ...files,
    fileURLToPath(import.meta.url),
    path.join(root, "package-lock.json"),
  ]) {
    const { size, mtimeMs } = fs.statSync(file);
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest("hex");
}

function isFresh(stamp) {
  if (!fs.existsSync(path.join(outFolder, "naru.mjs"))) return false;
  return fs.existsSync(stampFile) && fs.readFileSync(stampFile, "utf8") === stamp;
}

/** Jobs are found by their file name alone, so no two may share one. */
function jobEntries(files) {
  const entries = {};
  for (const file of files.filter((each) => each.endsWith(".job.ts"))) {
    const name = path.basename(file, ".ts");
    if (entries[name] !== undefined) {
      throw new Error(`bundle: ${file} and ${entries[name]} have one name. Rename one of them.`);
    }
    entries[name] = file;
  }
  return entries;
}

async function bundle(files) {
  const result = await build({
    absWorkingDir: root,
    entryPoints: { naru: mainFile, ...jobEntries(files) },
    outdir: outFolder,
    outExtension: { ".js": ".mjs" },
    chunkNames: "chunk-[hash]",
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node22.18",
    conditions: ["@naru/source"],
    // Native modules: loaded when first used, from node_modules.
    external: ["@node-rs/crc32", "lz4-napi", "snappy"],
    sourcemap: true,
    sourcesContent: false,
    metafile: true,
    logLevel: "warning",
  });
  return Object.keys(result.metafile.outputs).map((name) => path.basename(name));
}

function removeOldChunks(written) {
  for (const name of fs.readdirSync(outFolder)) {
    const file = path.join(outFolder, name);
    if (written.includes(name) || Date.now() - fs.statSync(file).mtimeMs < OLD_CHUNK_MS) continue;
    fs.rmSync(file);
  }
}

const files = sourceFiles();
const stamp = stampOf(files);
if (isFresh(stamp)) {
  // bin/naru compares times alone, and a new test has made its folder newer than the bundle.
  fs.utimesSync(path.join(outFolder, "naru.mjs"), new Date(), new Date());
} else {
  removeOldChunks([...(await bundle(files)), ".stamp"]);
  fs.writeFileSync(stampFile, stamp);
}
