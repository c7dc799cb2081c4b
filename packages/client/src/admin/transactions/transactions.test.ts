// Method: scripted brokers; broker 2 looks after the transactional ids and leads t-1.
import assert from "node:assert/strict";
import { test } from "node:test";
import { apis, codeOf, type ErrorName } from "@naru/protocol";
import * as producers from "@naru/protocol/messages/describe-producers";
import * as transactions from "@naru/protocol/messages/describe-transactions";
import * as coordinators from "@naru/protocol/messages/find-coordinator";
import * as producerIds from "@naru/protocol/messages/init-producer-id";
import * as listing from "@naru/protocol/messages/list-transactions";
import * as markers from "@naru/protocol/messages/write-txn-markers";
import { script, ScriptedCluster } from "../../scripted-broker.test.ts";
import { Admin } from "../admin.ts";

const NO_ERROR = codeOf("NONE");

/** What the producers of t-1 have open, and what the coordinator says of their ids. */
interface World {
  /** By producer id: where its transaction begins. */
  readonly open: ReadonlyMap<number, number>;
  /** By producer id: its transactional id. */
  readonly ids: ReadonlyMap<number, string>;
  /** Ids whose coordinator still has a marker to write in t-1. */
  readonly minded: ReadonlySet<string>;
  readonly errors: ErrorName[];
  readonly written: markers.WriteTxnMarkersRequest[];
  readonly fenced: producerIds.InitProducerIdRequest[];
}

async function start(parts: Partial<World> = {}): Promise<[ScriptedCluster, Admin, World]> {
  const world: World = {
    open: new Map(),
    ids: new Map(),
    minded: new Set(),
    errors: [],
    written: [],
    fenced: [],
    ...parts,
  };
  const cluster = await ScriptedCluster.start({ brokerCount: 2 });
  cluster.topics.set("t", { leaders: [1, 2] });
  const { on, error } = {
    on: cluster.on.bind(cluster),
    error: () => codeOf(world.errors.shift() ?? "NONE"),
  };
  on(apis.FindCoordinator, findCoordinator());
  on(apis.DescribeTransactions, describeTransactions(world));
  on(apis.DescribeProducers, describeProducers(world));
  on(apis.ListTransactions, listTransactions(world));
  on(
    apis.InitProducerId,
    script(
      producerIds.decodeInitProducerIdRequest,
      producerIds.encodeInitProducerIdResponse,
      (request) => {
        world.fenced.push(request);
        return { throttleTimeMs: 0, errorCode: error(), producerId: 7, producerEpoch: 1 };
      },
    ),
  );
  on(
    apis.WriteTxnMarkers,
    script(
      markers.decodeWriteTxnMarkersRequest,
      markers.encodeWriteTxnMarkersResponse,
      (request) => {
        world.written.push(request);
        const partitions = [{ partitionIndex: 1, errorCode: error() }];
        return { markers: [{ producerId: 7, topics: [{ name: "t", partitions }] }] };
      },
    ),
  );
  return [cluster, new Admin(cluster.client()), world];
}

function findCoordinator(): ReturnType<typeof script> {
  return script(
    coordinators.decodeFindCoordinatorRequest,
    coordinators.encodeFindCoordinatorResponse,
    ({ coordinatorKeys, keyType }) => ({
      coordinators: coordinatorKeys.map((key) => ({
        key,
        // Groups are looked after elsewhere.
        nodeId: keyType === 1 ? 2 : 1,
        host: "broker2",
        port: 9092,
        errorCode: NO_ERROR,
        errorMessage: null,
      })),
    }),
  );
}

function describeTransactions({ ids, minded }: World): ReturnType<typeof script> {
  return script(
    transactions.decodeDescribeTransactionsRequest,
    transactions.encodeDescribeTransactionsResponse,
    ({ transactionalIds }) => ({
      throttleTimeMs: 0,
      transactionStates: transactionalIds.map((transactionalId) => {
        const isKnown = [...ids.values()].includes(transactionalId);
        return {
          errorCode: isKnown ? NO_ERROR : codeOf("TRANSACTIONAL_ID_NOT_FOUND"),
          transactionalId,
          transactionState: "Ongoing",
          transactionTimeoutMs: 60_000,
          transactionStartTimeMs: -1,
          producerId: 7,
          producerEpoch: 0,
          topics: minded.has(transactionalId) ? [{ topic: "t", partitions: [1] }] : [],
        };
      }),
    }),
  );
}

function describeProducers({ open }: World): ReturnType<typeof script> {
  return script(
    producers.decodeDescribeProducersRequest,
    producers.encodeDescribeProducersResponse,
    ({ topics }) => ({
      throttleTimeMs: 0,
      topics: topics.map(({ name, partitionIndexes }) => ({
        name,
        partitions: partitionIndexes.map((partitionIndex) => ({
          partitionIndex,
          errorCode: NO_ERROR,
          activeProducers: Array.from(partitionIndex === 1 ? open : [], ([producerId, from]) => ({
            producerId,
            producerEpoch: 0,
            lastSequence: 3,
            lastTimestamp: 0,
            coordinatorEpoch: -1,
            currentTxnStartOffset: from,
          })),
        })),
      })),
    }),
  );
}

