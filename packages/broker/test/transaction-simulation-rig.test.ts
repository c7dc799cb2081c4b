// Lives of a broker, each ended by a power loss or a clean stop at a point of chance, in which
// transactional producers of both kinds write and a read_committed reader looks on.
import assert from "node:assert/strict";
import type { ErrorName } from "@naru/protocol";
import { SimulatedRandom, simulatedRuntime, type SimulatedRuntime } from "@naru/runtime/simulated";
import type { Broker } from "../src/server/broker.ts";
import { startBroker } from "../src/server/start-broker.ts";
import { DATA_DIR, connect, machineOf, nameOf } from "./broker-life.ts";
import { GroupClient } from "./group-client.ts";
import type { Place } from "./test-client.ts";
import { TransactionLedger, type LedgerEntry } from "./transaction-ledger-rig.test.ts";
import {
  TransactionalClient,
  newVersions,
  oldVersions,
  readCommitted,
  stableOffset,
} from "./transactional-client.ts";
import type { WireClient } from "./wire-client.ts";

const PRODUCERS = 3;
const LIVES = 3;
const TRANSACTIONS_A_LIFE = 4;
/** About as many as a life has. */
const DISK_CALLS = 1_200;
const READ_EVERY_MS = 3;
const RETRY_MS = 5;
const TRIES_MAX = 100;
const places: readonly Place[] = [
  { topic: "orders", partition: 0 },
  { topic: "orders", partition: 1 },
  { topic: "payments", partition: 0 },
];

/** What a seed made of it, for whoever wants to know that something has happened. */
export interface SimulatedOutcome {
  readonly crashes: number;
  readonly committed: number;
  readonly aborted: number;
  readonly unknown: number;
}

/** Runs one seed, and checks what its readers see on the way and at the end. */
export async function simulate(seed: number): Promise<SimulatedOutcome> {
  const sim = simulatedRuntime({ seed });
  const chance = new SimulatedRandom(`lives of ${seed}`);
  const ledger = new TransactionLedger();
  let { disk } = sim.node("broker");
  let crashes = 0;
  for (let life = 0; life < LIVES; life += 1) {
    const machine = machineOf(sim, disk, `life ${life}`);
    disk.crashAt(disk.callCount + 1 + chance.integer(DISK_CALLS));
    const random = chance.fork(`life ${life}`);
    await sim.run(live({ sim, ledger, random }, () => startAt(machine))).catch((error: unknown) => {
      if (!machine.disk.isCrashed) throw error;
    });
    if (!machine.disk.isCrashed) disk.crashAt(Number.MAX_SAFE_INTEGER);
    else crashes += 1;
    machine.crash();
    disk = machine.disk.crash(chance.fork(`after life ${life}`));
  }
  const machine = machineOf(sim, disk, "last life");
  await sim.run(check(sim, ledger, () => startAt(machine)));
  machine.crash();
  const count = (pattern: RegExp): number =>
    ledger.entries.filter(({ knowledge }) => pattern.test(knowledge)).length;
  return {
    crashes,
    committed: count(/^committed/),
    aborted: count(/^aborted/),
    unknown: count(/^asked/),
  };
}

interface Life {
  readonly sim: SimulatedRuntime;
  readonly ledger: TransactionLedger;
  readonly random: SimulatedRandom;
}

type Start = () => Promise<Broker>;

async function live(life: Life, start: Start): Promise<void> {
  const { sim, ledger, random } = life;
  const broker = await start();
  const admin = await connect(sim, broker);
  await admin.createTopic("orders", { partitions: 2 });
  await admin.createTopic("payments", {});
  let isOver = false;
  const reading = read({ sim, ledger }, admin.wire, () => isOver);
  const writing = Array.from({ length: PRODUCERS }, (_, index) =>
    new Writer({ ...life, random: random.fork(`producer ${index}`) }, index, broker).run(),
  );
  await Promise.all([...writing.map((each) => each.finally(() => (isOver = true))), reading]);
  if (random.next() < 0.5) await broker.close();
}

/** Looks at all places again and again, and believes nothing that the ledger does not allow. */
async function read(
  { sim, ledger }: Pick<Life, "sim" | "ledger">,
  wire: WireClient,
  isOver: () => boolean,
): Promise<void> {
  while (!isOver()) {
    for (const place of places) {
      const { values, lastStableOffset } = await readCommitted(wire, place);
      ledger.checkSeen(values);
      ledger.checkStable(place, lastStableOffset);
    }
    await sim.clock.after(READ_EVERY_MS);
  }
}

/** One transactional id, and whoever has it now. */
class Writer {
  readonly #life: Life;
  readonly #index: number;
  readonly #broker: Broker;
  readonly #groupId: string;

  constructor(life: Life, index: number, broker: Broker) {
    this.#life = life;
    this.#index = index;
    this.#broker = broker;
    this.#groupId = groupOf(index);
  }

