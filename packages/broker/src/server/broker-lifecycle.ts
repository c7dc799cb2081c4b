import type { Clock, Logger, Timer } from "@naru/runtime";
import { errorByCode, errors } from "@naru/protocol";
import type { BrokerHeartbeatResponse } from "@naru/protocol/messages/broker-heartbeat";
import type { BrokerRegistrationRequestDraft } from "@naru/protocol/messages/broker-registration";
import type { ControllerChannel } from "../controller/controller-channel.ts";

/** How often to ask while something is awaited: Kafka's constant. */
const IMPATIENT_MS = 10;
/** How long a stop waits for the controller's leave; then the broker goes without it. */
const CONTROLLED_SHUTDOWN_MAX_MS = 10_000;

export interface LifecycleOptions {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly controller: ControllerChannel;
  /** All of the registration but the listeners, whose ports are known once they are open. */
  readonly identity: Omit<BrokerRegistrationRequestDraft, "listeners">;
  readonly heartbeatIntervalMs: number;
  readonly registrationTimeoutMs: number;
  /** The last metadata offset that this broker has taken over. */
  appliedOffset(): number;
}

/**
 * What this broker says of itself to the controller:
 *
 *   register -> caught up (still fenced) -> unfenced, serving -> shutting down -> fenced
 *
 * Logs are recovered between "caught up" and "unfenced"; heartbeats go on meanwhile.
 */
export class BrokerLifecycle {
  readonly #options: LifecycleOptions;
  #brokerEpoch = -1;
  #wantsFence = true;
  #wantsShutDown = false;
  #timer: Timer | undefined;
  #isStopped = false;

  constructor(options: LifecycleOptions) {
    this.#options = options;
  }

  /** The offset of this registration in the metadata log; -1 before it. */
  get brokerEpoch(): number {
    return this.#brokerEpoch;
  }

  get identity(): { readonly brokerId: number; readonly brokerEpoch: number } {
    return {
      brokerId: this.#options.identity.brokerId,
      brokerEpoch: this.#brokerEpoch,
    };
  }

  /** Registers; a live registration of the same id elsewhere is waited out until it expires. */
  async register(listeners: BrokerRegistrationRequestDraft["listeners"]): Promise<void> {
    const { clock, controller, identity, registrationTimeoutMs, heartbeatIntervalMs } =
      this.#options;
    const deadlineMs = clock.monotonicMs() + registrationTimeoutMs;
    for (;;) {
      const response = await controller.registerBroker({ ...identity, listeners });
      const error = errorByCode(response.errorCode);
      if (error === "NONE") {
        this.#brokerEpoch = response.brokerEpoch;
        this.#beatLater();
        return;
      }
      const mayPass = error === "DUPLICATE_BROKER_REGISTRATION";
      if (!mayPass || clock.monotonicMs() >= deadlineMs) {
        throw new Error(
          `broker ${identity.brokerId}: the controller refused its registration with ` +
            `${error}, expected NONE. ${errors[error].description}`,
        );
      }
      await clock.after(heartbeatIntervalMs);
    }
  }

  /** Resolves once the controller counts this broker among those that serve. */
  async unfence(): Promise<void> {
    this.#wantsFence = false;
    await this.#beatUntil((answer) => !answer.isFenced);
  }

  /** Asks to leave: leaders move away, and the metadata log ends with this broker fenced. */
  async controlledShutdown(): Promise<void> {
    this.#wantsShutDown = true;
    const { clock, logger } = this.#options;
    const deadlineMs = clock.monotonicMs() + CONTROLLED_SHUTDOWN_MAX_MS;
    const left = await this.#beatUntil((answer) => answer.shouldShutDown, deadlineMs);
    if (left === undefined) {
      logger.warn("The controller did not let this broker go in time; it stops without its leave.");
    }
  }

  stop(): void {
    this.#isStopped = true;
    this.#timer?.cancel();
  }

  /** The answer that was waited for; undefined when the time is over or the broker stops. */
  async #beatUntil(
    isDone: (answer: BrokerHeartbeatResponse) => boolean,
    deadlineMs = Number.POSITIVE_INFINITY,
  ): Promise<BrokerHeartbeatResponse | undefined> {
    const { clock } = this.#options;
    for (let beats = 1; !this.#isStopped && clock.monotonicMs() < deadlineMs; beats += 1) {
      const answer = await this.#beat();
      if (answer !== undefined && isDone(answer)) return answer;
      // The controller acts on the first: what it did is told by the second, asked at once.
      if (beats > 1 || answer === undefined) await clock.after(IMPATIENT_MS);
    }
    return undefined;
  }

  #beatLater(): void {
    if (this.#isStopped) return;
    this.#timer = this.#options.clock.schedule(this.#options.heartbeatIntervalMs, () => {
      void this.#beat().then(() => this.#beatLater());
    });
  }

  async #beat(): Promise<BrokerHeartbeatResponse | undefined> {
    const { controller, logger, identity } = this.#options;
    try {
      const answer = await controller.heartbeat({
        brokerId: identity.brokerId,
        brokerEpoch: this.#brokerEpoch,
        currentMetadataOffset: this.#options.appliedOffset(),
        wantFence: this.#wantsFence,
        wantShutDown: this.#wantsShutDown,
      });
      const error = errorByCode(answer.errorCode);
      if (error === "NONE") return answer;
      logger.warn(`The controller answered a heartbeat with ${error}, expected NONE.`);
    } catch (error) {
      logger.warn(`A heartbeat did not reach the controller: ${String(error)}`);
    }
    return undefined;
  }
}
