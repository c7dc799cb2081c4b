import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readBrokerOptions, type BrokerOptions } from "./broker-options.ts";

function listenersOf(options: BrokerOptions): string[] {
  const { listeners } = readBrokerOptions({ dataDir: "/data", ...options }).listeners;
  return listeners.map(({ listenerName, host, port }) => `${listenerName}://${host}:${port}`);
}

describe("the options of a broker", () => {
  test("listen on a free port of this machine unless told otherwise", () => {
    assert.deepEqual(listenersOf({}), ["PLAINTEXT://127.0.0.1:0"]);
    assert.deepEqual(listenersOf({ port: 9_092 }), ["PLAINTEXT://127.0.0.1:9092"]);
    assert.deepEqual(listenersOf({ host: "::1", port: 1 }), ["PLAINTEXT://::1:1"]);
    const config = { listeners: "PLAINTEXT://localhost:7000" };
    assert.deepEqual(listenersOf({ config }), ["PLAINTEXT://localhost:7000"]);
  });

  test("a port or host given in words wins over a file, and config over entries", () => {
    const configEntries = [
      { key: "listeners", value: "PLAINTEXT://localhost:7000", source: "server.properties:3" },
      { key: "num.partitions", value: "5", source: "server.properties:4" },
    ];
    assert.deepEqual(listenersOf({ configEntries, port: 8_000 }), ["PLAINTEXT://127.0.0.1:8000"]);
    const config = { "num.partitions": 7 };
    const parsed = readBrokerOptions({ dataDir: "/data", configEntries, config });
    assert.equal(parsed.config.numPartitions, 7);
    assert.deepEqual(parsed.config.logDirs, ["/data"]);
  });

  test("a listener that others can reach needs the word for it", () => {
    for (const listeners of ["PLAINTEXT://:9092", "PLAINTEXT://192.168.7.7:9092"]) {
      const options = { dataDir: "/data", config: { listeners } };
      assert.throws(() => readBrokerOptions(options), /9092 can be reached.*--insecure-listen/);
      const parsed = readBrokerOptions({ ...options, insecureListen: true });
      assert.equal(parsed.listeners.listeners.length, 1);
    }
  });
});
