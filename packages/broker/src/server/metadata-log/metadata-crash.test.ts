import assert from "node:assert/strict";
import { test } from "node:test";
import { randomUuid } from "@naru/protocol";
import type { Runtime } from "@naru/runtime";
import { silentLogger } from "@naru/runtime";
import { SimulatedDisk, SimulatedRandom, simulatedRuntime } from "@naru/runtime/simulated";
import { EmbeddedController } from "../../controller/embedded-controller.ts";
import type { MetadataImage } from "../../metadata/metadata-image.ts";
import { readBootstrapRecords } from "../data-folder/bootstrap-checkpoint.ts";
import { DataFolder } from "../data-folder/data-folder.ts";
import { MetadataLog } from "./metadata-log.ts";
import { defaultMetadataLogConfig } from "./metadata-snapshots.ts";

const PATH = "/data";
const OUTCOMES_PER_CRASH = 3;

/** What was answered before the machine went off, and so must be there when it is on again. */
interface Promised {
  clusterId?: string;
  brokerEpoch?: number;
  readonly partitions: Map<string, number>;
  readonly deleted: Set<string>;
  nextProducerId: number;
  isClean: boolean;
}

function nothingPromised(): Promised {
  return { partitions: new Map(), deleted: new Set(), nextProducerId: 0, isClean: false };
}

interface Started {
  readonly runtime: Runtime;
  readonly folder: DataFolder;
  readonly log: MetadataLog;
  readonly controller: EmbeddedController;
}

async function start(runtime: Runtime): Promise<Started> {
  const logger = silentLogger;
  const folder = await DataFolder.open({ runtime, logger, path: PATH, nodeId: 1 });
  const { directoryId, clusterId } = folder;
  // A snapshot whenever it is asked for, and no old one kept.
  const config = {
    ...defaultMetadataLogConfig,
    maxRecordBytesBetweenSnapshots: 1,
    retentionBytes: 0,
  };
  const log = await MetadataLog.open({
    runtime,
    logger,
    path: PATH,
    nodeId: 1,
    directoryId,
    config,
  });
  const controller = await EmbeddedController.start({
    runtime,
    logger,
    log,
    directoryId,
    bootstrapRecords: readBootstrapRecords(runtime.disk, PATH),
    onFailure: () => {},
    config: {
      nodeId: 1,
      clusterId,
      sessionTimeoutMs: 9000,
      deleteTopicEnable: true,
      defaultPartitions: 1,
      defaultReplicationFactor: 1,
      fixedConfigs: new Map(),
    },
  });
  return { runtime, folder, log, controller };
}

async function serve(
  { runtime, folder, controller }: Started,
  promised: Promised,
): Promise<number> {
  promised.clusterId = folder.clusterId;
  const { brokerEpoch, errorCode } = await controller.registerBroker({
    brokerId: 1,
    clusterId: folder.clusterId,
    incarnationId: randomUuid(runtime.random),
    listeners: [],
    features: [
      { name: "metadata.version", minSupportedVersion: 25, maxSupportedVersion: 30 },
      { name: "transaction.version", minSupportedVersion: 0, maxSupportedVersion: 2 },
      { name: "group.version", minSupportedVersion: 0, maxSupportedVersion: 1 },
    ],
    rack: null,
    logDirs: [folder.directoryId],
    previousBrokerEpoch: folder.cleanShutdown?.brokerEpoch ?? -1,
  });
  assert.equal(errorCode, 0);
  promised.brokerEpoch = brokerEpoch;
  const beat = { brokerId: 1, brokerEpoch, wantFence: false, wantShutDown: false };
  await controller.heartbeat({ ...beat, currentMetadataOffset: controller.image.offset });
  return brokerEpoch;
}

