import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { errorByCode } from "@naru/protocol";
import { silentLogger } from "@naru/runtime";
import type { SimulatedRuntime } from "@naru/runtime/simulated";
import { simulatedRuntime } from "@naru/runtime/simulated";
import type { MetadataDelta } from "../metadata/metadata-delta.ts";
import { emptyImage } from "../metadata/metadata-image.ts";
import { draftRecord } from "../metadata/metadata-record.ts";
import type { ControllerLog } from "./controller-log.ts";
import { EmbeddedController } from "./embedded-controller.ts";

const DIRECTORY = "sZ0bUBZpSUyqy2OsNa__QQ";

/** A metadata log in memory that counts its batches; each takes a millisecond. */
class MemoryLog implements ControllerLog {
  readonly #sim: SimulatedRuntime;
  readonly image = emptyImage;
  readonly epoch = 1;
  readonly quorum = { kraftVersion: 1, voters: undefined };
  readonly batches: number[] = [];
  endOffset = 0;
  next: "committed" | "disk-full" | Error = "committed";

  constructor(sim: SimulatedRuntime) {
    this.#sim = sim;
  }

  async lead(): Promise<void> {
    this.endOffset += 1;
  }

  async append(values: readonly Uint8Array[]): Promise<"committed" | "disk-full"> {
    await this.#sim.clock.after(1);
    if (this.next instanceof Error) throw this.next;
    if (this.next === "disk-full") return this.next;
    this.batches.push(values.length);
    this.endOffset += values.length;
    return this.next;
  }

  async snapshotWhenDue(): Promise<void> {}
}

interface World {
  readonly sim: SimulatedRuntime;
  readonly log: MemoryLog;
  readonly controller: EmbeddedController;
  readonly failures: unknown[];
}

async function started(seed: number): Promise<World> {
  const sim = simulatedRuntime({ seed });
  const log = new MemoryLog(sim);
  const failures: unknown[] = [];
  const level = { name: "metadata.version", featureLevel: 25 };
  const controller = await sim.run(
    EmbeddedController.start({
      runtime: sim,
      logger: silentLogger,
      log,
      directoryId: DIRECTORY,
      bootstrapRecords: [draftRecord("FeatureLevelRecord", 0, level)],
      onFailure: (error) => failures.push(error),
      config: {
        nodeId: 1,
        clusterId: "cluster",
        sessionTimeoutMs: 9000,
        deleteTopicEnable: true,
        defaultPartitions: 1,
        defaultReplicationFactor: 1,
        fixedConfigs: new Map(),
      },
    }),
  );
  return { sim, log, controller, failures };
}

/** Registers broker 1 and unfences it; its epoch. */
async function up({ sim, controller }: World): Promise<number> {
  const { brokerEpoch } = await sim.run(
    controller.registerBroker({
      brokerId: 1,
      clusterId: "cluster",
      incarnationId: DIRECTORY,
      listeners: [],
      features: [{ name: "metadata.version", minSupportedVersion: 25, maxSupportedVersion: 30 }],
      rack: null,
      logDirs: [DIRECTORY],
    }),
  );
  await sim.run(beat(controller, brokerEpoch));
  return brokerEpoch;
}

async function beat(controller: EmbeddedController, brokerEpoch: number): Promise<boolean> {
  const currentMetadataOffset = controller.image.offset;
  const wants = { wantFence: false, wantShutDown: false };
  const request = { brokerId: 1, brokerEpoch, currentMetadataOffset, ...wants };
  return !(await controller.heartbeat(request)).isFenced;
}

async function create(controller: EmbeddedController, name: string): Promise<string> {
  const topic = { name, numPartitions: 1, replicationFactor: 1, assignments: [], configs: [] };
  const response = await controller.createTopics({ topics: [topic] });
  return errorByCode(response.topics[0]!.errorCode);
}

suite("the embedded controller", () => {
  test("commits what is asked in one turn as one batch, and each sees what was before it", async () => {
    const world = await started(1);
    await up(world);
    const before = world.log.batches.length;
    const names = ["a", "b", "a"];
    const answers = await world.sim.run(
      Promise.all(names.map((name) => create(world.controller, name))),
    );
    assert.deepEqual(answers, ["NONE", "NONE", "TOPIC_ALREADY_EXISTS"]);
    assert.deepEqual(world.log.batches.slice(before), [4]);
  });

  test("tells listeners first the whole image, then each commit, before it answers", async () => {
    const world = await started(2);
    await up(world);
    await world.sim.run(create(world.controller, "early"));
    const told: string[] = [];
    world.controller.subscribe((delta: MetadataDelta) => {
      told.push(...delta.topics.created.map((topic) => topic.name));
    });
    assert.deepEqual(told, ["early"]);
    const answered = create(world.controller, "late").then(() => told.push("answered"));
    await world.sim.run(answered);
    assert.deepEqual(told, ["early", "late", "answered"]);
  });

  test("fences a broker that is silent for the session time-out, and not before", async () => {
    const world = await started(3);
    const brokerEpoch = await up(world);
    await world.sim.clock.advance(6000);
    await world.sim.run(beat(world.controller, brokerEpoch));
    await world.sim.clock.advance(8990);
    assert.equal(world.controller.image.brokers.get(1)?.fenced, false);
    await world.sim.clock.advance(20);
    assert.equal(world.controller.image.brokers.get(1)?.fenced, true);
    assert.equal(await world.sim.run(beat(world.controller, brokerEpoch)), true);
  });

  test("on a full disk refuses all that wait, forgets what they decided, and goes on", async () => {
    const world = await started(4);
    await up(world);
    world.log.next = "disk-full";
    const answers = Promise.all(["a", "a"].map((name) => create(world.controller, name)));
    assert.deepEqual(await world.sim.run(answers), ["KAFKA_STORAGE_ERROR", "KAFKA_STORAGE_ERROR"]);
    world.log.next = "committed";
    assert.equal(await world.sim.run(create(world.controller, "a")), "NONE");
    assert.deepEqual(world.failures, []);
  });

  test("refuses what does not fit into one batch, and goes on", async () => {
    const world = await started(6);
    await up(world);
    const value = "1:1,".repeat(8_000) + "1:1";
    const topics = Array.from({ length: 150 }, (_, at) => ({
      name: `t${at}`,
      numPartitions: 1,
      replicationFactor: 1,
      assignments: [],
      configs: [
        { name: "leader.replication.throttled.replicas", value },
        { name: "follower.replication.throttled.replicas", value },
      ],
    }));
    const answer = await world.sim.run(world.controller.createTopics({ topics }));
    assert.equal(errorByCode(answer.topics[0]!.errorCode), "RECORD_LIST_TOO_LARGE");
    assert.match(answer.topics[0]!.errorMessage ?? "", /more metadata than one batch holds/);
    assert.equal(world.controller.image.topics.count, 0);
    assert.equal(await world.sim.run(create(world.controller, "a")), "NONE");
  });

  test("answers nothing more once the log has failed, and says so", async () => {
    const world = await started(5);
    await up(world);
    world.log.next = new Error("the disk is gone");
    const answers = [create(world.controller, "a"), create(world.controller, "b")];
    const outcomes = await world.sim.run(Promise.allSettled(answers));
    assert.deepEqual(
      outcomes.map(({ status }) => status),
      ["rejected", "rejected"],
    );
    assert.deepEqual(world.failures, [world.log.next]);
    await assert.rejects(world.sim.run(create(world.controller, "c")), /the disk is gone/);
    assert.equal(world.controller.image.topics.count, 0);
  });
});
