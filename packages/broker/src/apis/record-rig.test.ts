// What the tests of the APIs that touch records share: a broker whose partitions are real logs on a
// simulated disk, and calls through the codecs.
import type { ErrorName } from "@naru/protocol";
import { SimulatedClock, SimulatedDisk, SimulatedRandom } from "@naru/runtime/simulated";
import { silentLogger } from "@naru/runtime";
import { LogRig } from "../log/log-rig.test.ts";
import type { LogConfig } from "../log/log.ts";
import type { Enrolment } from "../coordinator/transaction/enrolment.ts";
import { emptyImage, type MetadataImage } from "../metadata/metadata-image.ts";
import { image as partitionImage } from "../partition/partition-rig.test.ts";
import { Partition } from "../partition/partition.ts";
import { Replicas } from "../partition/replicas.ts";
import {
  call,
  testContext,
  topicId,
  withBroker,
  withTopic,
  type ClientCodec,
} from "./api-rig.test.ts";
import type { AnyApi, RequestContext } from "./api.ts";
import type { RecordBroker } from "./record-broker.ts";

const SYNC_MS = 5;
export const LEADER_EPOCH = 3;

export interface RecordRig extends RecordBroker {
  readonly clock: SimulatedClock;
  readonly disk: SimulatedDisk;
  readonly failures: unknown[];
  /** What the operator was told. */
  readonly lines: string[];
  readonly producerIds: (number | ErrorName)[];
  metadata: MetadataImage;
  maxBytes: number;
  partition(topic: string, index?: number): Partition;
  /** What the transaction coordinator was asked, and how it answers. */
  readonly enrolments: Enrolment[];
  readonly enrolmentErrors: ErrorName[];
  /** Set while somebody waits for the end of a transaction. */
  onEnd: (() => void) | undefined;
  readonly settings: { verifies: boolean; retryBackoffMs: number; retryMaxMs: number };
  /** Appends a batch as it is, as the leader, and lets it become durable. */
  append(
    topic: string,
    bytes: Uint8Array,
    options?: { partition?: number; origin?: "client" | "coordinator"; acks?: number },
  ): Promise<ErrorName>;
  /** One call as a client makes it, with as much time as it needs. */
  call<Draft, Response>(
    api: AnyApi,
    codec: ClientCodec<Draft, Response>,
    asked: { version: number; request: Draft },
  ): Promise<Response>;
}

/** A broker that leads `topics`: how many partitions each has. */
export async function recordRig(
  topics: Readonly<Record<string, number>>,
  options: { config?: Partial<LogConfig>; tailBytes?: number; seed?: number } = {},
): Promise<RecordRig> {
  const random = new SimulatedRandom(options.seed ?? 1);
  const clock = new SimulatedClock({ random });
  const disk = new SimulatedDisk({ random, clock, latencyMsMax: SYNC_MS });
  const replicas = new Replicas();
  const failures: unknown[] = [];
  const lines: string[] = [];
  let metadata = withBroker(emptyImage, { id: 1 });
  for (const [topic, count] of Object.entries(topics)) {
    metadata = withTopic(
      metadata,
      topic,
      Array.from({ length: count }, () => ({})),
    );
    for (let index = 0; index < count; index += 1) {
      const folder = `/data/${topic}-${index}`;
      const { config = {}, tailBytes = 1_048_576 } = options;
      const { log } = await clock.run(LogRig.open({ disk, clock, folder, config, tailBytes }));
      const identity = { topic, index, topicId: topicId(topic[0]!), log, nodeId: 1 };
      const onDiskFailure = (error: unknown): void => void failures.push(error);
      const partition = new Partition({ ...identity, acksAllFlush: "disk", onDiskFailure });
      partition.become(partitionImage({ leaderEpoch: LEADER_EPOCH, partitionEpoch: 5 }), 1);
      replicas.add(partition);
    }
  }
  await clock.advance(1_000);
  const rig: RecordRig = {
    nodeId: 1,
    clock,
    disk,
    failures,
    lines,
    producerIds: [],
    logger: { ...silentLogger, warn: (line) => void lines.push(line) },
    replicas,
    metadata,
    maxBytes: 57_671_680,
    image: () => rig.metadata,
    enrolments: [],
    enrolmentErrors: [],
    settings: { verifies: true, retryBackoffMs: 20, retryMaxMs: 100 },
    onEnd: undefined,
    enrolment: {
      onceEnded: (_transactionalId, callback) => {
        rig.onEnd = callback;
        return () => {
          rig.onEnd = undefined;
        };
      },
      enrol: (enrolment, done) => {
        rig.enrolments.push(enrolment);
        const error = rig.enrolmentErrors.shift() ?? "NONE";
        const errors = enrolment.partitions.map(() => error);
        clock.schedule(1, () => done(errors));
      },
    },
    enrolmentSettings: () => rig.settings,
    fetchMaxBytes: () => rig.maxBytes,
    nextProducerId: async () => rig.producerIds.shift() ?? "COORDINATOR_LOAD_IN_PROGRESS",
    partition: (topic, index = 0) => replicas.byName(topic, index)!,
    append: async (topic, bytes, { partition = 0, origin = "client", acks = -1 } = {}) => {
      let outcome: ErrorName | undefined;
      rig.partition(topic, partition).append({
        bytes,
        requiredAcks: acks,
        origin,
        done: (error) => {
          outcome = error;
        },
      });
      await clock.advance(20 * SYNC_MS);
      return outcome!;
    },
    call: (api, codec, asked) => clock.run(call(api, codec, asked)),
  };
  return rig;
}

/** A context that notes what a handler does with its connection. */
export function watchedContext(apiVersion: number): {
  context: RequestContext;
  closeReasons: string[];
  sent: () => void;
  closed: () => void;
} {
  const closeReasons: string[] = [];
  const onSent: (() => void)[] = [];
  const onClosed: (() => void)[] = [];
  const context: RequestContext = {
    ...testContext(apiVersion),
    onSent: (callback) => void onSent.push(callback),
    onClosed: (callback) => void onClosed.push(callback),
    closeConnection: (reason) => void closeReasons.push(reason),
  };
  const runAll = (callbacks: (() => void)[]) => (): void => {
    for (const callback of callbacks.splice(0)) callback();
  };
  return { context, closeReasons, sent: runAll(onSent), closed: runAll(onClosed) };
}
