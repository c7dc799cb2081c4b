/**
 * Has Kafka's own classes decode and encode again what we write: random messages of every version.
 *
 *   node --conditions=@naru/source check-with-kafka-classes.ts LIBS [MESSAGES_PER_VERSION]
 *
 * LIBS holds Kafka's jars. Needs Java 17. Ends with 1 when any byte differs.
 */
import { spawnSync } from "node:child_process";
import * as path from "node:path";

import fc from "fast-check";

import { allMessages } from "../src/generated/all-messages.ts";
import { Writer } from "../src/writer.ts";
import { loadSchemas } from "./load.ts";
import { emptiestMessage, messageArbitrary } from "./message-arbitrary.ts";
import type { Message } from "./schema.ts";

export interface KafkaClassesOptions {
  readonly librariesFolder: string;
  readonly messagesPerVersion: number;
  readonly seed: number;
}

/** A sentence for each message that Kafka refuses or writes otherwise, and how many were tried. */
export function checkWithKafkaClasses(options: KafkaClassesOptions): {
  differences: string[];
  checked: number;
} {
  const input = sampleLines(options).join("\n");
  const program = path.join(import.meta.dirname, "RoundTrip.java");
  const words = ["-cp", path.join(options.librariesFolder, "*"), program, options.librariesFolder];
  const result = spawnSync("java", words, { input, encoding: "utf8", maxBuffer: 2 ** 28 });
  if (result.status !== 0) throw new Error(`java: ended with ${result.status}. ${result.stderr}`);
  const lines = result.stdout.trim().split("\n");
  const last = /^checked (\d+)$/.exec(lines.at(-1) ?? "");
  if (last === null) throw new Error(`java: found "${lines.at(-1)}", expected a count at the end.`);
  return { differences: lines.slice(0, -1), checked: Number(last[1]) };
}

function sampleLines({ messagesPerVersion, seed }: KafkaClassesOptions): string[] {
  const codecs = new Map(allMessages.map((codec) => [codec.name, codec]));
  const writer = new Writer();
  const line = (message: Message, version: number, value: object): string => {
    codecs.get(message.name)!.encode(writer, value as never, version);
    return `${message.name} ${version} ${Buffer.from(writer.toBytes()).toString("hex")}`;
  };
  return loadSchemas()
    .flatMap((file) => file.messages)
    .flatMap((message) => versionsOf(message).map((version) => ({ message, version })))
    .flatMap(({ message, version }) => {
      const random = fc.sample(messageArbitrary(message, version), {
        numRuns: messagesPerVersion,
        seed,
      });
      const values = [emptiestMessage(message, version).draft, ...random];
      return values.map((value) => line(message, version, value));
    });
}

function versionsOf({ versions: { low, high } }: Message): number[] {
  return Array.from({ length: high - low + 1 }, (_, index) => low + index);
}

function main(librariesFolder: string | undefined, count: string | undefined): number {
  if (librariesFolder === undefined) {
    console.error("check-with-kafka-classes: name the folder of Kafka's jars.");
    return 2;
  }
  const options = { librariesFolder, messagesPerVersion: Number(count ?? 20), seed: 1 };
  const { differences, checked } = checkWithKafkaClasses(options);
  for (const difference of differences) console.log(difference);
  console.log(`${checked} messages through Kafka's classes: ${differences.length} differences.`);
  return differences.length === 0 && checked > 0 ? 0 : 1;
}

if (import.meta.main) process.exitCode = main(process.argv[2], process.argv[3]);
