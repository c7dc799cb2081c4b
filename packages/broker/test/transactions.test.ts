// The transaction coordinator of a whole broker: its topic, its APIs in every version, its life.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { apis, errorByCode, type ErrorName } from "@naru/protocol";
import {
  decodeDescribeConfigsResponse,
  encodeDescribeConfigsRequest,
} from "@naru/protocol/messages/describe-configs";
import {
  decodeDescribeTransactionsResponse,
  encodeDescribeTransactionsRequest,
} from "@naru/protocol/messages/describe-transactions";
import {
  decodeListTransactionsResponse,
  encodeListTransactionsRequest,
  type ListTransactionsRequestDraft,
} from "@naru/protocol/messages/list-transactions";
import { connect } from "./broker-life.ts";
import { groupCodecs } from "./group-client.ts";
import { codecs } from "./test-client.ts";
import {
  TransactionalClient,
  oldVersions,
  readCommitted,
  transactionCodecs,
} from "./transactional-client.ts";
import type { WireClient } from "./wire-client.ts";
import { inWorld, type World } from "./world.ts";

const describeConfigs = {
  api: apis.DescribeConfigs,
  encode: encodeDescribeConfigsRequest,
  decode: decodeDescribeConfigsResponse,
};
const describeTransactions = {
  api: apis.DescribeTransactions,
  encode: encodeDescribeTransactionsRequest,
  decode: decodeDescribeTransactionsResponse,
};
const listTransactions = {
  api: apis.ListTransactions,
  encode: encodeListTransactionsRequest,
  decode: decodeListTransactionsResponse,
};

const orders = { topic: "orders", partition: 0 };
const few = {
  "transaction.state.log.num.partitions": 3,
  "offsets.topic.num.partitions": 3,
  // The clients' records are from 1970.
  "log.retention.ms": -1,
};
const TRANSACTIONS = 1;
const KEYS_SINCE_VERSION = 4;
const TOPIC_RESOURCE = 2;

async function wireOf(world: World): Promise<WireClient> {
  return (await connect(world.sim, world.broker)).wire;
}

function versionsOf({ api }: { api: { minVersion: number; maxVersion: number } }): number[] {
  const count = api.maxVersion - api.minVersion + 1;
  return Array.from({ length: count }, (_, index) => api.minVersion + index);
}

async function find(wire: WireClient, key: string, version: number): Promise<ErrorName> {
  const isBatch = version >= KEYS_SINCE_VERSION;
  const keys = isBatch ? { coordinatorKeys: [key] } : { key };
  const answer = await wire.call(groupCodecs.find, { keyType: TRANSACTIONS, ...keys }, version);
  return errorByCode((isBatch ? answer.coordinators[0]! : answer).errorCode);
}

async function stateOf(wire: WireClient, transactionalId: string): Promise<string> {
  const request = { transactionalIds: [transactionalId] };
  const { transactionStates } = await wire.call(describeTransactions, request);
  const { errorCode, transactionState, producerEpoch, topics } = transactionStates[0]!;
  const names = topics.flatMap(({ topic, partitions }) => partitions.map((p) => `${topic}-${p}`));
  return errorCode === 0
    ? `${transactionState} in epoch ${producerEpoch} [${names.join(", ")}]`
    : errorByCode(errorCode);
}

async function list(
  wire: WireClient,
  request: Partial<ListTransactionsRequestDraft>,
  version = 2,
): Promise<string[]> {
  const filters = { stateFilters: [], producerIdFilters: [], ...request };
  const answer = await wire.call(listTransactions, filters, version);
  if (answer.errorCode !== 0) return [errorByCode(answer.errorCode)];
  const unknown = answer.unknownStateFilters.map((name) => `no state ${name}`);
  return [...answer.transactionStates.map((each) => each.transactionalId).toSorted(), ...unknown];
}

function brokerTest(name: string, script: (world: World) => Promise<void>, config = {}): void {
  test(name, () =>
    inWorld(
      async (world) => {
        await script(world);
        await world.broker.close();
      },
      { config: { ...few, ...config } },
    ),
  );
}

