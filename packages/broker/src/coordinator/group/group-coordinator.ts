import { coordinatorPartition, type ErrorName } from "@naru/protocol";
import type { Clock, Logger } from "@naru/runtime";
import type { BatchTransaction, CoordinatorLog } from "../runtime/coordinator-log.ts";
import { askAll, type QuestionToAll } from "../runtime/ask-all.ts";
import { Shard } from "../runtime/shard.ts";
import type { ReplyTo } from "../runtime/step.ts";
import { GroupMachine, type GroupMachineOptions } from "./group-machine.ts";
import type { GroupRecord, GroupStep } from "./group-step.ts";
import type { GroupTimer } from "./group-timer.ts";
import type { EndMarker } from "../transaction/marker-writer.ts";
import { deleteOffsetsOfTopics } from "./offsets/delete-offsets.ts";

type GroupShard = Shard<GroupRecord, GroupTimer, GroupMachine>;

/** A request to the shard of one group. */
export interface GroupRequest<Response> {
  run(machine: GroupMachine, step: GroupStep, to: ReplyTo<Response>): void;
  failed(error: ErrorName): Response;
  done(response: Response): void;
  /** The transaction that the records are part of. */
  readonly transaction?: BatchTransaction | undefined;
}

export interface GroupCoordinatorOptions extends GroupMachineOptions {
  readonly clock: Clock;
  readonly logger: Logger;
  /** How many partitions `__consumer_offsets` has; undefined before there is any. */
  partitionCount(): number | undefined;
}

/** The group coordinator of this broker: a shard for each partition of its topic that it leads. */
export class GroupCoordinator {
  readonly #options: GroupCoordinatorOptions;
  readonly #shards = new Map<number, GroupShard>();

  constructor(options: GroupCoordinatorOptions) {
    this.#options = options;
  }

  /** The partition that decides who coordinates a group. */
  partitionFor(groupId: string): number | undefined {
    const count = this.#options.partitionCount();
    return count === undefined ? undefined : coordinatorPartition(groupId, count);
  }

  /** This broker leads the partition: its groups are read and served. */
  elected(partition: number, log: CoordinatorLog): void {
    if (this.#shards.has(partition)) return;
    const { clock, logger } = this.#options;
    const shard: GroupShard = new Shard({
      name: `__consumer_offsets-${partition}`,
      log,
      clock,
      logger,
      newMachine: () => new GroupMachine(this.#options),
    });
    this.#shards.set(partition, shard);
    shard.load();
  }

  resigned(partition: number): void {
    const shard = this.#shards.get(partition);
    this.#shards.delete(partition);
    shard?.unload();
  }

  /** The broker stops. */
  close(): void {
    for (const partition of this.#shards.keys()) this.resigned(partition);
  }

  run<Response>(groupId: string, request: GroupRequest<Response>): void {
    const partition = this.partitionFor(groupId);
    const shard = partition === undefined ? undefined : this.#shards.get(partition);
    if (shard === undefined) request.done(request.failed("NOT_COORDINATOR"));
    else shard.run(request);
  }

  /** Ends a transaction in one partition; `done` once what it held counts, or is dropped. */
  endTransaction(partition: number, marker: EndMarker, done: (error: ErrorName) => void): void {
    const shard = this.#shards.get(partition);
    if (shard === undefined) done("NOT_COORDINATOR");
    else shard.endTransaction(marker, done);
  }

  /** The same question to every shard; `done` gets the answers of all. */
  runOnAll<Response>(question: QuestionToAll<GroupMachine, GroupStep, Response>): void {
    askAll([...this.#shards.values()], question);
  }

  /** Topics were created, deleted or changed: the groups that read them look at them again. */
  topicsChanged(topics: ReadonlySet<string>): void {
    if (topics.size === 0) return;
    for (const shard of this.#shards.values()) shard.machine?.topicsChanged(topics);
  }

  /** Topics were deleted: so are all offsets committed for them. */
  topicsDeleted(topics: ReadonlySet<string>): void {
    this.runOnAll({
      run: (machine, step) => deleteOffsetsOfTopics(machine, topics, step),
      failed: () => {},
      done: () => {},
    });
  }
}
