import assert from "node:assert/strict";
import { test } from "node:test";
import {
  decodeMetadataRecord,
  encodeMetadataRecord,
} from "@naru/protocol/messages/metadata-records";
import { SimulatedRandom } from "@naru/runtime/simulated";
import type { MetadataImage } from "../metadata/metadata-image.ts";
import { emptyImage } from "../metadata/metadata-image.ts";
import type { MetadataRecordDraft } from "../metadata/metadata-record.ts";
import { draftRecord } from "../metadata/metadata-record.ts";
import { MetadataReplay } from "../metadata/metadata-replay.ts";
import { brokerHeartbeat } from "./broker-heartbeat.ts";
import { BrokerSessions } from "./broker-sessions.ts";
import type { ControllerConfig, ControllerStep, ControllerView } from "./controller-step.ts";
import { registerBroker } from "./register-broker.ts";

const SESSION_TIMEOUT_MS = 9000;

/** The pure controller with a log in memory: every step is replayed from its bytes at once. */
export class ControllerRig {
  readonly #replay = new MetadataReplay(emptyImage);
  readonly #random = new SimulatedRandom("rig");
  readonly sessions = new BrokerSessions(SESSION_TIMEOUT_MS);
  readonly batches: { readonly values: readonly Uint8Array[]; readonly image: MetadataImage }[] =
    [];
  config: ControllerConfig;
  nextOffset = 0;
  nowMs = 0;

  constructor(config: Partial<ControllerConfig> = {}) {
    this.config = {
      nodeId: 1,
      clusterId: "cluster",
      sessionTimeoutMs: SESSION_TIMEOUT_MS,
      deleteTopicEnable: true,
      defaultPartitions: 1,
      defaultReplicationFactor: 1,
      fixedConfigs: new Map(),
      kraftVersion: 1,
      ...config,
    };
    const level = { name: "metadata.version", featureLevel: 25 };
    this.append([draftRecord("FeatureLevelRecord", 0, level)]);
  }

  get image(): MetadataImage {
    return this.#replay.image;
  }

  get view(): ControllerView {
    const { image, nextOffset, nowMs, config, sessions } = this;
    return { image, nextOffset, nowMs, config, sessions, random: this.#random };
  }

  append(records: readonly MetadataRecordDraft[]): void {
    if (records.length === 0) return;
    const values = records.map((record) => encodeMetadataRecord(record));
    this.nextOffset += values.length;
    const decoded = values.map((value) => decodeMetadataRecord(value));
    this.#replay.batch(decoded, { lastOffset: this.nextOffset - 1, epoch: 1 });
    this.batches.push({ values, image: this.image });
  }

  run<Response>(step: (view: ControllerView) => ControllerStep<Response>): Response {
    return this.step(step).response;
  }

  step<Response>(
    step: (view: ControllerView) => ControllerStep<Response>,
  ): ControllerStep<Response> {
    const result = step(this.view);
    this.append(result.records);
    return result;
  }

  /** A broker that has registered; its epoch. Each call is another life of it. */
  register(
    brokerId: number,
    options: { previousBrokerEpoch?: number; rack?: string } = {},
  ): number {
    const { previousBrokerEpoch = -1, rack = null } = options;
    const life = String(this.nextOffset).padStart(10, "0");
    const response = this.run((view) =>
      registerBroker(view, {
        brokerId,
        clusterId: this.config.clusterId,
        incarnationId: `${life}00000000000A`,
        listeners: [{ name: "PLAINTEXT", host: `b${brokerId}`, port: 9092, securityProtocol: 0 }],
        features: [
          { name: "metadata.version", minSupportedVersion: 25, maxSupportedVersion: 30 },
          {
            name: "eligible.leader.replicas.version",
            minSupportedVersion: 0,
            maxSupportedVersion: 1,
          },
        ],
        rack,
        logDirs: [`directory0${String(brokerId).padStart(2, "0")}000000000A`],
        previousBrokerEpoch,
      }),
    );
    return response.errorCode === 0 ? response.brokerEpoch : -response.errorCode;
  }

  /** A heartbeat of a broker that is up to date. */
  beat(
    brokerId: number,
    wants: { readonly wantFence?: boolean; readonly wantShutDown?: boolean } = {},
  ): { readonly fenced: boolean; readonly mayStop: boolean } {
    const answer = this.run((view) =>
      brokerHeartbeat(view, {
        brokerId,
        brokerEpoch: this.image.brokers.get(brokerId)?.epoch ?? -1,
        currentMetadataOffset: this.image.offset,
        wantFence: wants.wantFence ?? false,
        wantShutDown: wants.wantShutDown ?? false,
      }),
    );
    return { fenced: answer.isFenced, mayStop: answer.shouldShutDown };
  }

  /** Registered and unfenced. */
  up(...brokerIds: readonly number[]): void {
    for (const id of brokerIds) {
      this.register(id);
      this.beat(id);
    }
  }
}

test("a broker that registers is fenced until a heartbeat shows that it has caught up", () => {
  const rig = new ControllerRig();
  const epoch = rig.register(1);
  assert.equal(epoch, 1, "the epoch is the offset of the registration");
  assert.equal(rig.image.brokers.get(1)?.fenced, true);
  const late = { brokerId: 1, brokerEpoch: epoch, wantFence: false, wantShutDown: false };
  const answer = rig.run((view) => brokerHeartbeat(view, { ...late, currentMetadataOffset: 0 }));
  assert.equal(answer.isCaughtUp, false);
  assert.equal(answer.isFenced, true);
  assert.deepEqual(rig.beat(1), { fenced: false, mayStop: false });
});
