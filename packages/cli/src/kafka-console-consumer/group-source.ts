import {
  Admin,
  GroupMembership,
  PartitionReader,
  type Cluster,
  type FetchedRecord,
  type StartingPoint,
  type TopicPartition,
} from "@naru/client";
import { bareFailure } from "../kafka-tool/tool.ts";
import { nameOf } from "../name-of.ts";
import type { ConsumerSettings } from "./consumer-settings.ts";
import type { RecordSource } from "./record-source.ts";
import { subscriptionOf, type Subscription, type TopicChoice } from "./subscription.ts";

/** A topic that is not there is looked for as often as this. */
const WAITING_CHECK_MS = 1_000;

/** What a member of a group is to read, from where the group is. */
interface Assignment {
  readonly partitions: readonly TopicPartition[];
  readonly reader: PartitionReader;
}

export interface GroupSourceOptions {
  readonly choice: TopicChoice;
  readonly settings: ConsumerSettings;
  /** Hears of what failed and is no reason to end. */
  readonly tell: (problem: string) => void;
}

/**
 * Topics read as a member of a group. Each poll first does what is due: a commit, a heartbeat, a
 * look at the topics; when the group is divided anew it commits and joins again.
 */
export class GroupSource implements RecordSource {
  readonly #cluster: Cluster;
  readonly #choice: TopicChoice;
  readonly #settings: ConsumerSettings;
  readonly #member: GroupMembership;
  #subscription: Subscription | undefined;
  #assignment: Assignment | undefined;
  #heartbeatAtMs = 0;
  #commitAtMs = 0;
  #lookAtMs = 0;
  #isClosed = false;
  readonly #tell: (problem: string) => void;

  constructor(cluster: Cluster, { choice, settings, tell }: GroupSourceOptions) {
    this.#cluster = cluster;
    this.#choice = choice;
    this.#settings = settings;
    this.#tell = tell;
    this.#member = new GroupMembership(cluster, { ...settings, topics: [] });
  }

  async poll(timeoutMs: number): Promise<readonly FetchedRecord[]> {
    const before = this.#assignment;
    if (before !== undefined && !(await this.#isStill(before))) {
      this.#assignment = undefined;
      before.reader.close();
      await this.#commit(before, []);
    }
    this.#assignment ??= await this.#join();
    if (this.#isClosed) this.#assignment.reader.close();
    return this.#assignment.reader.poll({ timeoutMs });
  }

  async close(left: readonly FetchedRecord[]): Promise<void> {
    this.#isClosed = true;
    if (this.#assignment !== undefined) {
      await this.#commit(this.#assignment, left);
      this.#assignment.reader.close();
    }
    await this.#member.leave();
  }

  /** Whether what this member reads is still its own, after all that was due. */
  async #isStill(assignment: Assignment): Promise<boolean> {
    const { autoCommitIntervalMs, heartbeatIntervalMs } = this.#settings;
    const nowMs = this.#cluster.runtime.clock.monotonicMs();
    if (nowMs >= this.#commitAtMs) {
      this.#commitAtMs = nowMs + autoCommitIntervalMs;
      if (!(await this.#commit(assignment, []))) return false;
    }
    if (nowMs >= this.#heartbeatAtMs) {
      this.#heartbeatAtMs = nowMs + heartbeatIntervalMs;
      if (!(await this.#member.heartbeat())) return false;
    }
    if (nowMs < this.#lookAtMs) return true;
    const before = this.#subscription?.fingerprint;
    const { fingerprint } = await this.#look();
    return fingerprint === before;
  }

  async #look(): Promise<Subscription> {
    const found = await subscriptionOf(this.#cluster, this.#choice, this.#settings);
    const { metadataMaxAgeMs } = this.#settings;
    this.#lookAtMs =
      this.#cluster.runtime.clock.monotonicMs() +
      (found.isWaiting ? Math.min(WAITING_CHECK_MS, metadataMaxAgeMs) : metadataMaxAgeMs);
    this.#subscription = found;
    return found;
  }

  async #join(): Promise<Assignment> {
    const { topics } = this.#subscription ?? (await this.#look());
    this.#member.subscribe(topics);
    const assigned = await this.#member.join();
    const nowMs = this.#cluster.runtime.clock.monotonicMs();
    this.#heartbeatAtMs = nowMs + this.#settings.heartbeatIntervalMs;
    this.#commitAtMs = nowMs + this.#settings.autoCommitIntervalMs;
    const partitions = assigned.flatMap((each) =>
      each.partitions.map((partition) => ({ topic: each.topic, partition })),
    );
    const start = await this.#startOf(partitions);
    return { partitions, reader: new PartitionReader(this.#cluster, start, this.#settings) };
  }

  /** From where the group is; where it has not been, as auto.offset.reset says. */
  async #startOf(partitions: readonly TopicPartition[]): Promise<StartingPoint[]> {
    const { groupId, autoOffsetReset, isolationLevel } = this.#settings;
    const admin = new Admin(this.#cluster);
    const committed = new Map(
      (await admin.listGroupOffsets(groupId)).map((each) => [nameOf(each), each.offset]),
    );
    const fresh = partitions.filter((each) => !committed.has(nameOf(each)));
    if (fresh.length > 0 && autoOffsetReset === "none") {
      throw new Error(
        `Undefined offset with no reset policy for partitions: [${fresh.map(nameOf).join(", ")}]`,
      );
    }
    const spec = autoOffsetReset === "none" ? "latest" : autoOffsetReset;
    for (const topic of new Set(fresh.map((each) => each.topic))) {
      const offsets = await admin.listOffsets(topic, spec, { isolationLevel });
      for (const [partition, offset] of offsets) {
        const name = nameOf({ topic, partition });
        if (!committed.has(name)) committed.set(name, offset);
      }
    }
    return partitions.map((each) => ({ ...each, offset: committed.get(nameOf(each)) ?? 0 }));
  }

  /** Commits what was used, if it can; false when this is no member any more. */
  async #commit(assignment: Assignment, left: readonly FetchedRecord[]): Promise<boolean> {
    if (!this.#settings.enableAutoCommit) return true;
    const { partitions, reader } = assignment;
    const unused = new Map(left.toReversed().map((each) => [nameOf(each), each.offset]));
    const offsets = partitions.map((each) => ({
      topic: each.topic,
      partition: each.partition,
      offset: unused.get(nameOf(each)) ?? reader.position(each),
    }));
    try {
      return await this.#member.commit(offsets);
    } catch (error) {
      // As with Kafka's consumer: the next commit will do.
      this.#tell(`Offsets were not committed: ${bareFailure(error)}`);
      return true;
    }
  }
}
