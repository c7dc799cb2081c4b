import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { codeOf, type ErrorName } from "@naru/protocol";
import { SimulatedClock } from "@naru/runtime/simulated";
import type { ControllerChannel } from "../controller/controller-channel.ts";
import { loggerInto } from "../network/network-rig.test.ts";
import { BrokerLifecycle } from "./broker-lifecycle.ts";

const HEARTBEAT_MS = 2_000;

type Beat = Parameters<ControllerChannel["heartbeat"]>[0];

/** A controller that answers as a test says. */
class Script {
  registrations: ErrorName[] = [];
  readonly beats: (Beat & { atMs: number })[] = [];
  heartbeatError: ErrorName | "gone" = "NONE";
  /** How many heartbeats it takes until it agrees to what is asked for. */
  patience = 0;
  readonly #clock: SimulatedClock;

  constructor(clock: SimulatedClock) {
    this.#clock = clock;
  }

  async registerBroker(): ReturnType<ControllerChannel["registerBroker"]> {
    const error = this.registrations.shift() ?? "NONE";
    return { throttleTimeMs: 0, errorCode: codeOf(error), brokerEpoch: 42 };
  }

  async heartbeat(beat: Beat): ReturnType<ControllerChannel["heartbeat"]> {
    this.beats.push({ ...beat, atMs: this.#clock.monotonicMs() });
    if (this.heartbeatError === "gone") throw new Error("no controller");
    this.patience -= 1;
    const agrees = this.patience < 0;
    return {
      throttleTimeMs: 0,
      errorCode: codeOf(this.heartbeatError),
      isCaughtUp: true,
      isFenced: beat.wantFence || !agrees,
      shouldShutDown: beat.wantShutDown && agrees,
    };
  }
}

function lifecycleOf(): {
  clock: SimulatedClock;
  script: Script;
  lifecycle: BrokerLifecycle;
  lines: string[];
} {
  const clock = new SimulatedClock();
  const script = new Script(clock);
  const lines: string[] = [];
  const lifecycle = new BrokerLifecycle({
    clock,
    logger: loggerInto(lines),
    controller: script as Partial<ControllerChannel> as ControllerChannel,
    identity: {
      brokerId: 1,
      clusterId: "c",
      incarnationId: "AAAAAAAAAAAAAAAAAAAAAA",
      features: [],
      rack: null,
      logDirs: [],
      previousBrokerEpoch: -1,
    },
    heartbeatIntervalMs: HEARTBEAT_MS,
    registrationTimeoutMs: 60_000,
    appliedOffset: () => 17,
  });
  return { clock, script, lifecycle, lines };
}

describe("the life of a broker", () => {
  test("registers, beats as fenced, and is let serve", async () => {
    const { clock, script, lifecycle } = lifecycleOf();
    await clock.run(lifecycle.register([]));
    assert.equal(lifecycle.brokerEpoch, 42);
    await clock.advance(2.5 * HEARTBEAT_MS);
    const seen = script.beats.map((beat) => [beat.atMs, beat.wantFence, beat.brokerEpoch]);
    assert.deepEqual(seen, [
      [HEARTBEAT_MS, true, 42],
      [2 * HEARTBEAT_MS, true, 42],
    ]);
    assert.equal(script.beats[0]!.currentMetadataOffset, 17);
    script.patience = 3;
    await clock.run(lifecycle.unfence());
    assert.equal(script.beats.at(-1)!.wantFence, false);
    lifecycle.stop();
    const { length } = script.beats;
    await clock.advance(10 * HEARTBEAT_MS);
    assert.equal(script.beats.length, length);
  });

  test("waits out a registration of its id that is still alive", async () => {
    const { clock, script, lifecycle } = lifecycleOf();
    script.registrations = ["DUPLICATE_BROKER_REGISTRATION", "DUPLICATE_BROKER_REGISTRATION"];
    await clock.run(lifecycle.register([]));
    assert.equal(clock.monotonicMs(), 2 * HEARTBEAT_MS);
  });

  test("does not wait for it for ever, nor for what will not pass", async () => {
    const { clock, script, lifecycle } = lifecycleOf();
    script.registrations = Array.from({ length: 100 }, () => "DUPLICATE_BROKER_REGISTRATION");
    await assert.rejects(clock.run(lifecycle.register([])), /DUPLICATE_BROKER_REGISTRATION/);
    assert.ok(clock.monotonicMs() >= 60_000);
    script.registrations = ["INCONSISTENT_CLUSTER_ID"];
    await assert.rejects(clock.run(lifecycle.register([])), /INCONSISTENT_CLUSTER_ID/);
  });

  test("asks to leave, and goes when it is let", async () => {
    const { clock, script, lifecycle, lines } = lifecycleOf();
    await clock.run(lifecycle.register([]));
    script.patience = 5;
    await clock.run(lifecycle.controlledShutdown());
    assert.equal(script.beats.at(-1)!.wantShutDown, true);
    assert.equal(script.beats.length, 6);
    assert.deepEqual(lines, []);
  });

  test("goes without leave when the controller does not answer", async () => {
    const { clock, script, lifecycle, lines } = lifecycleOf();
    await clock.run(lifecycle.register([]));
    script.heartbeatError = "gone";
    const startedMs = clock.monotonicMs();
    await clock.run(lifecycle.controlledShutdown());
    const tookMs = clock.monotonicMs() - startedMs;
    assert.ok(tookMs >= 10_000 && tookMs < 11_000, `${tookMs} ms`);
    assert.match(lines.at(-1)!, /without its leave/);
  });

  test("waits for nothing any longer once it was stopped", async () => {
    const { clock, script, lifecycle } = lifecycleOf();
    await clock.run(lifecycle.register([]));
    script.heartbeatError = "STALE_BROKER_EPOCH";
    const waiting = lifecycle.unfence();
    await clock.advance(500);
    lifecycle.stop();
    await clock.run(waiting);
    assert.ok(clock.monotonicMs() < 1_000);
  });
});
