import { DiskError } from "../disk.ts";
import type { Random } from "../random.ts";
import type { SimulatedDiskCore } from "./simulated-disk-core.ts";
import { SimulatedFolder, UnsyncedNames } from "./simulated-folder.ts";
import type { Naming, SimulatedNode } from "./simulated-folder.ts";

/** Paths: which name in which folder leads to what. */
export class SimulatedTree {
  readonly #core: SimulatedDiskCore;
  readonly #root: SimulatedFolder;
  readonly #unsynced: UnsyncedNames;

  constructor(core: SimulatedDiskCore, root: SimulatedFolder, options: { isVolatile: boolean }) {
    this.#core = core;
    this.#root = root;
    this.#unsynced = new UnsyncedNames(options);
    countBytes(root, core);
  }

  /** The number of the newest change of a name. */
  get changeCount(): number {
    return this.#unsynced.changeCount;
  }

  find(path: string): SimulatedNode | undefined {
    let node: SimulatedNode | undefined = this.#root;
    for (const name of namesOf(path)) {
      if (node?.kind !== "folder") return undefined;
      node = node.names.get(name);
    }
    return node;
  }

  existing(path: string): SimulatedNode {
    const node = this.find(path);
    if (node === undefined) throw failure("ENOENT", path, "no such file or folder");
    return node;
  }

  folder(path: string): SimulatedFolder {
    const node = this.existing(path);
    if (node.kind !== "folder") throw failure("OTHER", path, "is not a folder");
    return node;
  }

  /** Gives a node a name that nothing has. */
  put(path: string, node: SimulatedNode): void {
    this.#change([this.#naming(path, node)]);
  }

  makeFolder(path: string): void {
    let at = "";
    for (const name of namesOf(path)) {
      at += `/${name}`;
      const node = this.find(at);
      if (node === undefined) this.put(at, new SimulatedFolder(this.#core.nowMs()));
      else if (node.kind === "file") throw failure("EEXIST", at, "is a file, not a folder");
    }
  }

  rename(from: string, to: string): void {
    const node = this.existing(from);
    const replaced = this.find(to);
    if (replaced === node) return;
    if (node.kind === "folder" && `${clean(to)}/`.startsWith(`${clean(from)}/`)) {
      throw failure("OTHER", from, "cannot become a folder inside itself");
    }
    if (replaced !== undefined && (replaced.kind === "folder" || node.kind === "folder")) {
      throw failure("EEXIST", to, "exists already");
    }
    this.#change([this.#naming(from, undefined), this.#naming(to, node)]);
    if (replaced !== undefined) this.#core.unlinked(replaced);
  }

  remove(path: string): void {
    const node = this.existing(path);
    this.#change([this.#naming(path, undefined)]);
    if (node.kind === "file") this.#core.unlinked(node);
  }

  /** One name after the other, as a crash in the middle would show. */
  removeFolder(path: string): void {
    for (const [name, node] of this.folder(path).names) {
      if (node.kind === "folder") this.removeFolder(`${path}/${name}`);
      else this.remove(`${path}/${name}`);
    }
    this.remove(path);
  }

  /** Makes the names in this folder durable as they were after the change of this number. */
  syncNames(folder: SimulatedFolder, upTo: number): void {
    this.#unsynced.synced(folder, upTo);
  }

  afterCrash(random: Random): SimulatedFolder {
    return this.#unsynced.afterCrash(this.#root, random);
  }

  #change(namings: readonly Naming[]): void {
    this.#unsynced.change(namings);
    for (const { folder } of namings) folder.modifiedMs = this.#core.nowMs();
  }

  #naming(path: string, node: SimulatedNode | undefined): Naming {
    const names = namesOf(path);
    const name = names.pop();
    if (name === undefined) throw failure("OTHER", path, "the root folder keeps its name");
    return { folder: this.folder(names.join("/")), name, node };
  }
}

function countBytes(folder: SimulatedFolder, core: SimulatedDiskCore): void {
  for (const node of folder.names.values()) {
    if (node.kind === "folder") countBytes(node, core);
    else core.use(node, node.content.length);
  }
}

function namesOf(path: string): string[] {
  return path.split("/").filter((name) => name !== "" && name !== ".");
}

function clean(path: string): string {
  return namesOf(path).join("/");
}

function failure(code: "ENOENT" | "EEXIST" | "OTHER", path: string, found: string): DiskError {
  return new DiskError(`${path}: ${found}.`, { code, path });
}
