// What the tests of Fetch share: a client that asks through bytes and may be left waiting.
import { Reader, Writer, batchesIn } from "@naru/protocol";
import {
  decodeFetchRequest,
  decodeFetchResponse,
  encodeFetchRequest,
  encodeFetchResponse,
  type FetchRequestDraft,
  type FetchResponse,
  type FetchResponsePartitionData as PartitionAnswer,
} from "@naru/protocol/messages/fetch";
import { SimulatedRandom } from "@naru/runtime/simulated";
import { topicId } from "./api-rig.test.ts";
import { FetchSessionCache } from "./fetch-session-cache.ts";
import { fetchApi } from "./fetch.ts";
import { watchedContext, type RecordRig } from "./record-rig.test.ts";

export const NEWEST_WITH_NAMES = 12;
export const NEWEST = 18;

export interface Asked {
  readonly topic?: string;
  readonly partition?: number;
  readonly offset?: number;
  readonly maxBytes?: number;
  readonly epoch?: number;
  readonly lastFetchedEpoch?: number;
}

export function requestOf(
  asked: readonly Asked[],
  more: Partial<FetchRequestDraft> = {},
): FetchRequestDraft {
  return {
    maxWaitMs: 0,
    minBytes: 1,
    topics: asked.map(({ topic = "orders", partition = 0, offset = 0, ...rest }) => ({
      topic,
      topicId: topicId(topic[0]!),
      partitions: [
        {
          partition,
          fetchOffset: offset,
          partitionMaxBytes: rest.maxBytes ?? 1_048_576,
          currentLeaderEpoch: rest.epoch ?? -1,
          lastFetchedEpoch: rest.lastFetchedEpoch ?? -1,
        },
      ],
    })),
    ...more,
  };
}

/** Asks as a client of one version does, through bytes; does not let time pass. */
export class Client {
  readonly #rig: RecordRig;
  readonly #api: ReturnType<typeof fetchApi>;

  constructor(rig: RecordRig) {
    this.#rig = rig;
    const { clock } = rig;
    const random = new SimulatedRandom("sessions");
    this.#api = fetchApi(rig, new FetchSessionCache({ clock, random, slots: 2 }));
  }

  /** `answer` resolves when the broker answers; `at` tells when that was. */
  start(
    draft: FetchRequestDraft,
    version = NEWEST_WITH_NAMES,
  ): {
    answer: Promise<FetchResponse>;
    answeredAtMs: () => number | undefined;
    closed: () => void;
    sent: () => void;
  } {
    const writer = new Writer();
    encodeFetchRequest(writer, draft, version);
    const request = decodeFetchRequest(new Reader(writer.toBytes()), version);
    const { context, closed, sent } = watchedContext(version);
    let atMs: number | undefined;
    const answer = (async () => {
      const response = await this.#api.handle(request, context);
      atMs = this.#rig.clock.monotonicMs();
      if (response === undefined) throw new Error("no answer is sent");
      const bytes = new Writer();
      encodeFetchResponse(bytes, response, version);
      return decodeFetchResponse(new Reader(bytes.toBytes()), version);
    })();
    answer.catch(() => {});
    return { answer, answeredAtMs: () => atMs, closed, sent };
  }

  fetch(draft: FetchRequestDraft, version?: number): Promise<FetchResponse> {
    return this.#rig.clock.run(this.start(draft, version).answer);
  }

  async one(asked: Asked, more?: Partial<FetchRequestDraft>): Promise<PartitionAnswer> {
    return onlyOf(await this.fetch(requestOf([asked], more)));
  }
}

export function onlyOf(response: FetchResponse): PartitionAnswer {
  return response.responses[0]!.partitions[0]!;
}

export function offsetsOf({ records }: PartitionAnswer): number[] {
  return Array.from(batchesIn(records ?? new Uint8Array(0)), ({ baseOffset }) => baseOffset);
}
