import assert from "node:assert/strict";
import { suite, test } from "node:test";
import type { Runtime } from "@naru/runtime";
import { silentLogger } from "@naru/runtime";
import { simulatedRuntime } from "@naru/runtime/simulated";
import { DataFolder } from "./data-folder.ts";

const PATH = "/data/kafka";
const METADATA = `${PATH}/__cluster_metadata-0`;

function open(
  runtime: Runtime,
  options: { nodeId?: number; clusterId?: string } = {},
): Promise<DataFolder> {
  return DataFolder.open({ runtime, logger: silentLogger, path: PATH, nodeId: 1, ...options });
}

function write(runtime: Runtime, path: string, text: string): void {
  runtime.disk.makeFolder(path.slice(0, path.lastIndexOf("/")));
  const file = runtime.disk.open(path, { mode: "any" });
  file.truncate(0);
  file.append([Buffer.from(text)]);
  file.close();
}

function read(runtime: Runtime, path: string): string {
  return Buffer.from(runtime.disk.readWhole(path, 10_000)).toString();
}

suite("a new folder", () => {
  test("is formatted as Kafka's own tool does it, with meta.properties last", async () => {
    const sim = simulatedRuntime({ seed: 1 });
    const folder = await sim.run(open(sim));
    assert.equal(folder.isNew, true);
    assert.equal(
      read(sim, `${PATH}/meta.properties`),
      `#\nversion=1\ncluster.id=${folder.clusterId}\nnode.id=1\n` +
        `directory.id=${folder.directoryId}\n`,
    );
    const files = sim.disk.list(METADATA).map((entry) => entry.name);
    assert.deepEqual(files, ["00000000000000000000-0000000000.checkpoint", "partition.metadata"]);
    // The size of what Kafka 4.3.1 writes for one voter with the same listener.
    const [checkpoint] = sim.disk.list(METADATA);
    assert.equal(checkpoint?.bytes, 241);
  });

  test("that was left half-formatted is formatted again", async () => {
    const sim = simulatedRuntime({ seed: 2 });
    write(sim, `${PATH}/bootstrap.checkpoint`, "half");
    write(sim, `${METADATA}/00000000000000000000-0000000000.checkpoint.tmp`, "half");
    const folder = await sim.run(open(sim));
    assert.equal(folder.isNew, true);
    assert.equal(
      read(sim, `${METADATA}/partition.metadata`).includes("AAAAAAAAAAAAAAAAAAAAAQ"),
      true,
    );
  });

  test("is not made of a folder that holds something else", async () => {
    const sim = simulatedRuntime({ seed: 3 });
    write(sim, `${PATH}/notes.txt`, "mine");
    await assert.rejects(sim.run(open(sim)), {
      code: "NOT_A_DATA_FOLDER",
      message:
        "/data/kafka: found notes.txt and no meta.properties, expected a Kafka data folder or an " +
        "empty one. Choose another data folder.",
    });
    assert.equal(sim.disk.stat(`${PATH}/meta.properties`), undefined);
  });

  test("is not made of a metadata log without meta.properties", async () => {
    const sim = simulatedRuntime({ seed: 4 });
    write(sim, `${METADATA}/00000000000000000000.log`, "topics");
    await assert.rejects(sim.run(open(sim)), { code: "NOT_A_DATA_FOLDER" });
  });
});

