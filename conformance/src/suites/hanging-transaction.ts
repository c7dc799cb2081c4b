import assert from "node:assert/strict";
import { KafkaTools } from "../kafka/tools.ts";
import { apacheKafka, command } from "../runner/needs.ts";
import { output } from "../runner/processes.ts";
import { bothTargets, type Suite } from "../runner/suite.ts";
import type { RunningBroker } from "../runner/target.ts";
import { WireConnection } from "../wire/connection.ts";
import { batchOf, createTopic, offsetAt, produce, textRecord } from "../wire/topic.ts";
import { lastStableOffset, transactionalProducer } from "../wire/transactions.ts";

const at = { topic: "payments", partition: 0 };
const LATEST = -1;
const HOUR_MS = 3_600_000;

/**
 * A transaction that no coordinator knows of holds up every read_committed reader for ever. It
 * comes about where brokers do not verify what a producer sends; an operator finds and ends it.
 */
export const hangingTransaction: Suite = {
  name: "hanging-transaction",
  about: "a transaction that its coordinator does not know: found and ended by kafka-transactions",
  targets: bothTargets,
  needs: [apacheKafka, command("kcat")],
  async run({ target, check }) {
    using tools = new KafkaTools();
    await check("with verification, such a batch is refused", async () => {
      await using broker = await target.start();
      using connection = await WireConnection.open(broker);
      await createTopic(connection, at.topic);
      assert.equal(await produceUnenrolled(connection, "refused"), "INVALID_TXN_STATE");
      assert.equal(await offsetAt(connection, at, LATEST), 0);
    });
    const settings = { "transaction.partition.verification.enable": "false" };
    await using broker = await target.start({ settings });
    using connection = await WireConnection.open(broker);
    await createTopic(connection, at.topic);
    const run = (words: string): Promise<string> =>
      tools.output("kafka-transactions", [
        "--bootstrap-server",
        broker.bootstrap,
        ...words.split(" "),
      ]);

    await check("without it, the batch holds up what is read with read_committed", async () => {
      await produce(connection, at, batchOf([textRecord(null, "before")]));
      assert.equal(await produceUnenrolled(connection, "hanging"), "NONE");
      await produce(connection, at, batchOf([textRecord(null, "after")]));
      assert.equal(await lastStableOffset(connection, at), 1);
      assert.equal(await offsetAt(connection, at, LATEST), 4);
      assert.deepEqual(await readCommitted(broker), ["before"]);
    });
    await check("describe-producers shows where it began", async () => {
      const rows = rowsOf(await run("describe-producers --topic payments --partition 0"));
      assert.deepEqual(
        rows.map((row) => row.at(-1)),
        ["1"],
      );
    });
    for (const where of ["--broker-id 1", "--topic payments", "--topic payments --partition 0"]) {
      await check(`find-hanging ${where} finds it`, async () => {
        const rows = rowsOf(await run(`find-hanging ${where}`));
        assert.deepEqual(
          rows.map(([topic, partition, , , , start]) => [topic, partition, start]),
          [["payments", "0", "1"]],
        );
      });
    }
    await check("one that is not old enough is not found", async () => {
      assert.deepEqual(
        rowsOf(await run("find-hanging --broker-id 1 --max-transaction-timeout 90")),
        [],
      );
    });
    await check("abort ends it, and says nothing", async () => {
      assert.equal(await run("abort --topic payments --partition 0 --start-offset 1"), "");
      assert.equal(await lastStableOffset(connection, at), 5);
      assert.deepEqual(await readCommitted(broker), ["before", "after"]);
    });
    await check("then none is found", async () => {
      assert.deepEqual(rowsOf(await run("find-hanging --broker-id 1")), []);
    });
  },
};

/** Sends a transactional batch of an hour ago, of which the coordinator was not told. */
async function produceUnenrolled(
  connection: WireConnection,
  transactionalId: string,
): Promise<string> {
  const { producerId, producerEpoch } = await transactionalProducer(connection, transactionalId);
  const timestamp = Date.now() - HOUR_MS;
  const records = ["lost", "lost too"].map((value) => textRecord(null, value, timestamp));
  const batch = batchOf(records, {
    producerId,
    producerEpoch,
    baseSequence: 0,
    isTransactional: true,
  });
  const appended = await produce(connection, at, batch, { transactionalId });
  return appended?.error ?? "closed";
}

async function readCommitted(broker: RunningBroker): Promise<string[]> {
  const words = `-b ${broker.bootstrap} -C -t ${at.topic} -p 0 -o beginning -e -q`.split(" ");
  const values = await output("kcat", [...words, "-X", "isolation.level=read_committed"]);
  return values.split("\n").filter((line) => line !== "");
}

/** The cells of a table without its heading. */
function rowsOf(table: string): string[][] {
  const lines = table.split("\n").filter((line) => line.trim() !== "");
  return lines.slice(1).map((line) =>
    line
      .trimEnd()
      .split("\t")
      .map((cell) => cell.trim()),
  );
}
