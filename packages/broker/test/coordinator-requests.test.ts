// What clients ask of coordinators at the edges of the protocol, answered as Apache Kafka does.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { errorByCode } from "@naru/protocol";
import { groupCodecs } from "./group-client.ts";
import { TransactionalClient, transactionCodecs } from "./transactional-client.ts";
import { inWorld } from "./world.ts";

const TRANSACTIONS = 1;
const KEYS_SINCE_VERSION = 4;
const few = { "transaction.state.log.num.partitions": 1, "offsets.topic.num.partitions": 1 };

describe("FindCoordinator", () => {
  test("for no keys is answered with no coordinators", () =>
    inWorld(async ({ client }) => {
      for (let version = KEYS_SINCE_VERSION; version <= 6; version += 1) {
        const request = { keyType: TRANSACTIONS, coordinatorKeys: [] };
        const answer = await client.wire.call(groupCodecs.find, request, version);
        assert.deepEqual(answer.coordinators, []);
      }
    }));

  test("for one key says NONE in words, too", () =>
    inWorld(async ({ client }) => {
      const answer = await client.wire.call(groupCodecs.find, { key: "g", keyType: 0 }, 2);
      assert.deepEqual([answer.errorCode, answer.errorMessage], [0, "NONE"]);
    }));

  test("for a kind of coordinator that nobody knows is malformed", () =>
    inWorld(async ({ client }) => {
      const answer = await client.wire.call(groupCodecs.find, {
        keyType: 7,
        coordinatorKeys: ["k"],
      });
      const { errorCode, errorMessage } = answer.coordinators[0]!;
      assert.equal(errorByCode(errorCode), "INVALID_REQUEST");
      assert.match(errorMessage ?? "", /malformed by the client library/);
    }));
});

describe("AddPartitionsToTxn", () => {
  // Else a client could have its markers written among the records of a coordinator.
  test("adds no partition of a coordinator's topic for a client", () =>
    inWorld(
      async ({ client }) => {
        await client.createTopic("orders");
        const producer = new TransactionalClient(client.wire, "t");
        await producer.init();
        const { producerId, producerEpoch } = producer;
        const answer = await client.wire.call(
          transactionCodecs.addPartitions,
          {
            v3AndBelowTransactionalId: "t",
            v3AndBelowProducerId: producerId,
            v3AndBelowProducerEpoch: producerEpoch,
            v3AndBelowTopics: ["__transaction_state", "orders"].map((name) => ({
              name,
              partitions: [0],
            })),
          },
          3,
        );
        const errors = answer.resultsByTopicV3AndBelow.map(({ resultsByPartition }) =>
          errorByCode(resultsByPartition[0]!.partitionErrorCode),
        );
        assert.deepEqual(errors, ["TOPIC_AUTHORIZATION_FAILED", "OPERATION_NOT_ATTEMPTED"]);
      },
      { config: few },
    ));
});
