// The life of a broker that the crash tests interrupt: what it is asked, and what it has answered.
import type { Logger } from "@naru/runtime";
import { SimulatedNode, type SimulatedDisk, type SimulatedRuntime } from "@naru/runtime/simulated";
import { startBroker } from "../src/server/start-broker.ts";
import type { Broker } from "../src/server/broker.ts";
import { TestClient, batchOf, type Place } from "./test-client.ts";

export const DATA_DIR = "/data";
export const orders: Place = { topic: "orders", partition: 0 };
const ordersToo: Place = { topic: "orders", partition: 1 };
const payments: Place = { topic: "payments", partition: 0 };
const short: Place = { topic: "short", partition: 0 };

/** What clients were told, and so must hold whatever happens; and what they have asked besides. */
export class Promises {
  readonly topics = new Map<string, number>();
  readonly deletedTopics = new Set<string>();
  readonly askedToDelete = new Set<string>();
  /** acks=all: `topic-partition` -> offset -> value. */
  readonly durable = new Map<string, Map<number, string>>();
  /** acks=1, and all that a clean stop must keep. */
  readonly written = new Map<string, Map<number, string>>();
  /** The highest log start that anything has asked for. */
  readonly startsAsked = new Map<string, number>();
  readonly producerIds = new Set<number>();
  /** The idempotent producer: its batches in order, each with its answer where there was one. */
  producer: { readonly id: number; readonly batches: SentBatch[] } | undefined;
  /** Closed, and told so. */
  isClean = false;
  /** The mark of a clean stop may be there. */
  mayBeClean = false;

  keep(place: Place, records: { offset: number; values: readonly string[]; acks: -1 | 1 }): void {
    const kinds = records.acks === -1 ? [this.durable, this.written] : [this.written];
    for (const kind of kinds) {
      const known = kind.get(nameOf(place)) ?? new Map<number, string>();
      for (const [index, value] of records.values.entries()) {
        known.set(records.offset + index, value);
      }
      kind.set(nameOf(place), known);
    }
  }
}

export interface SentBatch {
  readonly baseSequence: number;
  readonly values: readonly string[];
  /** undefined while nobody knows whether it is in the log. */
  offset: number | undefined;
}

export function nameOf({ topic, partition }: Place): string {
  return `${topic}-${partition}`;
}

export function startAt(machine: SimulatedNode, logger?: Logger): Promise<Broker> {
  return startBroker({
    runtime: machine,
    dataDir: DATA_DIR,
    host: machine.name,
    insecureListen: true,
    ...(logger === undefined ? {} : { logger }),
    config: {
      "log.retention.check.interval.ms": 2_000,
      "log.flush.offset.checkpoint.interval.ms": 1_500,
      "log.flush.start.offset.checkpoint.interval.ms": 1_500,
      "log.segment.delete.delay.ms": 500,
    },
  });
}

/** The machine of the broker, apart from that of its clients. */
export function machineOf(
  sim: SimulatedRuntime,
  disk: SimulatedDisk,
  process: string,
): SimulatedNode {
  const random = sim.random.fork(process);
  return new SimulatedNode({ name: "broker", clock: sim.clock, network: sim.links, disk, random });
}

/** Two lives with a clean stop between them; a crash may end either anywhere. */
export async function live(
  sim: SimulatedRuntime,
  machine: SimulatedNode,
  promises: Promises,
): Promise<void> {
  await firstLife(sim, await startAt(machine), promises);
  // Another process, so other chance: the ids of topics must not come again.
  const again = startAt(machineOf(sim, machine.disk, "second life"));
  promises.isClean = false;
  const broker = await again;
  promises.mayBeClean = false;
  await secondLife(sim, broker, promises);
}

