import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { errorByCode } from "@naru/protocol";
import {
  decodeConsumerGroupDescribeResponse,
  encodeConsumerGroupDescribeRequest,
} from "@naru/protocol/messages/consumer-group-describe";
import {
  decodeConsumerGroupHeartbeatResponse,
  encodeConsumerGroupHeartbeatRequest,
  type ConsumerGroupHeartbeatRequestDraft,
} from "@naru/protocol/messages/consumer-group-heartbeat";
import { silentLogger } from "@naru/runtime";
import { SimulatedClock } from "@naru/runtime/simulated";
import { GroupCoordinator } from "../coordinator/group/group-coordinator.ts";
import { GROUP_VERSION } from "../metadata/feature-levels.ts";
import { call, testBroker, type TestBroker } from "./api-rig.test.ts";
import { consumerGroupDescribeApi } from "./consumer-group-describe.ts";
import { consumerGroupHeartbeatApi } from "./consumer-group-heartbeat.ts";

const heartbeatCodec = {
  encode: encodeConsumerGroupHeartbeatRequest,
  decode: decodeConsumerGroupHeartbeatResponse,
};
const describeCodec = {
  encode: encodeConsumerGroupDescribeRequest,
  decode: decodeConsumerGroupDescribeResponse,
};

const join = {
  groupId: "g",
  memberId: "m",
  memberEpoch: 0,
  rebalanceTimeoutMs: 1_000,
  subscribedTopicNames: ["orders"],
  topicPartitions: [],
};

/** A broker that leads nothing of the offsets topic: who gets as far is told so. */
function rig(groupVersion: number) {
  const broker: TestBroker = testBroker();
  const { features } = broker.metadata;
  const levels = groupVersion === 0 ? features.levels : features.levels.set(GROUP_VERSION, 1);
  broker.metadata = { ...broker.metadata, features: { ...features, levels } };
  const nothing = (): never => assert.fail("no machine is made");
  const groups = new GroupCoordinator({
    clock: new SimulatedClock(),
    logger: silentLogger,
    partitionCount: () => 1,
    config: nothing,
    consumerGroupConfig: nothing,
    topics: nothing,
    newUuid: nothing,
    newShortUuid: nothing,
  });
  const whole = Object.assign(broker, { groups });
  return {
    broker,
    heartbeat: async (request: Partial<ConsumerGroupHeartbeatRequestDraft>, version = 1) => {
      const api = consumerGroupHeartbeatApi(whole);
      const answer = await call(api, heartbeatCodec, { version, request: { ...join, ...request } });
      return `${errorByCode(answer.errorCode)} ${answer.errorMessage ?? ""}`.trimEnd();
    },
    describe: async (version: number) => {
      const api = consumerGroupDescribeApi(whole);
      const request = { groupIds: ["g", ""], includeAuthorizedOperations: true };
      const { groups: described } = await call(api, describeCodec, { version, request });
      return described.map(({ errorCode }) => errorByCode(errorCode));
    },
  };
}

describe("the APIs of the consumer protocol", () => {
  test("are served from group.version 1 on, in every version", async () => {
    for (const version of [0, 1]) {
      assert.equal(await rig(1).heartbeat({}, version), "NOT_COORDINATOR");
      assert.equal(await rig(0).heartbeat({}, version), "UNSUPPORTED_VERSION");
      const isUnsupported = ["UNSUPPORTED_VERSION", "UNSUPPORTED_VERSION"];
      assert.deepEqual(await rig(0).describe(version), isUnsupported);
      assert.deepEqual(await rig(1).describe(version), ["NOT_COORDINATOR", "INVALID_GROUP_ID"]);
    }
  });

  test("are not served when the settings leave them out", async () => {
    const { broker, heartbeat } = rig(1);
    broker.settings.set("group.coordinator.rebalance.protocols", "classic");
    assert.equal(await heartbeat({}), "UNSUPPORTED_VERSION");
  });

  test("say what is wrong with a request before anybody is asked", async () => {
    const { broker, heartbeat } = rig(1);
    assert.equal(await heartbeat({ memberId: "" }), "INVALID_REQUEST MemberId can't be empty.");
    // Members of version 0 are given their ids.
    assert.equal(await heartbeat({ memberId: "" }, 0), "NOT_COORDINATOR");
    broker.settings.set("group.consumer.assignors", "range");
    assert.equal(
      await heartbeat({ serverAssignor: "uniform" }),
      "UNSUPPORTED_ASSIGNOR ServerAssignor uniform is not supported. Supported assignors: range.",
    );
  });
});
