import assert from "node:assert/strict";
import * as path from "node:path";
import { KafkaTools } from "../kafka/tools.ts";
import { repository } from "../naru/broker.ts";
import { apacheKafka } from "../runner/needs.ts";
import { run } from "../runner/processes.ts";
import { bothTargets, type Suite } from "../runner/suite.ts";
import { checkConfigs } from "./look-alike-configs.ts";

const script = path.join(repository, "bin", "kafka-topics.sh");

/** What is asked, one after another, of our script and of Kafka's tool. */
const questions: readonly (readonly [string, string])[] = [
  ["all topics", "--list"],
  ["a topic", "--describe --topic first"],
  ["all of them", "--describe"],
  ["a topic that is not there", "--describe --topic nowhere"],
  ["partitions taken away", "--alter --topic first --partitions 2"],
  ["the same partitions", "--alter --topic first --partitions 5"],
  ["a name that is taken", "--create --topic first"],
  ["a name that is illegal", "--create --topic a/b"],
  ["a setting out of range", "--create --topic set --config segment.bytes=7"],
  ["a setting that is unknown", "--create --topic set --config no.such.key=7"],
  ["a topic to delete that is not there", "--delete --topic nowhere"],
  ["under-replicated partitions", "--describe --under-replicated-partitions"],
  ["topics with settings of their own", "--describe --topics-with-overrides"],
  ["no action at all", "--topic first"],
];

/** The scripts in bin stand where people had Kafka's own. */
export const lookAlike: Suite = {
  name: "look-alike",
  about: "bin/kafka-topics.sh and bin/kafka-configs.sh print what Kafka's own tools print",
  targets: bothTargets,
  needs: [apacheKafka],
  async run({ target, check }) {
    await using broker = await target.start();
    using tools = new KafkaTools();
    const server = ["--bootstrap-server", broker.bootstrap];
    const ours = (words: string): ReturnType<typeof run> =>
      run(script, [...server, ...words.split(" ")], { limitMs: 20_000 });
    await check("the three lines that everybody begins with", async () => {
      const created = await ours(
        "--create --topic first --partitions 3 --config retention.ms=60000",
      );
      assert.deepEqual(
        [created.code, created.stdout],
        [0, "Created topic first.\n"],
        created.stderr,
      );
      const described = await ours("--describe --topic first");
      assert.match(described.stdout, /PartitionCount: 3/);
      const altered = await ours("--alter --topic first --partitions 5");
      assert.equal(altered.code, 0, altered.stderr);
    });
    for (const [name, words] of questions) {
      await check(`${name}: ${words}`, async () => {
        const theirs = await tools.run("kafka-topics", [...server, ...words.split(" ")]);
        const mine = await ours(words);
        assert.deepEqual(
          { code: mine.code, stdout: mine.stdout },
          { code: theirs.code, stdout: theirs.stdout },
        );
      });
    }
    await ours("--create --topic second");
    await checkConfigs(server, { tools, check });
  },
};
