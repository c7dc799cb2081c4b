import type { Random } from "../random.ts";
import { SimulatedInode } from "./simulated-inode.ts";

export type SimulatedNode = SimulatedInode | SimulatedFolder;

/** A folder: the names that programs see, and those that a crash would leave. */
export class SimulatedFolder {
  readonly kind = "folder";
  readonly names = new Map<string, SimulatedNode>();
  readonly durableNames = new Map<string, SimulatedNode>();
  modifiedMs: number;

  constructor(modifiedMs: number) {
    this.modifiedMs = modifiedMs;
  }
}

/** A name that means something else now; undefined when it means nothing. */
export interface Naming {
  readonly folder: SimulatedFolder;
  readonly name: string;
  readonly node: SimulatedNode | undefined;
}

/** Namings that take effect together: a rename has two. */
interface NameChange {
  readonly number: number;
  readonly namings: readonly Naming[];
}

/**
 * The changes of names that a crash may still take, in their order. A file system with a journal
 * keeps some first part of them; POSIX promises only what a sync of the folder covered, so a crash
 * keeps any of them here. Each is kept or lost as a whole.
 */
export class UnsyncedNames {
  #changes: NameChange[] = [];
  #changeCount = 0;
  readonly #isVolatile: boolean;

  /** A volatile disk never crashes, so it remembers no changes. */
  constructor(options: { isVolatile: boolean }) {
    this.#isVolatile = options.isVolatile;
  }

  /** The number of the newest change: what a sync that starts now covers. */
  get changeCount(): number {
    return this.#changeCount;
  }

  /** Changes what programs see, at once. */
  change(namings: readonly Naming[]): void {
    for (const { folder, name, node } of namings) set(folder.names, name, node);
    if (this.#isVolatile) return;
    this.#changeCount += 1;
    this.#changes.push({ number: this.#changeCount, namings });
  }

  /**
   * Makes durable the folder's changes up to this number, and the earlier ones that they depend on.
   */
  synced(folder: SimulatedFolder, upTo: number): void {
    const folders = new Set([folder]);
    const durable = new Set<NameChange>();
    for (const change of this.#changes.toReversed()) {
      const isAbout = change.namings.some((naming) => folders.has(naming.folder));
      if (change.number > upTo || !isAbout) continue;
      durable.add(change);
      for (const naming of change.namings) folders.add(naming.folder);
    }
    for (const change of this.#changes) {
      if (durable.has(change)) applyDurably(change);
    }
    this.#changes = this.#changes.filter((change) => !durable.has(change));
  }

  /** The tree of names and files after a crash, by chance. Nothing of the old one is changed. */
  afterCrash(root: SimulatedFolder, random: Random): SimulatedFolder {
    const outcome = random.integer(4);
    const prefix = random.integer(this.#changes.length + 1);
    const kept = this.#changes.filter((_, at) => {
      if (outcome === 0) return false;
      if (outcome === 1) return true;
      return outcome === 2 ? at < prefix : random.integer(2) === 0;
    });
    return new Survivors(kept, random).folder(root);
  }
}

/** Copies what a crash leaves. */
class Survivors {
  readonly #kept: readonly NameChange[];
  readonly #random: Random;
  readonly #copies = new Map<SimulatedNode, SimulatedNode>();

  constructor(kept: readonly NameChange[], random: Random) {
    this.#kept = kept;
    this.#random = random;
  }

  folder(folder: SimulatedFolder): SimulatedFolder {
    const names = new Map(folder.durableNames);
    for (const naming of this.#kept.flatMap((change) => change.namings)) {
      if (naming.folder === folder) set(names, naming.name, naming.node);
    }
    const copy = new SimulatedFolder(folder.modifiedMs);
    this.#copies.set(folder, copy);
    for (const [name, node] of names) {
      const survivor = this.#copies.get(node) ?? this.#copyOf(node);
      copy.names.set(name, survivor);
      copy.durableNames.set(name, survivor);
    }
    return copy;
  }

  #copyOf(node: SimulatedNode): SimulatedNode {
    if (node.kind === "folder") return this.folder(node);
    const { modifiedMs } = node;
    const content = node.afterCrash(this.#random);
    const copy = new SimulatedInode({ content, modifiedMs, isVolatile: false });
    this.#copies.set(node, copy);
    return copy;
  }
}

function applyDurably(change: NameChange): void {
  for (const { folder, name, node } of change.namings) set(folder.durableNames, name, node);
}

function set(
  names: Map<string, SimulatedNode>,
  name: string,
  node: SimulatedNode | undefined,
): void {
  if (node === undefined) names.delete(name);
  else names.set(name, node);
}