async function firstLife(
  runtime: SimulatedRuntime,
  broker: Broker,
  promises: Promises,
): Promise<void> {
  const [one, two] = await Promise.all([connect(runtime, broker), connect(runtime, broker)]);
  const now = (): number => runtime.clock.nowMs();
  await create(one, promises, { name: "orders", partitions: 2 });
  await Promise.all([
    create(one, promises, { name: "payments", configs: { "segment.ms": "1000" } }),
    create(two, promises, {
      name: "short",
      configs: { "segment.ms": "400", "retention.ms": "3000" },
    }),
  ]);
  await startProducer(one, promises);
  // Idempotent, plain and acks=1 writers at once, over two connections.
  await Promise.all([
    sendIdempotent(one, promises, { values: ["i0", "i1"], timestamp: now() }),
    send(two, promises, ordersToo, { values: ["a0", "a1", "a2"], timestamp: now() }),
    send(two, promises, short, { values: ["s0"], timestamp: now(), acks: 1 }),
    send(two, promises, ordersToo, { values: ["a3"], timestamp: now(), acks: 1 }),
    send(two, promises, ordersToo, { values: ["a4"], timestamp: now() }),
  ]);
  await sendIdempotent(one, promises, { values: ["i2"], timestamp: now() });
  await send(one, promises, payments, { values: ["p0", "p1"], timestamp: now() });
  await one.setTopicConfig("orders", "segment.ms", "900");
  await runtime.clock.after(1_700);
  // Both roll a segment now.
  await send(one, promises, payments, { values: ["p2"], timestamp: now() });
  await sendIdempotent(one, promises, { values: ["i3", "i4"], timestamp: now() });
  await send(two, promises, short, { values: ["s1"], timestamp: now() });
  promises.startsAsked.set(nameOf(ordersToo), 2);
  await two.deleteRecords(ordersToo, 2);
  await create(two, promises, { name: "gone" });
  await send(two, promises, { topic: "gone", partition: 0 }, { values: ["g"], timestamp: now() });
  await remove(two, promises, "gone");
  // Retention takes the first segment of `short`, and checkpoints are written.
  promises.startsAsked.set(nameOf(short), Number.MAX_SAFE_INTEGER);
  await runtime.clock.after(5_000);
  await send(two, promises, short, { values: ["s2"], timestamp: now() });
  await sendIdempotent(one, promises, { values: ["i5"], timestamp: now() });
  await close(broker, promises);
}

async function secondLife(
  runtime: SimulatedRuntime,
  broker: Broker,
  promises: Promises,
): Promise<void> {
  const client = await connect(runtime, broker);
  const timestamp = runtime.clock.nowMs();
  await sendIdempotent(client, promises, { values: ["i6"], timestamp });
  // The same name again: nothing of the old one may come back.
  await create(client, promises, { name: "gone" });
  const gone = { topic: "gone", partition: 0 };
  await send(client, promises, gone, { values: ["new g"], timestamp });
  await send(client, promises, ordersToo, { values: ["a5"], timestamp, acks: 1 });
  await runtime.clock.after(1_600);
  await send(client, promises, ordersToo, { values: ["a6"], timestamp });
  await close(broker, promises);
}

async function close(broker: Broker, promises: Promises): Promise<void> {
  promises.mayBeClean = true;
  await broker.close();
  promises.isClean = true;
}

export function connect(runtime: SimulatedRuntime, broker: Broker): Promise<TestClient> {
  return TestClient.connect(runtime.network, broker.bootstrapServers);
}

async function create(
  client: TestClient,
  promises: Promises,
  topic: { name: string; partitions?: number; configs?: Record<string, string> },
): Promise<void> {
  promises.deletedTopics.delete(topic.name);
  const error = await client.createTopic(topic.name, topic);
  if (error !== "NONE") throw new Error(`CreateTopics ${topic.name}: ${error}`);
  promises.askedToDelete.delete(topic.name);
  promises.topics.set(topic.name, topic.partitions ?? 1);
}

async function remove(client: TestClient, promises: Promises, name: string): Promise<void> {
  promises.askedToDelete.add(name);
  const error = await client.deleteTopic(name);
  if (error !== "NONE") throw new Error(`DeleteTopics ${name}: ${error}`);
  promises.topics.delete(name);
  promises.deletedTopics.add(name);
  promises.durable.delete(`${name}-0`);
  promises.written.delete(`${name}-0`);
}

async function send(
  client: TestClient,
  promises: Promises,
  place: Place,
  records: { values: readonly string[]; timestamp: number; acks?: -1 | 1 },
): Promise<void> {
  const { values, timestamp, acks = -1 } = records;
  const { error, baseOffset } = await client.produce(place, batchOf(values, { timestamp }), acks);
  if (error !== "NONE") throw new Error(`Produce to ${nameOf(place)}: ${error}`);
  promises.keep(place, { offset: baseOffset, values, acks });
}

async function startProducer(client: TestClient, promises: Promises): Promise<void> {
  const id = await client.initProducerId();
  promises.producerIds.add(id);
  promises.producer = { id, batches: [] };
}

async function sendIdempotent(
  client: TestClient,
  promises: Promises,
  records: { values: readonly string[]; timestamp: number },
): Promise<void> {
  const { id, batches } = promises.producer!;
  const { values, timestamp } = records;
  const last = batches.at(-1);
  const baseSequence = last === undefined ? 0 : last.baseSequence + last.values.length;
  const sent: SentBatch = { baseSequence, values, offset: undefined };
  batches.push(sent);
  const sequence = { producerId: id, baseSequence };
  const answer = await client.produce(orders, batchOf(values, { timestamp, sequence }));
  if (answer.error !== "NONE") throw new Error(`Produce to orders-0: ${answer.error}`);
  sent.offset = answer.baseOffset;
  promises.keep(orders, { offset: answer.baseOffset, values, acks: -1 });
}