suite("a folder that is there", () => {
  const properties = (lines: string): string => `#Sun Nov 22\nnode.id=1\nversion=1\n${lines}`;

  test("opens with Kafka's properties in any order", async () => {
    const sim = simulatedRuntime({ seed: 5 });
    write(
      sim,
      `${PATH}/meta.properties`,
      properties("directory.id=sZ0bUBZpSUyqy2OsNa__QQ\ncluster.id = some\\:id\n"),
    );
    const folder = await sim.run(open(sim));
    assert.equal(folder.clusterId, "some:id");
    assert.equal(folder.directoryId, "sZ0bUBZpSUyqy2OsNa__QQ");
    assert.equal(folder.isNew, false);
  });

  test("of another node or another cluster is refused, and the lock given back", async () => {
    const sim = simulatedRuntime({ seed: 6 });
    write(sim, `${PATH}/meta.properties`, properties("cluster.id=ours\n"));
    await assert.rejects(sim.run(open(sim, { nodeId: 7 })), {
      code: "WRONG_OWNER",
      message: /found node\.id=1, expected node\.id=7 as configured/,
    });
    await assert.rejects(sim.run(open(sim, { clusterId: "theirs" })), {
      code: "WRONG_OWNER",
      message: /found cluster\.id=ours, expected theirs/,
    });
    const folder = await sim.run(open(sim));
    await assert.rejects(sim.run(open(sim)), { code: "LOCKED" });
    folder.release();
    (await sim.run(open(sim))).release();
  });

  test("without directory.id is given one that stays", async () => {
    const sim = simulatedRuntime({ seed: 7 });
    write(sim, `${PATH}/meta.properties`, properties("cluster.id=ours\n"));
    const first = await sim.run(open(sim));
    first.release();
    const second = await sim.run(open(sim));
    assert.equal(second.directoryId, first.directoryId);
  });

  for (const [lines, finding] of [
    ["version=0\ncluster.id=c\nnode.id=1\n", /found version=0, expected version=1/],
    ["version=1\nnode.id=1\n", /cluster\.id is missing/],
    ["version=1\ncluster.id=c\nnode.id=one\n", /found node\.id=one, expected a number/],
    ["version=1\ncluster.id=c\nnode.id=1\ndirectory.id=x\n", /found directory\.id=x/],
  ] as const) {
    test(`whose meta.properties cannot be is refused: ${finding.source}`, async () => {
      const sim = simulatedRuntime({ seed: 8 });
      write(sim, `${PATH}/meta.properties`, lines);
      await assert.rejects(sim.run(open(sim)), { code: "DAMAGED", message: finding });
    });
  }

  test("says whether the last stop was clean, once", async () => {
    const sim = simulatedRuntime({ seed: 9 });
    const first = await sim.run(open(sim));
    assert.equal(first.cleanShutdown, undefined);
    await sim.run(first.markClean({ brokerEpoch: 42 }));
    first.release();
    assert.equal(read(sim, `${PATH}/.kafka_cleanshutdown`), '{"version":0,"brokerEpoch":42}');
    const second = await sim.run(open(sim));
    assert.deepEqual(second.cleanShutdown, { brokerEpoch: 42 });
    second.release();
    const third = await sim.run(open(sim));
    assert.equal(third.cleanShutdown, undefined);
  });
});

suite("the folders inside", () => {
  test("are logs and Kafka's leftovers, each with the topic it says it is of", async () => {
    const sim = simulatedRuntime({ seed: 10 });
    const hex = "0123456789abcdef0123456789abcdef";
    const folder = await sim.run(open(sim));
    write(sim, `${PATH}/a-b-10/partition.metadata`, "version: 0\ntopic_id: sZ0bUBZpSUyqy2OsNa__QQ");
    sim.disk.makeFolder(`${PATH}/gone-0.${hex}-delete`);
    sim.disk.makeFolder(`${PATH}/lost-1.${hex}-stray`);
    sim.disk.makeFolder(`${PATH}/moving-2.${hex}-future`);
    sim.disk.makeFolder(`${PATH}/remote-log-index-cache`);
    const found = folder.partitions();
    assert.deepEqual(
      found.map(({ topic, partition, kind, topicId }) => [topic, partition, kind, topicId]),
      [
        ["a-b", 10, "log", "sZ0bUBZpSUyqy2OsNa__QQ"],
        ["gone", 0, "delete", undefined],
        ["lost", 1, "stray", undefined],
        ["moving", 2, "future", undefined],
      ],
    );
    assert.match(folder.strayPath(found[0]!), /^\/data\/kafka\/a-b-10\.[0-9a-f]{32}-stray$/);
  });

  test("that are no partitions stop the start, as they stop Kafka's", async () => {
    const sim = simulatedRuntime({ seed: 11 });
    const folder = await sim.run(open(sim));
    sim.disk.makeFolder(`${PATH}/backup`);
    assert.throws(() => folder.partitions(), {
      code: "NOT_A_DATA_FOLDER",
      message: /\/data\/kafka\/backup: found a folder that is no partition/,
    });
  });
});
