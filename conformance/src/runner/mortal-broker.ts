import { freePort } from "./ports.ts";
import type { RunningBroker, StartOptions, Target } from "./target.ts";

/** A broker that is killed and started again, on one folder and one port, while clients go on. */
export class MortalBroker implements AsyncDisposable {
  readonly bootstrap: string;
  readonly folder: string;
  kills = 0;
  readonly #target: Target;
  readonly #options: StartOptions;
  #running: RunningBroker;

  private constructor(target: Target, options: StartOptions, running: RunningBroker) {
    this.#target = target;
    this.#options = options;
    this.#running = running;
    this.bootstrap = running.bootstrap;
    this.folder = running.folder;
  }

  static async start(
    target: Target,
    options: StartOptions & { readonly folder: string },
  ): Promise<MortalBroker> {
    const fixed = { ...options, port: await freePort() };
    return new MortalBroker(target, fixed, await target.start(fixed));
  }

  /** The one that runs now. */
  get current(): RunningBroker {
    return this.#running;
  }

  /** SIGKILL; resolves when its successor answers. */
  async killAndStart(): Promise<void> {
    await this.#running.kill();
    this.kills += 1;
    this.#running = await this.#target.start(this.#options);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#running.kill();
  }
}
