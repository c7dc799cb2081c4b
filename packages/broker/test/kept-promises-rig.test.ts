// What must hold on the disk that a crash has left.
import assert from "node:assert/strict";
import type { Logger } from "@naru/runtime";
import type { SimulatedNode, SimulatedRuntime } from "@naru/runtime/simulated";
import { connect, nameOf, orders, startAt, type Promises } from "./broker-life.ts";
import { batchOf, type FetchedLog, type Place, type TestClient } from "./test-client.ts";

/** Starts a broker on what is left and holds it against what clients were told. */
export async function checkPromises(
  sim: SimulatedRuntime,
  machine: SimulatedNode,
  promises: Promises,
): Promise<void> {
  const lines: string[] = [];
  const broker = await startAt(machine, loggerInto(lines));
  const client = await connect(sim, broker);
  const topics = await client.topics();
  for (const [name, count] of promises.topics) {
    if (promises.askedToDelete.has(name) && !topics.has(name)) continue;
    assert.equal(topics.get(name), count, `topic ${name} was answered for`);
  }
  for (const name of promises.deletedTopics) assert.ok(!topics.has(name), `${name} is back`);
  for (const [topic, count] of topics) {
    for (let partition = 0; partition < count; partition += 1) {
      await checkLog(client, { topic, partition }, promises);
    }
  }
  if (promises.isClean) assert.deepEqual(recoveries(lines), [], "a clean stop needs no recovery");
  else if (!promises.mayBeClean && hasRecords(topics, promises)) {
    assert.notDeepEqual(recoveries(lines), [], "the start says what it has recovered");
  }
  await checkProducer(client, promises, sim.clock.nowMs());
  assert.ok(!promises.producerIds.has(await client.initProducerId()), "a producer id given twice");
  await broker.close();
}

async function checkLog(client: TestClient, place: Place, promises: Promises): Promise<void> {
  const name = nameOf(place);
  const log = await client.fetchAll(place);
  assert.equal(log.error, "NONE", name);
  const offsets = [...log.records.keys()];
  for (const [index, offset] of offsets.entries()) {
    assert.equal(offset, offsets[0]! + index, `${name} has a hole at ${offset}`);
  }
  assert.ok(
    log.logStartOffset <= (promises.startsAsked.get(name) ?? 0),
    `${name} starts at ${log.logStartOffset}`,
  );
  // What retention was free to take need not be there; what is there must be right.
  const isKept = (promises.startsAsked.get(name) ?? 0) < Number.MAX_SAFE_INTEGER;
  // An offset that a consumer has seen is never given to another record.
  const seenEnd = Math.max(-1, ...(promises.durable.get(name)?.keys() ?? [])) + 1;
  assert.ok(log.highWatermark >= seenEnd, `${name} ends at ${log.highWatermark}, not ${seenEnd}`);
  checkRecords(log, promises.durable.get(name), { what: `${name}, acks=all`, isKept });
  if (!promises.isClean) return;
  checkRecords(log, promises.written.get(name), { what: `${name}, clean stop`, isKept });
}

function checkRecords(
  log: FetchedLog,
  promised: ReadonlyMap<number, string> | undefined,
  { what, isKept }: { what: string; isKept: boolean },
): void {
  for (const [offset, value] of promised ?? []) {
    if (offset < log.logStartOffset || (!isKept && !log.records.has(offset))) continue;
    assert.equal(log.records.get(offset), value, `${what}: the record at ${offset}`);
    assert.ok(log.highWatermark > offset, `${what}: the high watermark went back`);
  }
}

/** The producer sends again what it has no answer for, and goes on with its sequence. */
async function checkProducer(
  client: TestClient,
  { producer }: Promises,
  timestamp: number,
): Promise<void> {
  if (producer === undefined || producer.batches.length === 0) return;
  const last = producer.batches.at(-1)!;
  const next = { baseSequence: last.baseSequence + last.values.length, values: ["on"] };
  for (const { baseSequence, values } of [last, next]) {
    const sequence = { producerId: producer.id, baseSequence };
    const answer = await client.produce(orders, batchOf(values, { timestamp, sequence }));
    assert.equal(answer.error, "NONE", `sequence ${baseSequence}`);
    if (baseSequence !== last.baseSequence || last.offset === undefined) continue;
    assert.equal(answer.baseOffset, last.offset, "a duplicate is answered with its first offset");
  }
}

function recoveries(lines: readonly string[]): string[] {
  return lines.filter((line) => line.includes("opened after"));
}

function hasRecords(topics: ReadonlyMap<string, number>, { durable }: Promises): boolean {
  return [...durable].some(([name, records]) => {
    return records.size > 0 && topics.has(name.slice(0, name.lastIndexOf("-")));
  });
}

export function loggerInto(lines: string[]): Logger {
  const add = (line: string): void => void lines.push(line);
  return { error: add, warn: add, info: add, debug() {} };
}
