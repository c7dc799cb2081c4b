import assert from "node:assert/strict";
import { test } from "node:test";
import {
  decodeMetadataRecord,
  encodeMetadataRecord,
} from "@naru/protocol/messages/metadata-records";
import fc from "fast-check";
import { recordsOf } from "../metadata/image-records.ts";
import type { MetadataImage } from "../metadata/metadata-image.ts";
import { emptyImage } from "../metadata/metadata-image.ts";
import { changedPartitions } from "../metadata/metadata-delta.ts";
import { MetadataReplay } from "../metadata/metadata-replay.ts";
import { fenceExpired } from "./broker-heartbeat.ts";
import { incrementalAlterConfigs } from "./controller-configs.ts";
import { ControllerRig } from "./controller-rig.test.ts";
import { createPartitions } from "./create-partitions.ts";
import { createTopics } from "./create-topics.ts";
import { deleteTopics } from "./delete-topics.ts";
import { updateFeatures } from "./update-features.ts";

const broker = fc.integer({ min: 1, max: 3 });
const topic = fc.constantFrom("a", "b", "c");
const operations = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant("up" as const), broker }),
    fc.record({ kind: fc.constant("beat" as const), broker }),
    fc.record({ kind: fc.constant("leave" as const), broker }),
    fc.record({ kind: fc.constant("wait" as const), ms: fc.integer({ min: 1, max: 12_000 }) }),
    fc.record({ kind: fc.constant("create" as const), topic, factor: broker }),
    fc.record({ kind: fc.constant("enlarge" as const), topic, count: fc.nat({ max: 5 }) }),
    fc.record({ kind: fc.constant("delete" as const), topic }),
    fc.record({ kind: fc.constant("config" as const), topic, value: fc.nat({ max: 3 }) }),
    fc.record({ kind: fc.constant("elr" as const), level: fc.nat({ max: 1 }) }),
  ),
  { maxLength: 40 },
);
type Operation = typeof operations extends fc.Arbitrary<(infer One)[]> ? One : never;

function perform(rig: ControllerRig, operation: Operation): void {
  switch (operation.kind) {
    case "up":
      rig.register(operation.broker);
      rig.beat(operation.broker);
      return;
    case "beat":
      rig.beat(operation.broker);
      return;
    case "leave":
      rig.beat(operation.broker, { wantShutDown: true });
      return;
    case "wait":
      rig.nowMs += operation.ms;
      rig.run(fenceExpired);
      return;
    default:
      administer(rig, operation);
  }
}

function administer(rig: ControllerRig, operation: Operation): void {
  const timeoutMs = 0;
  if (operation.kind === "create") {
    const { topic: name, factor: replicationFactor } = operation;
    const wanted = { name, numPartitions: 2, replicationFactor, assignments: [], configs: [] };
    rig.run((view) => createTopics(view, { topics: [wanted] }));
  } else if (operation.kind === "enlarge") {
    const wanted = { name: operation.topic, count: operation.count, assignments: null };
    const request = { topics: [wanted], timeoutMs, validateOnly: false };
    rig.run((view) => createPartitions(view, request));
  } else if (operation.kind === "delete") {
    rig.run((view) => deleteTopics(view, { topicNames: [operation.topic], timeoutMs }));
  } else if (operation.kind === "config") {
    const configs = [
      { name: "min.insync.replicas", configOperation: 0, value: String(operation.value + 1) },
    ];
    const resource = { resourceType: 2, resourceName: operation.topic, configs };
    const request = { resources: [resource], validateOnly: false };
    rig.run((view) => incrementalAlterConfigs(view, request));
  } else if (operation.kind === "elr") {
    const feature = "eligible.leader.replicas.version";
    const update = {
      feature,
      maxVersionLevel: operation.level,
      upgradeType: operation.level === 1 ? 1 : 2,
    };
    rig.run((view) => updateFeatures(view, { featureUpdates: [update] }));
  }
}

/** What an image says, as data that can be compared. */
function told(image: MetadataImage): unknown {
  return [...recordsOf(image)].map((record) => [record.type, record.version, record.record]);
}

function performed(history: readonly Operation[]): ControllerRig {
  const rig = new ControllerRig();
  rig.up(1, 2, 3);
  for (const operation of history) perform(rig, operation);
  return rig;
}

test("replaying any prefix of the log gives the image that was live there", () => {
  fc.assert(
    fc.property(operations, (history) => {
      const replay = new MetadataReplay(emptyImage);
      let offset = 0;
      for (const { values, image } of performed(history).batches) {
        offset += values.length;
        const records = values.map((value) => decodeMetadataRecord(value));
        replay.batch(records, { lastOffset: offset - 1, epoch: 1 });
        assert.deepEqual(told(replay.image), told(image));
      }
    }),
    { numRuns: 60 },
  );
});

test("an image written as a snapshot and read again is the same image", () => {
  fc.assert(
    fc.property(operations, (history) => {
      const { image } = performed(history);
      const replay = new MetadataReplay(emptyImage);
      const records = [...recordsOf(image)].map((record) =>
        decodeMetadataRecord(encodeMetadataRecord(record)),
      );
      replay.batch(records, { lastOffset: image.offset, epoch: image.epoch });
      assert.deepEqual(told(replay.image), told(image));
    }),
  );
});

test("the deltas of a history, applied to what a listener knows, lead to the live image", () => {
  fc.assert(
    fc.property(operations, (history) => {
      const known = new Map<string, string>();
      const replay = new MetadataReplay(emptyImage);
      let offset = 0;
      for (const { values } of performed(history).batches) {
        offset += values.length;
        const records = values.map((value) => decodeMetadataRecord(value));
        const delta = replay.batch(records, { lastOffset: offset - 1, epoch: 1 })!;
        for (const gone of delta.topics.deleted) {
          for (const partition of gone.partitions.keys()) known.delete(`${gone.id} ${partition}`);
        }
        for (const { topic, partition, after } of changedPartitions(delta)) {
          known.set(`${topic.id} ${partition}`, JSON.stringify(after));
        }
      }
      const live = new Map<string, string>();
      for (const topic of replay.image.topics.all()) {
        for (const [partition, image] of topic.partitions) {
          live.set(`${topic.id} ${partition}`, JSON.stringify(image));
        }
      }
      assert.deepEqual(known, live);
    }),
    { numRuns: 60 },
  );
});

test("a leader is always active, a replica, and in the ISR; only ELR lets an ISR be empty", () => {
  fc.assert(
    fc.property(operations, (history) => {
      const rig = performed(history);
      for (const { image } of rig.batches) {
        for (const topic of image.topics.all()) {
          for (const { leader, isr, elr, replicas } of topic.partitions.values()) {
            assert.ok(isr.length > 0 || elr.length > 0 || leader === -1);
            assert.ok(isr.every((id) => replicas.includes(id) && !elr.includes(id)));
            if (leader === -1) continue;
            assert.ok(isr.includes(leader), `leader ${leader} is not in ISR ${isr.join()}`);
            const state = image.brokers.get(leader);
            assert.ok(state !== undefined && !state.fenced && !state.inControlledShutdown);
          }
        }
      }
    }),
  );
});
