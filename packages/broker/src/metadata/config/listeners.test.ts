import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { resolveBrokerConfig } from "./broker-config.ts";
import { emptyLayers } from "./config-layers.ts";
import {
  isLoopbackHost,
  resolveListeners,
  type BrokerListeners,
  type ListenerProblem,
} from "./listeners.ts";

function resolve(settings: Readonly<Record<string, string>>): {
  listeners: BrokerListeners;
  problems: ListenerProblem[];
} {
  const fixed = new Map(Object.entries(settings));
  const config = resolveBrokerConfig({ ...emptyLayers, fixed });
  const problems: ListenerProblem[] = [];
  const mapIsSet = fixed.has("listener.security.protocol.map");
  return { listeners: resolveListeners(config, { mapIsSet, problems }), problems };
}

const firstProblem = (settings: Readonly<Record<string, string>>): string =>
  resolve(settings).problems[0]?.problem ?? "";

describe("listeners", () => {
  test("keep those of the controller apart", () => {
    const { listeners, problems } = resolve({
      listeners: "plaintext://[::1]:9092,CONTROLLER://:9093",
      "advertised.listeners": "PLAINTEXT://kafka.example:9092,CONTROLLER://kafka.example:9093",
    });
    assert.deepEqual(problems, []);
    assert.deepEqual(
      listeners.listeners.map(({ listenerName, host }) => [listenerName, host]),
      [["PLAINTEXT", "::1"]],
    );
    assert.deepEqual(
      listeners.advertised.map(({ host, port }) => [host, port]),
      [["kafka.example", 9092]],
    );
    assert.equal(listeners.controllerListeners.length, 1);
  });

  test("are advertised as they are when nothing else is said", () => {
    const { listeners } = resolve({ listeners: "PLAINTEXT://127.0.0.1:0" });
    assert.deepEqual(listeners.advertised, listeners.listeners);
  });

  test("may share a port between the two address families and on port 0", () => {
    const map = { "listener.security.protocol.map": "PLAINTEXT:PLAINTEXT,B:PLAINTEXT" };
    for (const other of ["B://[::1]:9092", "B://127.0.0.1:0"]) {
      const listeners = `PLAINTEXT://127.0.0.1:${other.endsWith(":0") ? 0 : 9092},${other}`;
      assert.equal(firstProblem({ listeners, ...map }), "");
    }
    const twice = "PLAINTEXT://127.0.0.1:9092,B://:9092";
    assert.match(firstProblem({ listeners: twice, ...map }), /must have a different port/);
  });

  test("are refused in Kafka's words", () => {
    const cases: [Readonly<Record<string, string>>, RegExp][] = [
      [{ listeners: "PLAINTEXT:9092" }, /Unable to parse PLAINTEXT:9092 to a broker endpoint/],
      [{ listeners: "PLAINTEXT://h:70000" }, /Unable to parse/],
      [{ listeners: "FOO://:9092" }, /No security protocol defined for listener FOO/],
      [{ listeners: "SSL://:9092" }, /SSL listeners are not served yet/],
      [{ listeners: "PLAINTEXT://:1,PLAINTEXT://:2" }, /must have a different name/],
      [{ "advertised.listeners": "PLAINTEXT://0.0.0.0:1" }, /nonroutable meta-address 0\.0\.0\.0/],
      [{ listeners: "CONTROLLER://:9093" }, /at least one broker advertised listener/],
      [{ "inter.broker.listener.name": "X" }, /must be a listener name defined in advertised/],
      [{ "listener.security.protocol.map": "PLAINTEXT:FOO" }, /Invalid security protocol `FOO`/],
      [{ "listener.security.protocol.map": "PLAINTEXT" }, /expected NAME:PROTOCOL/],
    ];
    for (const [settings, expected] of cases) assert.match(firstProblem(settings), expected);
  });

  test("advertise only names that are listened on", () => {
    const map = { "listener.security.protocol.map": "PLAINTEXT:PLAINTEXT,B:PLAINTEXT" };
    const advertised = { "advertised.listeners": "PLAINTEXT://h:1,B://h:2", ...map };
    assert.match(firstProblem(advertised), /equal to or a subset of the ones defined in listeners/);
  });
});

test("loopback is known by name and address", () => {
  for (const host of ["localhost", "127.0.0.1", "127.9.9.9", "::1"])
    assert.ok(isLoopbackHost(host));
  for (const host of ["", "0.0.0.0", "::", "10.0.0.1", "127.example.com"]) {
    assert.ok(!isLoopbackHost(host), host);
  }
});