describe("the transaction topic", () => {
  brokerTest("is made for the first transactional id, as Kafka makes it", async (world) => {
    const wire = await wireOf(world);
    assert.equal(await stateOf(wire, "t"), "NOT_COORDINATOR");
    assert.deepEqual(await list(wire, {}), []);
    for (const version of versionsOf(groupCodecs.find).slice(1)) {
      assert.equal(await find(wire, "t", version), "NONE", `FindCoordinator ${version}`);
    }
    const resources = [
      {
        resourceType: TOPIC_RESOURCE,
        resourceName: "__transaction_state",
        configurationKeys: null,
      },
    ];
    const { results } = await wire.call(describeConfigs, { resources }, 4);
    const values = new Map(results[0]!.configs.map((each) => [each.name, each.value]));
    assert.equal(values.get("cleanup.policy"), "compact");
    assert.equal(values.get("compression.type"), "uncompressed");
    assert.equal(values.get("segment.bytes"), "104857600");
    assert.equal(values.get("unclean.leader.election.enable"), "false");
    assert.equal(values.get("min.insync.replicas"), "1");
    const { topics } = await wire.call(codecs.metadata, {
      topics: [{ name: "__transaction_state" }],
    });
    assert.deepEqual([topics[0]!.partitions.length, topics[0]!.isInternal], [3, true]);
  });

  brokerTest(
    "cannot have more replicas than there are brokers",
    async (world) => {
      const wire = await wireOf(world);
      assert.equal(await find(wire, "t", 6), "COORDINATOR_NOT_AVAILABLE");
      assert.ok(world.lines.some((line) => line.includes("__transaction_state could not be")));
    },
    { "transaction.state.log.replication.factor": 3 },
  );

  brokerTest(
    "asks for no more replicas in sync than it has",
    async (world) => {
      const wire = await wireOf(world);
      assert.equal(await find(wire, "t", 6), "NONE");
      const request = { transactionalId: "t", transactionTimeoutMs: 1_000 };
      const answer = await wire.call(codecs.initProducerId, request, 5);
      assert.equal(errorByCode(answer.errorCode), "NONE");
    },
    { "transaction.state.log.min.isr": 2 },
  );
});

