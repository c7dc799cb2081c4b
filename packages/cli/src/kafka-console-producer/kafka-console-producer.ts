import type { ProducerRecord } from "@naru/client";
import type { Io } from "../io.ts";
import { readProperties } from "../kafka-tool/client-properties.ts";
import { clusterOptions } from "../kafka-tool/connection-keys.ts";
import { exitCodeOfStop, orFailure, runTool } from "../kafka-tool/tool.ts";
import { untilStopped } from "../produce/until-stopped.ts";
import type { Services } from "../services.ts";
import { checkFlags, propertiesOf } from "./check-flags.ts";
import { Delivery } from "./delivery.ts";
import { flags, type Given } from "./flags.ts";
import { lineReader } from "./line-reader.ts";
import { mergedProperties, producerKeys, type ProducerSettings } from "./producer-settings.ts";
import { textLines } from "./text-lines.ts";

const about = "This tool helps to read data from standard input and publish it to Kafka.";
const tool = { flags, about, aboutWithoutWords: about };

/**
 * Apache Kafka's kafka-console-producer: a record for each line of standard input. A record that
 * fails is told and the exit code is 0 all the same; with --sync, and for a wrong line, it is 1.
 */
export function kafkaConsoleProducer(
  words: readonly string[],
  services: Services,
  io: Io,
): Promise<number> {
  return runTool(tool, { words, io }, (given) => orFailure(io, () => run(given, services, io)));
}

async function run(given: Given, services: Services, io: Io): Promise<number> {
  checkFlags(given, io);
  const readerProperties = await propertiesOf(
    given,
    { files: ["reader-config"], words: ["property", "reader-property"] },
    services,
  );
  const toRecord = lineReader(given.text("topic") ?? "", readerProperties);
  const settings = await producerSettings(given, services, io);
  const records = recordsOf(toRecord, services, io);
  await deliver(records, { given, settings, services, io });
  return exitCodeOfStop(services);
}

async function producerSettings(
  given: Given,
  services: Services,
  io: Io,
): Promise<Partial<ProducerSettings>> {
  const properties = await propertiesOf(
    given,
    {
      files: ["producer.config", "command-config"],
      words: ["producer-property", "command-property"],
    },
    services,
  );
  return readProperties(mergedProperties(given, properties), producerKeys, io);
}

interface Task {
  readonly given: Given;
  readonly settings: Partial<ProducerSettings>;
  readonly services: Services;
  readonly io: Io;
}

async function deliver(
  records: AsyncIterable<ProducerRecord>,
  { given, settings, services, io }: Task,
): Promise<void> {
  const { Producer } = await import("@naru/client");
  const server = given.text("bootstrap-server") ?? "";
  const cluster = await services.connect(server, clusterOptions(settings));
  try {
    const producer = new Producer(cluster, settings);
    const delivery = new Delivery(producer, settings.bufferMemory ?? Infinity, io);
    try {
      for await (const record of records) {
        await (given.has("sync") ? delivery.sendAndWait(record) : delivery.send(record));
      }
    } finally {
      // What came before a wrong line is written.
      await producer.close();
    }
  } finally {
    cluster.close();
  }
}

/** A record for each line, with a prompt before it where a person types. */
async function* recordsOf(
  toRecord: ReturnType<typeof lineReader>,
  services: Services,
  io: Io,
): AsyncGenerator<ProducerRecord> {
  const prompt = (): Promise<void> =>
    io.isPrompted ? io.write(Buffer.from(">")) : Promise.resolve();
  let lineNumber = 0;
  await prompt();
  for await (const lines of textLines(untilStopped(io.input, services.stop))) {
    for (const line of lines) {
      lineNumber += 1;
      yield toRecord(line, lineNumber);
      await prompt();
    }
  }
}