async function create(
  controller: EmbeddedController,
  name: string,
  promised: Promised,
): Promise<void> {
  const topic = { name, numPartitions: 2, replicationFactor: 1, assignments: [], configs: [] };
  const response = await controller.createTopics({ topics: [topic] });
  assert.equal(response.topics[0]?.errorCode, 0);
  promised.partitions.set(name, 2);
}

/** One life of a node: new folder, some topics, a snapshot, more topics, a clean stop. */
async function life(runtime: Runtime, promised: Promised): Promise<void> {
  const started = await start(runtime);
  const { controller, log, folder } = started;
  const brokerEpoch = await serve(started, promised);
  await create(controller, "first", promised);
  // Two at once go into one batch.
  await Promise.all([
    create(controller, "second", promised),
    create(controller, "third", promised),
  ]);
  await log.snapshotWhenDue(controller.image);
  const timeoutMs = 0;
  const larger = { name: "first", count: 3, assignments: null };
  await controller.createPartitions({ topics: [larger], timeoutMs, validateOnly: false });
  promised.partitions.set("first", 3);
  const ids = await controller.allocateProducerIds({ brokerId: 1, brokerEpoch });
  promised.nextProducerId = ids.producerIdStart + ids.producerIdLen;
  await log.snapshotWhenDue(controller.image);
  await controller.deleteTopics({ topicNames: ["second"], timeoutMs });
  promised.partitions.delete("second");
  promised.deleted.add("second");
  const currentMetadataOffset = controller.image.offset;
  const leave = { brokerId: 1, brokerEpoch, currentMetadataOffset, wantFence: false };
  while (!(await controller.heartbeat({ ...leave, wantShutDown: true })).shouldShutDown);
  await controller.close();
  log.close();
  await folder.markClean({ brokerEpoch });
  promised.isClean = true;
  folder.release();
}

function checkPromises(image: MetadataImage, promised: Promised): void {
  for (const [name, count] of promised.partitions) {
    const topic = image.topics.byName(name);
    // A delete that was not answered may have happened.
    if (topic === undefined && name === "second") continue;
    assert.ok(topic !== undefined, `topic ${name} was answered for and is gone`);
    assert.ok(topic.partitions.size >= count, `topic ${name} has lost partitions`);
  }
  for (const name of promised.deleted) assert.equal(image.topics.byName(name), undefined);
  assert.ok(image.nextProducerId >= promised.nextProducerId, "producer ids are given twice");
}

// Goal: nothing that was answered is lost, and the node always starts again.
// Method: turn the machine off before each disk call of a whole life; for several outcomes of each
// crash, start on what is left, check the promises, and create one more topic.
test("every answer outlives a power loss at any disk call", { timeout: 120_000 }, async () => {
  let crashes = 0;
  for (let call = 1; ; call += 1) {
    const sim = simulatedRuntime({ seed: call });
    const disk = new SimulatedDisk({ random: new SimulatedRandom(call) });
    const promised = nothingPromised();
    disk.crashAt(call);
    const ended = await sim.run(
      life({ ...sim, disk }, promised).then(
        () => true,
        () => false,
      ),
    );
    for (let outcome = 0; outcome < OUTCOMES_PER_CRASH; outcome += 1) {
      const after = disk.crash(new SimulatedRandom(`${call}/${outcome}`));
      const again = simulatedRuntime({ seed: `${call}/${outcome}` });
      const runtime = { ...again, disk: after };
      const restarted = start(runtime).then(async (started) => {
        const { folder, controller } = started;
        if (promised.clusterId !== undefined) assert.equal(folder.clusterId, promised.clusterId);
        if (promised.isClean) assert.equal(folder.cleanShutdown?.brokerEpoch, promised.brokerEpoch);
        checkPromises(controller.image, promised);
        await serve(started, nothingPromised());
        await create(controller, "after", nothingPromised());
      });
      await again.run(restarted);
    }
    if (ended) break;
    crashes += 1;
  }
  assert.ok(crashes > 80, `${crashes} crashes`);
});
