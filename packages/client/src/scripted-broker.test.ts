// What the tests of the client share: brokers on a simulated network that answer by script.
import {
  apiByKey,
  apis,
  codeOf,
  Reader,
  requestHeaderVersion,
  responseHeaderVersion,
  Writer,
  type ApiDefinition,
  type ErrorName,
} from "@naru/protocol";
import { encodeApiVersionsResponse } from "@naru/protocol/messages/api-versions";
import {
  decodeMetadataRequest,
  encodeMetadataResponse,
  type MetadataRequest,
} from "@naru/protocol/messages/metadata";
import { decodeRequestHeader } from "@naru/protocol/messages/request-header";
import { encodeResponseHeader } from "@naru/protocol/messages/response-header";
import type { Connection, Receiver } from "@naru/runtime";
import { simulatedRuntime, type SimulatedRuntime } from "@naru/runtime/simulated";
import { Cluster, type ClusterOptions } from "./cluster/cluster.ts";
import { FrameCollector } from "./network/frame-collector.ts";

/** What a broker may do instead of answering. */
type Silence = "silent" | "hang-up";

/** Answers one request: writes the body, or says what happens instead. */
export type Script = (
  reader: Reader,
  writer: Writer,
  version: number,
) => Promise<Silence | undefined>;

/** A script from an API's two codecs. */
export function script<Request, Response extends object>(
  decode: (reader: Reader, version: number) => Request,
  encode: (writer: Writer, response: Response, version: number) => void,
  answer: (request: Request, version: number) => Response | Silence | Promise<Response>,
): Script {
  return async (reader, writer, version) => {
    const response = await answer(decode(reader, version), version);
    if (typeof response === "string") return response;
    encode(writer, response, version);
    return undefined;
  };
}

/** A topic as the scripted brokers tell of it: the leader of each partition. */
export interface ScriptedTopic {
  leaders: number[];
  error?: ErrorName;
}

export const TOPIC_ID = "AAAAAAAAAAAAAAAAAAAAAg";

/** Brokers 1, 2 ... of a simulated world; scripts hold for all of them and may be changed. */
export class ScriptedCluster {
  readonly sim: SimulatedRuntime;
  readonly scripts = new Map<number, Script>();
  readonly topics = new Map<string, ScriptedTopic>();
  /** Every request but ApiVersions, by name and broker: "Produce@1". */
  readonly asked: string[] = [];
  readonly versions = new Map<number, { min: number; max: number }>();
  readonly #brokerCount: number;

  private constructor(seed: number, brokerCount: number) {
    this.sim = simulatedRuntime({ seed });
    this.#brokerCount = brokerCount;
    this.scripts.set(apis.Metadata.key, this.#metadata);
  }

  static async start(
    options: { seed?: number; brokerCount?: number } = {},
  ): Promise<ScriptedCluster> {
    const cluster = new ScriptedCluster(options.seed ?? 1, options.brokerCount ?? 1);
    for (let nodeId = 1; nodeId <= cluster.#brokerCount; nodeId += 1) {
      const { network } = cluster.sim.node(`broker${nodeId}`);
      await cluster.sim.run(
        network.listen({ host: `broker${nodeId}`, port: 9092 }, (connection) =>
          cluster.#accept(nodeId, connection),
        ),
      );
    }
    return cluster;
  }

  on(api: ApiDefinition, answer: Script): void {
    this.scripts.set(api.key, answer);
  }

  client(options: Partial<ClusterOptions> = {}): Cluster {
    return new Cluster({ runtime: this.sim, bootstrapServers: "broker1:9092", ...options });
  }

  run<T>(promise: Promise<T>): Promise<T> {
    return this.sim.run(promise);
  }

  #accept(nodeId: number, connection: Connection): Receiver {
    const frames = new FrameCollector((frame) => void this.#answer(nodeId, connection, frame));
    return {
      receiveInto: () => frames.free,
      received: (bytes) => frames.add(bytes),
      drained() {},
      closed() {},
    };
  }

  async #answer(nodeId: number, connection: Connection, frame: Uint8Array): Promise<void> {
    const peek = new Reader(frame);
    const api = apiByKey(peek.int16("key"))!;
    const version = peek.int16("version");
    const reader = new Reader(frame);
    const { correlationId } = decodeRequestHeader(reader, requestHeaderVersion(api, version));
    const writer = new Writer();
    const mark = writer.beginFrame();
    encodeResponseHeader(writer, { correlationId }, responseHeaderVersion(api, version));
    if (api.key === apis.ApiVersions.key) {
      encodeApiVersionsResponse(writer, { errorCode: 0, apiKeys: this.#apiKeys() }, version);
    } else {
      this.asked.push(`${api.name}@${nodeId}`);
      const said = await this.scripts.get(api.key)?.(reader, writer, version);
      if (said === "hang-up") connection.destroy();
      if (said !== undefined) return;
    }
    writer.endFrame(mark);
    connection.write(writer.finish());
  }

  #apiKeys(): { apiKey: number; minVersion: number; maxVersion: number }[] {
    return [...this.scripts.keys()].map((apiKey) => {
      const { minVersion, maxStableVersion } = apiByKey(apiKey)!;
      const { min, max } = this.versions.get(apiKey) ?? { min: minVersion, max: maxStableVersion };
      return { apiKey, minVersion: min, maxVersion: max };
    });
  }

  readonly #metadata = script(
    decodeMetadataRequest,
    encodeMetadataResponse,
    ({ topics }: MetadataRequest) => ({
      brokers: Array.from({ length: this.#brokerCount }, (_, index) => ({
        nodeId: index + 1,
        host: `broker${index + 1}`,
        port: 9092,
      })),
      clusterId: "scripted",
      controllerId: 1,
      topics: (topics?.map(({ name }) => name ?? "") ?? [...this.topics.keys()]).map((name) => {
        const topic = this.topics.get(name);
        return {
          errorCode: codeOf(
            topic === undefined ? "UNKNOWN_TOPIC_OR_PARTITION" : (topic.error ?? "NONE"),
          ),
          name,
          topicId: TOPIC_ID,
          partitions: (topic?.leaders ?? []).map((leaderId, partitionIndex) => ({
            errorCode: 0,
            partitionIndex,
            leaderId,
            leaderEpoch: 3,
            replicaNodes: [leaderId],
            isrNodes: [leaderId],
            offlineReplicas: [],
          })),
        };
      }),
    }),
  );
}
