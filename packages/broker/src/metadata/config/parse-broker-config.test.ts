import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ConfigError } from "@naru/protocol";
import { parseBrokerConfig, type ParsedBrokerConfig } from "./parse-broker-config.ts";
import { parseProperties } from "./properties.ts";

function parse(text: string): ParsedBrokerConfig {
  const entries = parseProperties(text).map(({ key, value, line }) => {
    return { key, value, source: `test.properties line ${line}` };
  });
  return parseBrokerConfig(entries);
}

function problemsOf(text: string): string[] {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof ConfigError) {
      return error.problems.map(({ source, problem }) => `${source}: ${problem}`);
    }
    throw error;
  }
  return [];
}

/** What Kafka 4.3's own config/server.properties sets. */
const kafkaServerProperties = `
process.roles=broker,controller
node.id=1
controller.quorum.bootstrap.servers=localhost:9093
listeners=PLAINTEXT://:9092,CONTROLLER://:9093
inter.broker.listener.name=PLAINTEXT
advertised.listeners=PLAINTEXT://localhost:9092,CONTROLLER://localhost:9093
controller.listener.names=CONTROLLER
listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,SSL:SSL,\\
  SASL_PLAINTEXT:SASL_PLAINTEXT,SASL_SSL:SASL_SSL
num.network.threads=3
num.io.threads=8
socket.send.buffer.bytes=102400
socket.receive.buffer.bytes=102400
socket.request.max.bytes=104857600
log.dirs=/tmp/kraft-combined-logs
num.partitions=1
num.recovery.threads.per.data.dir=2
offsets.topic.replication.factor=1
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
log.retention.hours=168
log.segment.bytes=1073741824
log.retention.check.interval.ms=300000
`;