describe("transactions of a broker", () => {
  brokerTest("begin and end in every version", async (world) => {
    const wire = await wireOf(world);
    await world.client.createTopic("orders");
    for (const version of versionsOf(transactionCodecs.end)) {
      const id = `end ${version}`;
      const producer = new TransactionalClient(wire, id, { ...oldVersions, end: version });
      await producer.init();
      assert.equal(await producer.addPartition(orders), "NONE");
      assert.equal(await stateOf(wire, id), "Ongoing in epoch 0 [orders-0]");
      assert.equal(await producer.end("commit"), "NONE");
      assert.equal(producer.producerEpoch, version === 5 ? 1 : 0);
    }
    const init = codecs.initProducerId;
    const request = { transactionalId: "end 5", transactionTimeoutMs: 60_000 };
    for (const version of versionsOf(init).filter((each) => each <= 5)) {
      const answer = await wire.call(init, request, version);
      assert.deepEqual(
        [errorByCode(answer.errorCode), answer.producerEpoch],
        ["NONE", version + 2],
      );
    }
    const { addOffsets } = transactionCodecs;
    const { producerId, producerEpoch } = await wire.call(init, request, 5);
    const who = { transactionalId: "end 5", producerId, producerEpoch, groupId: "g" };
    // Nobody has looked for the group's coordinator, whose topic is not there.
    for (const version of versionsOf(addOffsets)) {
      const answer = await wire.call(addOffsets, who, version);
      assert.equal(errorByCode(answer.errorCode), "NONE", `AddOffsetsToTxn ${version}`);
      const fenced = await wire.call(addOffsets, { ...who, producerEpoch: 0 }, version);
      const expected = version < 2 ? "INVALID_PRODUCER_EPOCH" : "PRODUCER_FENCED";
      assert.equal(errorByCode(fenced.errorCode), expected, `AddOffsetsToTxn ${version}`);
    }
  });

  brokerTest("take all partitions of a request, or none", async (world) => {
    const wire = await wireOf(world);
    await world.client.createTopic("orders");
    const producer = new TransactionalClient(wire, "t", oldVersions);
    await producer.init();
    const add = async (version: number, partitions: number[]): Promise<ErrorName[]> => {
      const topics = [{ name: "orders", partitions }];
      const { producerId, producerEpoch } = producer;
      const answer = await wire.call(
        transactionCodecs.addPartitions,
        version < 4
          ? {
              v3AndBelowTransactionalId: "t",
              v3AndBelowProducerId: producerId,
              v3AndBelowProducerEpoch: producerEpoch,
              v3AndBelowTopics: topics,
            }
          : { transactions: [{ transactionalId: "t", producerId, producerEpoch, topics }] },
        version,
      );
      const [topic] =
        answer.resultsByTransaction[0]?.topicResults ?? answer.resultsByTopicV3AndBelow;
      return topic!.resultsByPartition.map((each) => errorByCode(each.partitionErrorCode));
    };
    const refused = ["OPERATION_NOT_ATTEMPTED", "UNKNOWN_TOPIC_OR_PARTITION"];
    for (const version of versionsOf(transactionCodecs.addPartitions)) {
      assert.deepEqual(await add(version, [0, 9]), refused, `AddPartitionsToTxn ${version}`);
      assert.equal((await stateOf(wire, "t")).split(" ")[0], version === 0 ? "Empty" : "Ongoing");
      assert.deepEqual(await add(version, [0]), ["NONE"], `AddPartitionsToTxn ${version}`);
    }
  });

  brokerTest("are verified for a broker, several in one request", async (world) => {
    const wire = await wireOf(world);
    await world.client.createTopic("orders");
    const producer = new TransactionalClient(wire, "t", oldVersions);
    await producer.init();
    const { producerId, producerEpoch } = producer;
    const topics = [{ name: "orders", partitions: [0] }];
    const verify = { transactionalId: "t", producerId, producerEpoch, verifyOnly: true, topics };
    const transactions = [verify, { ...verify, transactionalId: "nobody" }];
    const ask = async (): Promise<ErrorName[]> => {
      const { addPartitions } = transactionCodecs;
      const answer = await wire.call(addPartitions, { transactions }, 5);
      return answer.resultsByTransaction.map(({ topicResults }) =>
        errorByCode(topicResults[0]!.resultsByPartition[0]!.partitionErrorCode),
      );
    };
    assert.deepEqual(await ask(), ["TRANSACTION_ABORTABLE", "INVALID_PRODUCER_ID_MAPPING"]);
    await producer.addPartition(orders);
    assert.deepEqual(await ask(), ["NONE", "INVALID_PRODUCER_ID_MAPPING"]);
  });

  brokerTest("are listed by state, producer, duration and id", async (world) => {
    const wire = await wireOf(world);
    await world.client.createTopic("orders");
    const a = new TransactionalClient(wire, "a");
    const b = new TransactionalClient(wire, "b");
    await a.init();
    await b.init();
    assert.equal(await b.produce(orders, "x"), "NONE");
    await world.sim.clock.after(5_000);
    for (const version of versionsOf(listTransactions)) {
      assert.deepEqual(await list(wire, {}, version), ["a", "b"]);
      assert.deepEqual(await list(wire, { stateFilters: ["Ongoing"] }, version), ["b"]);
      assert.deepEqual(await list(wire, { producerIdFilters: [a.producerId] }, version), ["a"]);
    }
    assert.deepEqual(await list(wire, { stateFilters: ["ongoing"] }), ["no state ongoing"]);
    assert.deepEqual(await list(wire, { stateFilters: ["Ongoing"], durationFilter: 4_000 }), ["b"]);
    assert.deepEqual(await list(wire, { stateFilters: ["Ongoing"], durationFilter: 9_000 }), []);
    assert.deepEqual(await list(wire, { transactionalIdPattern: "a.?" }), ["a"]);
    assert.deepEqual(await list(wire, { transactionalIdPattern: "[ab]" }), ["a", "b"]);
    assert.deepEqual(await list(wire, { transactionalIdPattern: "(" }), [
      "INVALID_REGULAR_EXPRESSION",
    ]);
    assert.equal(await stateOf(wire, "nobody"), "TRANSACTIONAL_ID_NOT_FOUND");
    assert.equal(await stateOf(wire, ""), "INVALID_REQUEST");
  });

  test("that are open when the broker is lost are aborted by their time-out", () =>
    inWorld(
      async (world) => {
        const wire = await wireOf(world);
        await world.client.createTopic("orders");
        const producer = new TransactionalClient(wire, "t");
        await producer.init(60_000);
        await producer.produce(orders, "lost");
        world.machine.crash();
        const next = await world.restart(world.machine.disk.crash(world.sim.node("x").random));
        const again = await wireOf(next);
        assert.equal(await stateOf(again, "t"), "Ongoing in epoch 0 [orders-0]");
        await world.sim.clock.after(75_000);
        assert.equal(await stateOf(again, "t"), "CompleteAbort in epoch 1 []");
        const read = await readCommitted(again, orders);
        assert.deepEqual([read.values, read.lastStableOffset], [[], 2]);
        const other = new TransactionalClient(again, "t");
        await other.init();
        assert.equal(other.producerEpoch, 2);
        assert.equal(await other.produce(orders, "kept"), "NONE");
        assert.equal(await other.end("commit"), "NONE");
        await next.broker.close();
        const last = await next.restart();
        const reader = await wireOf(last);
        // Decided before the stop, but it may be that only now its marker is written.
        await world.sim.clock.after(1_000);
        assert.deepEqual((await readCommitted(reader, orders, { fetchOffset: 2 })).values, [
          "kept",
        ]);
        assert.match(await stateOf(reader, "t"), /^CompleteCommit in epoch 3/);
        await last.broker.close();
      },
      { config: few },
    ));
});