  async run(): Promise<void> {
    const { random } = this.#life;
    let client = await this.#next();
    for (let round = 0; round < TRANSACTIONS_A_LIFE; round += 1) {
      const entry = this.#life.ledger.begin(this.#index);
      await this.#write(client, entry);
      if (random.next() < 0.2) {
        const zombie = client;
        client = await this.#next();
        await this.#haunt(zombie);
      } else {
        await this.#end(client, entry);
      }
    }
  }

  /** The next who has the id: it may be of another generation of clients. */
  async #next(): Promise<TransactionalClient> {
    const { sim, random, ledger } = this.#life;
    const { wire } = await connect(sim, this.#broker);
    await new GroupClient(wire).find(this.#groupId);
    const versions = random.next() < 0.7 ? newVersions : oldVersions;
    const client = new TransactionalClient(wire, `t${this.#index}`, versions);
    ledger.fence(this.#index);
    await client.init();
    return client;
  }

  async #write(client: TransactionalClient, entry: LedgerEntry): Promise<void> {
    const { ledger, random } = this.#life;
    const isOld = client.versions === oldVersions;
    const count = 1 + random.integer(4);
    for (let index = 0; index < count; index += 1) {
      const place = places[random.integer(places.length)]!;
      const value = `${entry.number}/${index}`;
      if (isOld) assert.equal(await client.addPartition(place), "NONE");
      await this.#untilTaken(() => client.produce(place, value));
      ledger.added(entry, place, { value, offset: client.baseOffset });
    }
    if (random.next() < 0.5) return;
    if (isOld) assert.equal(await client.addOffsets(this.#groupId), "NONE");
    await this.#untilTaken(() => client.commitOffset(this.#groupId, entry.number));
    entry.hasOffset = true;
  }

  async #end(client: TransactionalClient, entry: LedgerEntry): Promise<void> {
    const isAborted = this.#life.random.next() < 0.3;
    entry.knowledge = isAborted ? "aborted" : "asked to commit";
    await this.#untilTaken(() => client.end(isAborted ? "abort" : "commit"));
    if (!isAborted) entry.knowledge = "committed";
  }

  /** Somebody else has the id: nothing is taken of who had it before. */
  async #haunt(zombie: TransactionalClient): Promise<void> {
    const isFenced = (error: ErrorName): void =>
      assert.match(error, /^(PRODUCER_FENCED|INVALID_PRODUCER_EPOCH|INVALID_TXN_STATE)$/);
    isFenced(await zombie.produce(places[0]!, "0/zombie"));
    isFenced(await zombie.end("commit"));
  }

  async #untilTaken(ask: () => Promise<ErrorName>): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      const error = await ask();
      if (error === "NONE") return;
      // What client libraries answer by asking again.
      const passes = /^(CONCURRENT_TRANSACTIONS|NOT_ENOUGH_REPLICAS|COORDINATOR_|NOT_COORDINATOR)/;
      assert.ok(passes.test(error) && tries < TRIES_MAX, `producer ${this.#index}: ${error}`);
      await this.#life.sim.clock.after(RETRY_MS);
    }
  }
}

async function check(
  sim: SimulatedRuntime,
  ledger: TransactionLedger,
  start: Start,
): Promise<void> {
  const broker = await start();
  const { wire } = await connect(sim, broker);
  for (let index = 0; index < PRODUCERS; index += 1) {
    await new GroupClient(wire).find(groupOf(index));
    ledger.fence(index);
    // Whatever is open or decided is brought to its end.
    await new TransactionalClient(wire, `t${index}`).init();
  }
  if (ledger.entries.length > 0) {
    const output = new Map<string, readonly string[]>();
    for (const place of places) {
      const { values, lastStableOffset, highWatermark } = await readCommitted(wire, place);
      assert.equal(lastStableOffset, highWatermark, "nothing hangs");
      output.set(nameOf(place), values);
    }
    ledger.checkOutput(output);
    const all = [...output.values()].flat();
    for (let index = 0; index < PRODUCERS; index += 1) {
      const last = ledger.entries.findLast(
        (entry) => entry.producer === index && entry.hasOffset && ledger.isThere(entry, all),
      );
      const offset = await stableOffset(wire, groupOf(index));
      assert.equal(offset, last?.number ?? -1, `the offset of producer ${index} is its last's`);
    }
  }
  await broker.close();
}

function groupOf(index: number): string {
  return `g${index}`;
}

function startAt(machine: ReturnType<typeof machineOf>): Promise<Broker> {
  return startBroker({
    runtime: machine,
    dataDir: DATA_DIR,
    host: machine.name,
    insecureListen: true,
    config: {
      "transaction.state.log.num.partitions": 2,
      "offsets.topic.num.partitions": 2,
      // The clients' records are from 1970.
      "log.retention.ms": -1,
    },
  });
}
