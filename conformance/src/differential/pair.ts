import { isDeepStrictEqual } from "node:util";
import { startKafka } from "../kafka/server.ts";
import { startNaru } from "../naru/broker.ts";
import type { RunningBroker, StartOptions } from "../runner/target.ts";
import type { Call } from "../wire/connection.ts";
import { BrokerSide } from "./broker-side.ts";
import { type Difference, differencesOf } from "./difference.ts";

/** Kafka would divide a group in another thread, and answer before it has. */
const kafkaSettings = { "group.consumer.assignor.offload.enable": "false" };

/** What a request is made of: the same for both, or with each broker's own ids in it. */
export type DraftFor<Draft> = Draft | ((side: BrokerSide) => Draft);

export interface PairOptions {
  readonly settings?: Readonly<Record<string, string>>;
  readonly folders?: { readonly naru: string; readonly kafka: string };
}

/** Our broker and Apache Kafka, asked the same. */
export class Pair implements AsyncDisposable {
  readonly naru: BrokerSide;
  readonly kafka: BrokerSide;
  readonly differences: Difference[] = [];
  asked = 0;
  /** Where the sequence stands, for the report. */
  #at = "";
  #step = "";

  private constructor(naru: BrokerSide, kafka: BrokerSide) {
    this.naru = naru;
    this.kafka = kafka;
  }

  static async start(options: PairOptions = {}): Promise<Pair> {
    const settings = options.settings ?? {};
    const [naru, kafka] = await Promise.all([
      startNaru(startOptions(settings, options.folders?.naru)),
      startKafka(startOptions({ ...settings, ...kafkaSettings }, options.folders?.kafka)),
    ]);
    return Pair.of(naru, kafka);
  }

  static async of(naru: RunningBroker, kafka: RunningBroker): Promise<Pair> {
    return new Pair(await BrokerSide.open("naru", naru), await BrokerSide.open("kafka", kafka));
  }

  get sides(): readonly [BrokerSide, BrokerSide] {
    return [this.naru, this.kafka];
  }

  /** Names what comes next in the report of a difference. */
  at(place: string): void {
    this.#at = place;
    this.#step = "";
  }

  /** Says of the next requests what is special about them. */
  step(what: string): void {
    this.#step = `, ${what}`;
  }

  /** Asks both, notes what differs, gives both answers; undefined is a closed connection. */
  async ask<Draft, Response>(
    call: Call<Draft, Response>,
    version: number,
    draft: DraftFor<Draft>,
  ): Promise<[Response | undefined, Response | undefined]> {
    this.asked += 1;
    const draftFor = (side: BrokerSide): Draft =>
      typeof draft === "function" ? (draft as (side: BrokerSide) => Draft)(side) : draft;
    const [ours, theirs] = await Promise.all([
      this.naru.ask(call, version, draftFor(this.naru)),
      this.kafka.ask(call, version, draftFor(this.kafka)),
    ]);
    const found = differencesOf(this.naru.leaves(ours), this.kafka.leaves(theirs));
    for (const { path, naru, kafka } of found) {
      this.differences.push({
        at: `${this.#at}${this.#step}`,
        api: call.api.name,
        version,
        path,
        naru,
        kafka,
        request: draftFor(this.kafka),
      });
    }
    return [answered(ours), answered(theirs)];
  }

  /** Compares what was found out by other means than one answer. */
  compare(subject: string, naru: unknown, kafka: unknown): void {
    if (isDeepStrictEqual(naru, kafka)) return;
    this.differences.push({
      at: `${this.#at}${this.#step}`,
      api: subject,
      version: 0,
      path: "",
      naru: JSON.stringify(naru),
      kafka: JSON.stringify(kafka),
      request: undefined,
    });
  }

  async reconnect(): Promise<void> {
    for (const side of this.sides) await side.reconnect();
  }

  /** Ends both processes; their folders stay. */
  async end(how: "stop" | "kill"): Promise<void> {
    await Promise.all(
      this.sides.map(async (side) => {
        side.close();
        await side.broker[how]();
      }),
    );
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const side of this.sides) {
      side.close();
      await side.broker.kill();
    }
  }
}

function answered<Response>(answer: Response | undefined | "no answer"): Response | undefined {
  return answer === "no answer" ? undefined : answer;
}

function startOptions(
  settings: Readonly<Record<string, string>>,
  folder: string | undefined,
): StartOptions {
  return folder === undefined ? { settings } : { settings, folder };
}