describe("the settings of a broker", () => {
  test("may be those of Kafka's own server.properties", () => {
    const { config, listeners, notes } = parse(kafkaServerProperties);
    assert.deepEqual(config.logDirs, ["/tmp/kraft-combined-logs"]);
    assert.equal(config.logRetentionMs, 604_800_000);
    assert.deepEqual(listeners.listeners, [
      { listenerName: "PLAINTEXT", securityProtocol: "PLAINTEXT", host: "", port: 9092 },
    ]);
    assert.deepEqual(
      listeners.advertised.map(({ host }) => host),
      ["localhost"],
    );
    assert.equal(listeners.controllerListeners[0]?.port, 9093);
    const about = (key: string): boolean =>
      notes.some((note) => note.includes(`: ${key} does not`));
    assert.ok(about("num.io.threads") && about("num.network.threads"));
    assert.ok(!about("num.partitions") && !about("offsets.topic.replication.factor"));
  });

  test("may all be left out, and then listen on loopback", () => {
    const { config, listeners, notes } = parse("");
    assert.equal(config.nodeId, 1);
    assert.equal(listeners.listeners[0]?.host, "127.0.0.1");
    assert.equal(listeners.interBrokerListenerName, "PLAINTEXT");
    assert.deepEqual(notes, []);
  });

  test("that are wrong are all reported, each with its value, rule and place", () => {
    assert.deepEqual(
      problemsOf(
        "num.partitions=x\nlog.segment.bytes=100\nssl.keystore.location=/k\nlog.dirs=/a,/b",
      ),
      [
        "test.properties line 1: Invalid value x for configuration num.partitions: Not a number of type INT",
        "test.properties line 2: Invalid value 100 for configuration log.segment.bytes: Value must be at least 1048576",
        "test.properties line 3: Configuration ssl.keystore.location is not served yet: " +
          "found '/k', expected it unset. File of the key store. TLS is not served yet.",
        "test.properties line 4: log.dirs: found 2 folders (/a, /b), expected one. Several are not served yet.",
      ],
    );
  });

  test("never show a password in an error", () => {
    const [problem = ""] = problemsOf("ssl.keystore.password=hunter2");
    assert.match(problem, /ssl\.keystore\.password is not served yet: found a value/);
    assert.doesNotMatch(problem, /hunter2/);
  });

  test("of later entries replace earlier ones of the same key", () => {
    const { config } = parseBrokerConfig([
      { key: "num.partitions", value: "oops", source: "file" },
      { key: "num.partitions", value: "3", source: "--set" },
    ]);
    assert.equal(config.numPartitions, 3);
  });

  test("that are not served yet are accepted at their default", () => {
    assert.deepEqual(problemsOf("ssl.client.auth=none\nsasl.enabled.mechanisms=GSSAPI"), []);
    assert.equal(problemsOf("ssl.client.auth=required").length, 1);
  });

  test("with values that are not served yet are refused by name", () => {
    assert.deepEqual(problemsOf("log.cleanup.policy=delete,compact\ncompression.type=gzip"), [
      "test.properties line 2: Invalid value gzip for configuration compression.type: It is not served yet. Served now: producer",
    ]);
  });

  test("that nobody knows are noted, with the key that was perhaps meant", () => {
    const { notes } = parse("log.retentoin.ms=5\nmy.own.thing=5");
    assert.deepEqual(notes, [
      "test.properties line 1: log.retentoin.ms is not a configuration of a broker and is ignored. Did you mean log.retention.ms?",
      "test.properties line 2: my.own.thing is not a configuration of a broker and is ignored.",
    ]);
  });

  test("prefer milliseconds over minutes over hours, and log.dirs over log.dir", () => {
    const retention = (text: string): number => parse(text).config.logRetentionMs;
    assert.equal(retention("log.retention.hours=1"), 3_600_000);
    assert.equal(retention("log.retention.hours=1\nlog.retention.minutes=2"), 120_000);
    assert.equal(retention("log.retention.minutes=2\nlog.retention.ms=3"), 3);
    assert.equal(retention("log.retention.minutes=-5"), -1);
    assert.equal(parse("log.roll.hours=2").config.logRollMs, 7_200_000);
    assert.equal(parse("log.flush.scheduler.interval.ms=9").config.logFlushIntervalMs, 9);
    assert.deepEqual(parse("log.dir=/a").config.logDirs, ["/a"]);
    assert.deepEqual(parse("log.dir=/a\nlog.dirs=/b").config.logDirs, ["/b"]);
  });

  test("may use broker.id for node.id, but not contradict it", () => {
    assert.equal(parse("broker.id=7").config.nodeId, 7);
    assert.match(problemsOf("broker.id=7\nnode.id=8")[0] ?? "", /same value as `broker.id`/);
  });

  test("that break a rule over several keys are blamed on the one that was set", () => {
    const cases: [string, RegExp][] = [
      ["log.retention.hours=0", /line 1: log\.retention\.ms must be unlimited/],
      ["log.roll.ms=0", /log\.roll\.ms must be greater than or equal to 1/],
      ["max.connections.per.ip=0", /can be set to zero only if/],
      ["max.connections.per.ip.overrides=abc", /expected address:count/],
      ["queued.max.request.bytes=5", /must be larger or equal to socket.request.max.bytes/],
      ["process.roles=broker", /expected broker,controller/],
      [
        "security.inter.broker.protocol=PLAINTEXT\ninter.broker.listener.name=PLAINTEXT",
        /Only one of/,
      ],
    ];
    for (const [text, expected] of cases) assert.match(problemsOf(text)[0] ?? "", expected);
  });
});

describe("the controller's address", () => {
  test("is accepted when it is this node's own", () => {
    const listeners = "listeners=PLAINTEXT://:9092,CONTROLLER://:9093\n";
    assert.deepEqual(problemsOf(`${listeners}controller.quorum.voters=1@localhost:9093`), []);
    const bootstrap = "controller.quorum.bootstrap.servers=";
    assert.deepEqual(problemsOf(`${listeners}${bootstrap}[::1]:9093`), []);
    const advertised = "advertised.listeners=PLAINTEXT://kafka.example:9092\n";
    assert.deepEqual(problemsOf(`${listeners}${advertised}${bootstrap}kafka.example:9093`), []);
    assert.deepEqual(problemsOf("controller.quorum.bootstrap.servers=localhost:9093"), []);
  });

  test("is refused when it is elsewhere", () => {
    const listeners = "listeners=PLAINTEXT://:9092,CONTROLLER://:9093\n";
    const cases = [
      "controller.quorum.voters=2@localhost:9093",
      "controller.quorum.voters=1@a:1,2@b:1",
      "controller.quorum.voters=localhost:9093",
      "controller.quorum.bootstrap.servers=localhost:9094",
      "controller.quorum.bootstrap.servers=elsewhere:9093",
      "controller.quorum.bootstrap.servers=a:9093,b:9093",
      "controller.quorum.bootstrap.servers=nowhere",
    ];
    for (const text of cases) assert.equal(problemsOf(listeners + text).length, 1, text);
  });
});
