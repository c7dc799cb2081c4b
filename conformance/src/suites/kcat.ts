import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { command } from "../runner/needs.ts";
import { output } from "../runner/processes.ts";
import { bothTargets, type Check, type Suite } from "../runner/suite.ts";
import { createTopic } from "../wire/topic.ts";
import { WireConnection } from "../wire/connection.ts";

const codecs = ["none", "gzip", "snappy", "lz4", "zstd"] as const;
const RECORDS = 50;

interface Catted {
  readonly check: Check;
  /** Runs kcat with these words and this input; its output. */
  readonly kcat: (words: readonly string[], input?: string) => Promise<string>;
  readonly folder: string;
  readonly bootstrap: string;
}

/** kcat, which is librdkafka: lists, produces and reads by partition, offset and time. */
export const kcat: Suite = {
  name: "kcat",
  about: "kcat of the distribution (librdkafka) lists, produces and consumes by partition",
  targets: bothTargets,
  needs: [command("kcat")],
  async run({ target, check, folder }) {
    await using broker = await target.start();
    using connection = await WireConnection.open(broker);
    await createTopic(connection, "letters", { partitions: 3 });
    await createTopic(connection, "pictures");
    const kcat = (words: readonly string[], input = ""): Promise<string> =>
      output("kcat", ["-b", broker.bootstrap, ...words], { input, limitMs: 30_000 });

    const catted = { check, kcat, folder, bootstrap: broker.bootstrap };
    await checkListing(catted);
    await checkCodecs(catted);
    await checkPlaces(catted);
    await checkValues(catted);
    await checkRest(catted);
  },
};

async function checkListing({ check, kcat }: Catted): Promise<void> {
  await check("-L lists the broker, the topics and their partitions", async () => {
    const text = await kcat(["-L"]);
    assert.match(text, /1 brokers:\n\s+broker 1 at \S+/);
    assert.match(text, /topic "letters" with 3 partitions:/);
    assert.match(text, /partition 2, leader 1, replicas: 1, isrs: 1/);
    assert.match(text, /topic "pictures" with 1 partitions:/);
  });
  await check("-L of one topic names no other", async () => {
    const text = await kcat(["-L", "-t", "pictures"]);
    assert.doesNotMatch(text, /letters/);
  });
}

async function checkCodecs({ check, kcat }: Catted): Promise<void> {
  for (const [index, codec] of codecs.entries()) {
    await check(`records in ${codec} come back with keys, headers and order`, async () => {
      const lines = Array.from(
        { length: RECORDS },
        (_, i) => `key-${i}:${codec} ${"value ".repeat(9)}${i}`,
      );
      const input = `${lines.join("\n")}\n`;
      const to = ["-P", "-t", "letters", "-p", "1", "-K:", "-z", codec];
      await kcat([...to, "-H", `codec=${codec}`, "-H", "twice=1", "-H", "twice=2"], input);
      const format = "%o %k:%s [%h]\n";
      const from = ["-C", "-t", "letters", "-p", "1", "-o", String(index * RECORDS), "-e", "-q"];
      const read = await kcat([...from, "-f", format]);
      const expected = lines.map(
        (line, i) => `${index * RECORDS + i} ${line} [codec=${codec},twice=1,twice=2]`,
      );
      assert.deepEqual(read.trimEnd().split("\n"), expected);
    });
  }
}

async function checkPlaces({ check, kcat }: Catted): Promise<void> {
  await check("consuming from the end and from a count before it", async () => {
    const text = await kcat([
      "-C",
      "-t",
      "letters",
      "-p",
      "1",
      "-o",
      "-2",
      "-e",
      "-q",
      "-f",
      "%o\n",
    ]);
    assert.equal(text, "248\n249\n");
  });
  await check("records without a key are spread, and all are read", async () => {
    const input = Array.from({ length: 300 }, (_, i) => `plain ${i}\n`).join("");
    await kcat(["-P", "-t", "letters"], input);
    const read = await kcat(["-C", "-t", "letters", "-e", "-q", "-f", "%s\n"]);
    const plain = read.split("\n").filter((line) => line.startsWith("plain "));
    assert.deepEqual(plain.toSorted(), input.trimEnd().split("\n").toSorted());
  });
}

async function checkValues({ check, kcat, folder, bootstrap }: Catted): Promise<void> {
  await check("a binary value of every byte comes back as it was", async () => {
    const file = path.join(folder, "picture.bin");
    const bytes = Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7) % 256));
    fs.writeFileSync(file, bytes);
    await kcat(["-P", "-t", "pictures", "-p", "0", "-z", "lz4", file]);
    const hex = await output("sh", [
      "-c",
      `kcat -b ${bootstrap} -C -t pictures -p 0 -o beginning -e -q -D '' | od -An -v -tx1`,
    ]);
    assert.equal(hex.replaceAll(/\s/g, ""), bytes.toString("hex"));
  });
  await check("null keys and null values stay null", async () => {
    await kcat(["-P", "-t", "pictures", "-p", "0", "-K:", "-Z"], "gone:\n:kept\n");
    const read = await kcat([
      "-C",
      "-t",
      "pictures",
      "-p",
      "0",
      "-o",
      "1",
      "-e",
      "-q",
      "-f",
      "%K,%S\n",
    ]);
    assert.equal(read, "4,-1\n-1,4\n");
  });
}

async function checkRest({ check, kcat }: Catted): Promise<void> {
  await check("-Q finds offsets by time, the first and the last", async () => {
    const stamps = await kcat(["-C", "-t", "letters", "-p", "1", "-e", "-q", "-f", "%T\n"]);
    const [first] = stamps.split("\n");
    const at = async (when: string): Promise<string> =>
      (await kcat(["-Q", "-t", `letters:1:${when}`])).trim();
    assert.equal(await at("-2"), "letters [1] offset 0");
    assert.equal(await at(first!), "letters [1] offset 0");
    assert.match(await at("-1"), /letters \[1\] offset \d{3}$/);
    // A time after the last record: there is no such offset.
    assert.equal(await at(String(Date.now() + 3_600_000)), "letters [1] offset -1");
  });
  await check("an idempotent producer is served", async () => {
    const words = ["-P", "-t", "letters", "-p", "2", "-X", "enable.idempotence=true", "-z", "zstd"];
    await kcat(words, Array.from({ length: 1000 }, (_, i) => `${i}\n`).join(""));
    const read = await kcat(["-C", "-t", "letters", "-p", "2", "-e", "-q", "-f", "%s\n"]);
    const numbers = read
      .trimEnd()
      .split("\n")
      .filter((line) => /^\d+$/.test(line));
    assert.deepEqual(
      numbers,
      Array.from({ length: 1000 }, (_, i) => String(i)),
    );
  });
  await check("a topic that is not there is created by its first producer", async () => {
    await kcat(["-P", "-t", "made-by-use"], "hello\n");
    assert.equal(await kcat(["-C", "-t", "made-by-use", "-e", "-q"]), "hello\n");
  });
}
