/**
 * A map that never changes: `set` and `delete` return another map, which shares all but the path to
 * the changed key with the first. What a listener holds stays as it was, and a change among 10,000
 * entries costs about 14 small objects instead of a copy.
 *
 *   a balanced tree (AVL), ordered by key as `<` orders it:
 *     every key on the left < key < every key on the right
 *     the heights of the two sides differ by at most one
 *
 * Iteration is in key order, so what is made from a map (a snapshot, an answer, a log line) is the
 * same on every run, and `from` serves requests that go on where the last answer ended.
 */
export class SortedMap<Key extends string | number, Value> implements ReadonlyMap<Key, Value> {
  readonly #root: Node<Key, Value> | undefined;
  readonly size: number;

  private constructor(root: Node<Key, Value> | undefined, size: number) {
    this.#root = root;
    this.size = size;
  }

  /** A map without entries. */
  static empty<Key extends string | number, Value>(): SortedMap<Key, Value> {
    return new SortedMap<Key, Value>(undefined, 0);
  }

  get(key: Key): Value | undefined {
    return find(this.#root, key)?.value;
  }

  has(key: Key): boolean {
    return find(this.#root, key) !== undefined;
  }

  /** This map with one entry added or replaced. */
  set(key: Key, value: Value): SortedMap<Key, Value> {
    const size = this.has(key) ? this.size : this.size + 1;
    return new SortedMap(insert(this.#root, key, value), size);
  }

  /** This map without the key; this very map when it is not in it. */
  delete(key: Key): SortedMap<Key, Value> {
    if (!this.has(key)) return this;
    return new SortedMap(remove(this.#root, key), this.size - 1);
  }

  /** The entries from the first key that is not below `start`. */
  *from(start: Key): IterableIterator<[Key, Value]> {
    yield* walkFrom(this.#root, start);
  }

  *entries(): MapIterator<[Key, Value]> {
    yield* walk(this.#root);
  }

  *keys(): MapIterator<Key> {
    for (const [key] of walk(this.#root)) yield key;
  }

  *values(): MapIterator<Value> {
    for (const [, value] of walk(this.#root)) yield value;
  }

  [Symbol.iterator](): MapIterator<[Key, Value]> {
    return this.entries();
  }

  forEach(visit: (value: Value, key: Key, map: ReadonlyMap<Key, Value>) => void): void {
    for (const [key, value] of this) visit(value, key, this);
  }
}

interface Node<Key, Value> {
  readonly key: Key;
  readonly value: Value;
  readonly left: Node<Key, Value> | undefined;
  readonly right: Node<Key, Value> | undefined;
  readonly height: number;
}

type Tree<Key, Value> = Node<Key, Value> | undefined;

function heightOf(tree: Tree<unknown, unknown>): number {
  return tree === undefined ? 0 : tree.height;
}

function node<Key, Value>(
  entry: { readonly key: Key; readonly value: Value },
  left: Tree<Key, Value>,
  right: Tree<Key, Value>,
): Node<Key, Value> {
  const height = 1 + Math.max(heightOf(left), heightOf(right));
  return { key: entry.key, value: entry.value, left, right, height };
}

function find<Key extends string | number, Value>(
  tree: Tree<Key, Value>,
  key: Key,
): Tree<Key, Value> {
  let at = tree;
  while (at !== undefined && at.key !== key) at = key < at.key ? at.left : at.right;
  return at;
}

function insert<Key extends string | number, Value>(
  tree: Tree<Key, Value>,
  key: Key,
  value: Value,
): Node<Key, Value> {
  if (tree === undefined) return node({ key, value }, undefined, undefined);
  if (key === tree.key) return node({ key, value }, tree.left, tree.right);
  return key < tree.key
    ? balance(tree, insert(tree.left, key, value), tree.right)
    : balance(tree, tree.left, insert(tree.right, key, value));
}

function remove<Key extends string | number, Value>(
  tree: Tree<Key, Value>,
  key: Key,
): Tree<Key, Value> {
  if (tree === undefined) return undefined;
  if (key < tree.key) return balance(tree, remove(tree.left, key), tree.right);
  if (key > tree.key) return balance(tree, tree.left, remove(tree.right, key));
  if (tree.left === undefined) return tree.right;
  if (tree.right === undefined) return tree.left;
  // The next key takes the place of the one that goes.
  let next = tree.right;
  while (next.left !== undefined) next = next.left;
  return balance(next, tree.left, remove(tree.right, next.key));
}

/** `entry` over two sides whose heights may differ by two: one or two rotations make it one. */
function balance<Key, Value>(
  entry: { readonly key: Key; readonly value: Value },
  left: Tree<Key, Value>,
  right: Tree<Key, Value>,
): Node<Key, Value> {
  const lean = heightOf(left) - heightOf(right);
  if (lean > 1 && left !== undefined) {
    const inner = left.right;
    if (inner === undefined || heightOf(left.left) >= inner.height) {
      return node(left, left.left, node(entry, inner, right));
    }
    return node(inner, node(left, left.left, inner.left), node(entry, inner.right, right));
  }
  if (lean < -1 && right !== undefined) {
    const inner = right.left;
    if (inner === undefined || heightOf(right.right) >= inner.height) {
      return node(right, node(entry, left, inner), right.right);
    }
    return node(inner, node(entry, left, inner.left), node(right, inner.right, right.right));
  }
  return node(entry, left, right);
}

function* walk<Key, Value>(tree: Tree<Key, Value>): MapIterator<[Key, Value]> {
  const above: Node<Key, Value>[] = [];
  let at = tree;
  while (at !== undefined || above.length > 0) {
    for (; at !== undefined; at = at.left) above.push(at);
    const next = above.pop();
    if (next === undefined) return;
    yield [next.key, next.value];
    at = next.right;
  }
}

function* walkFrom<Key extends string | number, Value>(
  tree: Tree<Key, Value>,
  start: Key,
): IterableIterator<[Key, Value]> {
  if (tree === undefined) return;
  if (tree.key < start) {
    yield* walkFrom(tree.right, start);
    return;
  }
  yield* walkFrom(tree.left, start);
  yield [tree.key, tree.value];
  yield* walk(tree.right);
}
