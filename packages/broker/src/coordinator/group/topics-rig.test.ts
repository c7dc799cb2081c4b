import type { SubscribedTopic } from "./consumer/assignor.ts";
import type { TopicsView } from "./topics-view.ts";

/** Topics that a test makes, deletes and lets grow; each change is a new version. */
export class TopicsRig implements TopicsView {
  readonly #byName = new Map<string, SubscribedTopic>();
  version = 0;
  newestTopicVersion = 0;

  byName(name: string): SubscribedTopic | undefined {
    return this.#byName.get(name);
  }

  byId(id: string): SubscribedTopic | undefined {
    return [...this.#byName.values()].find((topic) => topic.id === id);
  }

  names(): Iterable<string> {
    return this.#byName.keys();
  }

  /** A topic with an id that can be read in a golden file: its name, padded with A. */
  create(name: string, partitionCount: number): void {
    this.version += 1;
    this.newestTopicVersion = this.version;
    this.#put(name, partitionCount);
  }

  grow(name: string, partitionCount: number): void {
    this.version += 1;
    this.#put(name, partitionCount);
  }

  delete(name: string): void {
    this.version += 1;
    this.#byName.delete(name);
  }

  #put(name: string, partitionCount: number): void {
    const id = name.padEnd(22, "A");
    this.#byName.set(name, { id, name, partitionCount, racksOf: () => [] });
  }
}
