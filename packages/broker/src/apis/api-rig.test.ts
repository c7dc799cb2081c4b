// What the tests of the APIs share: a broker with metadata that a test describes, and calls of an
// API through the codecs, as a client of one version sees it.
import { Reader, Writer } from "@naru/protocol";
import { silentLogger } from "@naru/runtime";

import type { ControllerChannel } from "../controller/controller-channel.ts";
import type { BrokerImage } from "../metadata/brokers-image.ts";
import { resolveBrokerConfig } from "../metadata/config/broker-config.ts";
import { emptyLayers } from "../metadata/config/config-layers.ts";
import { emptyImage, type MetadataImage } from "../metadata/metadata-image.ts";
import type { PartitionImage } from "../metadata/partition-image.ts";
import { SortedMap } from "../metadata/sorted-map.ts";
import type { ApiBroker } from "./api-broker.ts";
import type { AnyApi, RequestContext } from "./api.ts";

export interface TestBroker extends ApiBroker {
  metadata: MetadataImage;
  settings: Map<string, string>;
  readonly asked: string[];
}

/** Broker 1, alone. What the controller is asked is written down; it answers with `answers`. */
export function testBroker(
  answers: { readonly [Method in keyof ControllerChannel]?: (request: never) => unknown } = {},
): TestBroker {
  const asked: string[] = [];
  const controller = new Proxy({} as ControllerChannel, {
    get: (_target, method: keyof ControllerChannel) => async (request: unknown) => {
      asked.push(`${method} ${JSON.stringify(request)}`);
      const answer = answers[method] as ((request: unknown) => unknown) | undefined;
      if (answer === undefined) throw new Error(`The test's controller has no ${method}.`);
      return answer(request);
    },
  });
  const broker: TestBroker = {
    nodeId: 1,
    clusterId: "test-cluster",
    logger: silentLogger,
    controller,
    metadata: withBroker(emptyImage, { id: 1 }),
    settings: new Map(),
    asked,
    image: () => broker.metadata,
    kraftVersion: () => 1,
    config: () => resolveBrokerConfig(broker.configLayers()),
    configLayers: () => ({ ...emptyLayers, fixed: broker.settings }),
    logDirs: () => [],
  };
  return broker;
}

export function withBroker(
  image: MetadataImage,
  broker: Partial<BrokerImage> & { readonly id: number },
): MetadataImage {
  const { id } = broker;
  const endpoint = { name: "PLAINTEXT", host: `host${id}`, port: 9_090 + id, securityProtocol: 0 };
  const whole: BrokerImage = {
    epoch: 1,
    incarnationId: "AAAAAAAAAAAAAAAAAAAAAA",
    endpoints: [endpoint],
    features: [],
    rack: null,
    fenced: false,
    inControlledShutdown: false,
    directories: [],
    cordonedDirectories: null,
    unknownTags: [],
    ...broker,
  };
  return { ...image, brokers: image.brokers.set(id, whole) };
}

/** Ids as a test may write them: `topicId("a")`. */
export function topicId(letter: string): string {
  return `${letter.repeat(21)}A`;
}

/** With a topic whose id is `topicId` of its first letter. */
export function withTopic(
  image: MetadataImage,
  name: string,
  partitions: readonly Partial<PartitionImage>[],
): MetadataImage {
  let map = SortedMap.empty<number, PartitionImage>();
  for (const [index, partition] of partitions.entries()) {
    map = map.set(index, { ...onePartition, ...partition });
  }
  const id = topicId(name[0] ?? "x");
  return { ...image, topics: image.topics.with({ name, id, partitions: map, unknownTags: [] }) };
}

const onePartition: PartitionImage = {
  replicas: [1],
  isr: [1],
  directories: ["AAAAAAAAAAAAAAAAAAAAAA"],
  removing: [],
  adding: [],
  leader: 1,
  leaderRecoveryState: "RECOVERED",
  leaderEpoch: 3,
  partitionEpoch: 5,
  elr: [],
  lastKnownElr: [],
  unknownTags: [],
};

/** The two codecs of an API that only a client needs. */
export interface ClientCodec<RequestDraft, Response> {
  readonly encode: (writer: Writer, request: RequestDraft, version: number) => void;
  readonly decode: (reader: Reader, version: number) => Response;
}

/** One call as a client of this version makes it: through bytes, there and back. */
export async function call<RequestDraft, Response>(
  api: AnyApi,
  codec: ClientCodec<RequestDraft, Response>,
  { version, request }: { readonly version: number; readonly request: RequestDraft },
): Promise<Response> {
  const writer = new Writer();
  codec.encode(writer, request, version);
  const decoded: unknown = api.decode(new Reader(writer.toBytes()), version);
  let response: unknown;
  try {
    response = await api.handle(decoded, testContext(version));
  } catch (error) {
    const code = (error as { code?: string }).code ?? "UNKNOWN_SERVER_ERROR";
    response = api.failed?.(decoded, code as never, (error as Error).message);
  }
  api.encode(writer, response, version);
  const reader = new Reader(writer.toBytes());
  const answer = codec.decode(reader, version);
  if (reader.remaining > 0)
    throw new Error(`${reader.remaining} bytes of the answer are left over`);
  return answer;
}

export function testContext(apiVersion: number): RequestContext {
  return {
    apiVersion,
    correlationId: 7,
    clientId: "test",
    clientHost: "127.0.0.1",
    listenerName: "PLAINTEXT",
    connectionId: "test",
    principal: "User:ANONYMOUS",
    receivedMs: 0,
    clientSoftware: { name: "unknown", version: "unknown" },
    onSent() {},
    onClosed() {},
    holdLaterRequests() {},
    closeConnection() {},
  };
}