function listTransactions({ ids }: World): ReturnType<typeof script> {
  return script(
    listing.decodeListTransactionsRequest,
    listing.encodeListTransactionsResponse,
    ({ producerIdFilters }) => ({
      throttleTimeMs: 0,
      errorCode: NO_ERROR,
      unknownStateFilters: [],
      transactionStates: [...ids]
        .filter(
          ([producerId]) =>
            producerIdFilters.length === 0 || producerIdFilters.includes(producerId),
        )
        .map(([producerId, transactionalId]) => ({
          transactionalId,
          producerId,
          transactionState: "Ongoing",
        })),
    }),
  );
}

test("a transactional id is described by its own coordinator", async () => {
  const [cluster, admin] = await start({ ids: new Map([[7, "a"]]), minded: new Set(["a"]) });
  assert.deepEqual(await cluster.run(admin.describeTransaction("a")), {
    transactionalId: "a",
    coordinatorId: 2,
    state: "Ongoing",
    producerId: 7,
    producerEpoch: 0,
    timeoutMs: 60_000,
    startMs: undefined,
    partitions: [{ topic: "t", partition: 1 }],
  });
  assert.deepEqual(cluster.asked.at(-1), "DescribeTransactions@2");
  await assert.rejects(cluster.run(admin.describeTransaction("b")), {
    code: "TRANSACTIONAL_ID_NOT_FOUND",
  });
});

test("every broker lists its transactional ids", async () => {
  const [cluster, admin] = await start({ ids: new Map([[7, "a"]]) });
  const listed = await cluster.run(admin.listTransactions());
  assert.deepEqual(
    listed.map(({ coordinatorId, transactionalId }) => [coordinatorId, transactionalId]),
    [
      [1, "a"],
      [2, "a"],
    ],
  );
});

test("leaders are asked for their producers, or the broker that is named", async () => {
  const [cluster, admin] = await start({ open: new Map([[7, 14]]) });
  const where = [0, 1].map((partition) => ({ topic: "t", partition }));
  const found = await cluster.run(admin.describeProducers(where));
  assert.deepEqual(
    found.map(({ partition, producers: its }) => [partition, its[0]?.transactionStartOffset]),
    [
      [0, undefined],
      [1, 14],
    ],
  );
  assert.deepEqual(cluster.asked.slice(-2), ["DescribeProducers@1", "DescribeProducers@2"]);
  await cluster.run(admin.describeProducers(where, { brokerId: 1 }));
  assert.deepEqual(cluster.asked.at(-1), "DescribeProducers@1");
});

test("the leader writes the marker that aborts; what may pass is tried again", async () => {
  const errors: ErrorName[] = ["NOT_LEADER_OR_FOLLOWER"];
  const [cluster, admin, world] = await start({ errors });
  const spec = { topic: "t", partition: 1, producerId: 7, producerEpoch: 2, coordinatorEpoch: 0 };
  await cluster.run(admin.abortTransaction(spec));
  assert.equal(cluster.asked.filter((each) => each === "WriteTxnMarkers@2").length, 2);
  const [marker] = world.written.at(-1)?.markers ?? [];
  assert.deepEqual(
    [marker?.producerId, marker?.producerEpoch, marker?.transactionResult],
    [7, 2, false],
  );
  errors.push("INVALID_PRODUCER_EPOCH");
  await assert.rejects(cluster.run(admin.abortTransaction(spec)), {
    code: "INVALID_PRODUCER_EPOCH",
  });
});

test("a producer is fenced once what its id had open has ended", async () => {
  const [cluster, admin, world] = await start({ errors: ["CONCURRENT_TRANSACTIONS"] });
  await cluster.run(admin.fenceProducer("a"));
  assert.deepEqual(
    world.fenced.map(({ transactionalId }) => transactionalId),
    ["a", "a"],
  );
});

const HOUR_MS = 3_600_000;

test("a transaction hangs when it is old and no coordinator minds it", async () => {
  // 1: no id. 2: its coordinator has a marker to write. 3: its coordinator has forgotten it.
  const [cluster, admin] = await start({
    open: new Map([
      [1, 10],
      [2, 20],
      [3, 30],
      [4, -1],
    ]),
    ids: new Map([
      [2, "minded"],
      [3, "forgotten"],
    ]),
    minded: new Set(["minded"]),
  });
  await cluster.sim.clock.advance(HOUR_MS);
  const ageMs = cluster.sim.clock.nowMs();
  const at = async (maxTimeoutMs: number): Promise<(number | undefined)[]> => {
    const found = await cluster.run(admin.findHangingTransactions({ topic: "t", maxTimeoutMs }));
    return found.map(({ producer }) => producer.transactionStartOffset);
  };
  assert.deepEqual(await at(HOUR_MS / 2), [10, 30]);
  assert.deepEqual(await at(ageMs + HOUR_MS), []);
  await assert.rejects(
    cluster.run(admin.findHangingTransactions({ topic: "no", maxTimeoutMs: 0 })),
    { code: "UNKNOWN_TOPIC_OR_PARTITION" },
  );
});
