import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import type { KafkaTools } from "../kafka/tools.ts";
import { repository } from "../naru/broker.ts";
import { type Finished, run } from "../runner/processes.ts";
import type { Check } from "../runner/suite.ts";

const script = path.join(repository, "bin", "kafka-configs.sh");

/** Asked in this order of Kafka's tool and then of ours: what is altered twice stays altered. */
const questions: readonly string[] = [
  // Words that do not fit.
  "--nonsense",
  "--topic first",
  "--describe --alter --topic first",
  "--describe --topic first --delete-config a",
  "--describe",
  "--describe --entity-type nonsense",
  "--describe --entity-type topics --entity-type brokers",
  "--describe --entity-type topics --topic first",
  "--describe --entity-type users --client c",
  "--describe --topic first --topic second",
  "--describe --topic",
  "--describe --broker x",
  "--describe --ip no.such.host.invalid",
  "--describe --entity-type topics --entity-default",
  "--describe --entity-type broker-loggers",
  "--describe --entity-type users --entity-name u --entity-name v",
  "--alter --entity-type brokers --add-config a=b",
  "--alter --entity-type topics --entity-default --add-config a=b",
  "--alter --topic first",
  "--alter --topic first --add-config a=b --add-config-file f",
  "--alter --topic first --add-config-file /no/such/file",
  "--alter --topic first --add-config a",
  "--alter --topic first --add-config a%b=c",
  "--alter --user u --client c --add-config a=1,b=2,c=3,d=4,e=5,SCRAM-SHA-256=x",
  "--alter --user u --delete-config nonsense,foo",
  "--alter --user-defaults --add-config SCRAM-SHA-256=[password=a]",
  "--alter --user u --add-config SCRAM-SHA-256=[iterations=1,password=a]",
  "--alter --user u --add-config SCRAM-SHA-256=nonsense",
  "--alter --ip 127.0.0.1 --add-config zeta=1,alpha=2,c=3 --delete-config x,y",
  "--command-config /no/such/file --describe --topic first",
  // Topics.
  "--alter --topic first --add-config retention.ms=60000,cleanup.policy=[compact,delete]",
  "--describe --topic first",
  "--describe --topic first --all",
  "--describe --entity-type topics",
  "--describe --entity-type topics --entity-name second",
  "--describe --topic nowhere",
  "--describe --topic nowhere --all",
  "--describe --topic a/b",
  "--alter --topic nowhere --add-config retention.ms=1",
  "--alter --topic first --add-config nonsense.key=1",
  "--alter --topic first --add-config retention.ms=soon",
  "--alter --topic first --add-config retention.ms=5 --delete-config retention.ms",
  "--alter --topic first --delete-config cleanup.policy,flush.ms,,",
  "-describe -topic=first extra",
  // Brokers and their loggers.
  "--alter --broker-defaults --add-config log.retention.ms=86400000",
  "--alter --entity-type brokers --entity-name 1 --add-config message.max.bytes=2000000",
  "--describe --entity-type brokers",
  "--describe --broker 1 --all",
  "--describe --broker-defaults --all",
  "--describe --broker 7",
  "--alter --broker 1 --add-config log.dirs=/elsewhere",
  "--alter --broker 1 --add-config message.max.bytes=x",
  "--alter --broker 1 --delete-config message.max.bytes",
  "--alter --broker-defaults --delete-config log.retention.ms",
  "--describe --broker-logger 1",
  "--describe --broker-logger 7",
  "--alter --broker-logger 1 --add-config nonsense=DEBUG,root=WARN",
  // Groups and client metrics.
  "--describe --group g",
  "--describe --group g --all",
  "--alter --group g --add-config consumer.session.timeout.ms=50000",
  "--alter --group g --add-config nonsense=1",
  "--describe --entity-type groups",
  "--describe --client-metrics m",
  "--alter --client-metrics m --add-config interval.ms=1000",
  "--describe --entity-type client-metrics",
  // Quotas and credentials.
  "--alter --user u --add-config producer_byte_rate=1000,request_percentage=7.25",
  "--alter --user u --client c --add-config consumer_byte_rate=20000000",
  "--alter --user-defaults --add-config consumer_byte_rate=5",
  "--alter --user u --add-config consumer_byte_rate=5.5",
  "--alter --user u --add-config consumer_byte_rate=x",
  "--alter --user u --delete-config controller_mutation_rate",
  "--alter --user u --add-config SCRAM-SHA-512=[iterations=8192,password=a,b]",
  "--describe --entity-type users",
  "--describe --user u",
  "--describe --user-defaults",
  "--describe --entity-type users --entity-type clients",
  "--describe --entity-type ips",
];

/** bin/kafka-configs.sh and Kafka's own, on a cluster with the topics `first` and `second`. */
export async function checkConfigs(
  server: readonly string[],
  { tools, check }: { readonly tools: KafkaTools; readonly check: Check },
): Promise<void> {
  const ours = (words: readonly string[]): Promise<Finished> =>
    run(script, [...server, ...words], { limitMs: 20_000 });
  for (const question of questions) {
    await check(`kafka-configs ${question}`, async () => {
      const words = question.split(" ");
      const theirs = await tools.run("kafka-configs", [...server, ...words]);
      assert.deepEqual(told(await ours(words)), told(theirs));
    });
  }
  await check("kafka-configs takes properties from a file and leaves out the server", async () => {
    const file = path.join(fs.mkdtempSync("/tmp/naru-configs-"), "added.properties");
    fs.writeFileSync(file, "# two\nflush.ms : 8\nretention.ms=7777\n");
    const altered = await ours(["--alter", "--topic", "second", "--add-config-file", file]);
    fs.rmSync(path.dirname(file), { recursive: true });
    assert.deepEqual(told(altered).code, 0, altered.stderr);
    const described = await tools.output("kafka-configs", [
      ...server,
      "--describe",
      "--topic",
      "second",
    ]);
    assert.match(described, /\n {2}flush\.ms=8 .*\n {2}retention\.ms=7777 /);
    const serverless = ["--describe", "--topic", "second"];
    const mine = await run(script, serverless, { limitMs: 20_000 });
    assert.deepEqual(told(mine), told(await tools.run("kafka-configs", serverless)));
  });
}

/** What both must say: no stack traces, of the usage only what stands above it. */
function told({ code, stdout, stderr }: Finished): {
  code: number | null;
  stdout: string;
  stderr: readonly string[];
} {
  const lines = stderr.split("\n").filter((line) => line !== "" && !/^(\t|Caused by:)/.test(line));
  // Kafka's tool catches the exception by which the driver keeps it from ending the process.
  const noise = lines.indexOf("Tools$Exited");
  if (noise >= 0) lines.splice(noise - 1, 2);
  const usage = lines.findIndex((line) => /^Option +Description/.test(line));
  return { code, stdout, stderr: usage < 0 ? lines : lines.slice(0, usage) };
}
