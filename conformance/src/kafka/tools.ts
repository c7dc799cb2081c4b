import { type Finished, run, RunningProcess } from "../runner/processes.ts";
import { within } from "../runner/waiting.ts";
import { driverFile, javaWords } from "./installation.ts";

/** Kafka's command line tools by the names of their scripts. */
const toolClasses = {
  "kafka-topics": "org.apache.kafka.tools.TopicCommand",
  "kafka-configs": "kafka.admin.ConfigCommand",
  "kafka-console-producer": "org.apache.kafka.tools.ConsoleProducer",
  "kafka-console-consumer": "org.apache.kafka.tools.consumer.ConsoleConsumer",
  "kafka-groups": "org.apache.kafka.tools.GroupsCommand",
  "kafka-consumer-groups": "org.apache.kafka.tools.consumer.group.ConsumerGroupCommand",
  "kafka-producer-perf-test": "org.apache.kafka.tools.ProducerPerformance",
  "kafka-consumer-perf-test": "org.apache.kafka.tools.ConsumerPerformance",
  "kafka-verifiable-producer": "org.apache.kafka.tools.VerifiableProducer",
  "kafka-verifiable-consumer": "org.apache.kafka.tools.VerifiableConsumer",
  "kafka-dump-log": "org.apache.kafka.tools.DumpLogSegments",
  "kafka-features": "org.apache.kafka.tools.FeatureCommand",
  "kafka-metadata-quorum": "org.apache.kafka.tools.MetadataQuorumCommand",
  "kafka-get-offsets": "org.apache.kafka.tools.GetOffsetShell",
  "kafka-transactions": "org.apache.kafka.tools.TransactionsCommand",
  "kafka-delete-records": "org.apache.kafka.tools.DeleteRecordsCommand",
  "kafka-log-dirs": "org.apache.kafka.tools.LogDirsCommand",
  "kafka-cluster": "org.apache.kafka.tools.ClusterTool",
  "kafka-broker-api-versions": "org.apache.kafka.tools.BrokerApiVersionsCommand",
} as const;

export type ToolName = keyof typeof toolClasses;

const TOOL_LIMIT_MS = 45_000;

/** Runs Kafka's tools one after another in one Java process; Tools.java is its other half. */
export class KafkaTools implements Disposable {
  #driver: RunningProcess | undefined;
  #answersRead = 0;
  #last: Promise<unknown> = Promise.resolve();

  /** Runs a tool to its end. Never throws for what the tool itself does. */
  async run(tool: ToolName, words: readonly string[], input = ""): Promise<Finished> {
    return this.runClass(toolClasses[tool], words, input);
  }

  /** As `run`, in a Java process of its own: for a tool that ends its process by itself. */
  async runAlone(tool: ToolName, words: readonly string[]): Promise<Finished> {
    return run("java", javaWords([toolClasses[tool], ...words], { logLevel: "ERROR" }));
  }

  /** As `run`, for any class that has a main method. */
  async runClass(name: string, words: readonly string[], input = ""): Promise<Finished> {
    const turn = this.#last.then(() => this.#call(name, words, input));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /** Runs a tool that must succeed; its standard output. */
  async output(tool: ToolName, words: readonly string[], input = ""): Promise<string> {
    const finished = await this.run(tool, words, input);
    if (finished.code === 0) return finished.stdout;
    throw new Error(
      `${tool} ${words.join(" ")}: exit code ${finished.code}, expected 0.\n${finished.stdout}${finished.stderr}`,
    );
  }

  async #call(name: string, words: readonly string[], input: string): Promise<Finished> {
    const driver = this.#ensureDriver();
    driver.write(`${[name, input, ...words].map(encoded).join(" ")}\n`);
    try {
      return await within(name, TOOL_LIMIT_MS, this.#answer(driver));
    } catch (error) {
      // A call that hangs keeps its process busy: the next call gets a new one.
      driver.signal("SIGKILL");
      this.#driver = undefined;
      throw error;
    }
  }

  #ensureDriver(): RunningProcess {
    if (this.#driver?.isRunning !== true) {
      this.#driver = new RunningProcess("java", javaWords([driverFile], { logLevel: "ERROR" }));
      this.#answersRead = 0;
    }
    return this.#driver;
  }

  async #answer(driver: RunningProcess): Promise<Finished> {
    const wanted = this.#answersRead;
    const line = await driver.line(wanted);
    this.#answersRead += 1;
    const [code, out, err] = line.split(" ");
    return { code: Number(code), signal: null, stdout: decoded(out), stderr: decoded(err) };
  }

  [Symbol.dispose](): void {
    this.#driver?.signal("SIGKILL");
  }
}

/** The sign in front keeps an empty word a word. */
function encoded(text: string): string {
  return `=${Buffer.from(text).toString("base64")}`;
}

function decoded(word: string | undefined): string {
  return Buffer.from(word?.slice(1) ?? "", "base64").toString("utf8");
}
