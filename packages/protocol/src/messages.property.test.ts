// Goal: every message, in every version, comes back from its bytes as it went in.
// Method: values are made from the schemas, not from the generated code that is tested; fast-check
// shrinks a failure and prints its seed.
import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { loadSchemas } from "../codegen/load.ts";
import { emptiestMessage, messageArbitrary, plain } from "../codegen/message-arbitrary.ts";
import { contains, type Message } from "../codegen/schema.ts";
import { DecodeError } from "./decode-error.ts";
import { allMessages, type MessageCodec } from "./generated/all-messages.ts";
import { Reader } from "./reader.ts";
import { Writer } from "./writer.ts";

const RUNS_PER_VERSION = 20;

const codecs = new Map(allMessages.map((codec) => [codec.name, codec]));

const pairs = loadSchemas()
  .flatMap((file) => file.messages)
  .flatMap((message) => versionsOf(message).map((version) => ({ message, version })));

function versionsOf(message: Message): number[] {
  const { low, high } = message.versions;
  return Array.from({ length: high - low + 1 }, (_, index) => low + index);
}

function codecOf(message: Message): MessageCodec {
  const codec = codecs.get(message.name);
  assert.ok(codec !== undefined, `${message.name} has no code`);
  return codec;
}

function encode(message: Message, value: object, version: number): Uint8Array {
  const writer = new Writer();
  codecOf(message).encode(writer, value as never, version);
  return writer.toBytes();
}

function checkEach(
  runs: number,
  check: (message: Message, version: number, value: object) => void,
): void {
  for (const { message, version } of pairs) {
    const property = fc.property(messageArbitrary(message, version), (value) => {
      check(message, version, value);
    });
    fc.assert(property, { numRuns: runs });
  }
}

test("all 728 pairs of message and version are tried", () => {
  assert.equal(pairs.length, 728);
});

test("every message comes back as it was written, to the last byte", () => {
  checkEach(RUNS_PER_VERSION, (message, version, value) => {
    const written = encode(message, value, version);
    const reader = new Reader(written);
    const decoded = codecOf(message).decode(reader, version);
    const where = `${message.name} v${version}`;
    assert.deepEqual(plain(decoded), plain(value), where);
    assert.equal(reader.remaining, 0, where);
    assert.deepEqual(plain(encode(message, decoded, version)), plain(written), where);
  });
});

test("every truncation of a message is a DecodeError", () => {
  checkEach(1, (message, version, value) => {
    const written = encode(message, value, version);
    const step = Math.max(1, Math.floor(written.length / 40));
    for (let length = 0; length < written.length; length += step) {
      assert.throws(
        () => codecOf(message).decode(new Reader(written.subarray(0, length)), version),
        DecodeError,
        `${message.name} v${version}, ${length} of ${written.length} bytes`,
      );
    }
  });
});

test("a message with any byte changed is decoded or refused, and nothing else", () => {
  checkEach(1, (message, version, value) => {
    const written = Uint8Array.from(encode(message, value, version));
    const step = Math.max(1, Math.floor(written.length / 20));
    for (let at = 0; at < written.length; at += step) {
      const before = written[at]!;
      for (const other of [0x00, 0x7f, 0x80, 0xff]) {
        written[at] = other;
        try {
          codecOf(message).decode(new Reader(written), version);
        } catch (error) {
          assert.ok(error instanceof DecodeError, `${message.name} v${version}: ${String(error)}`);
        }
      }
      written[at] = before;
    }
  });
});

test("unknown tagged fields of requests and responses are skipped", () => {
  const wire = pairs.filter(({ message }) => ["request", "response"].includes(message.kind));
  for (const { message, version } of wire) {
    if (!contains(message.flexible, version)) continue;
    const [value] = fc.sample(messageArbitrary(message, version), { numRuns: 1, seed: version });
    const written = encode(message, withoutTags(message, value!), version);
    // The last byte counts the tagged fields of the message itself: none.
    assert.equal(written.at(-1), 0);
    const more = Buffer.concat([written.subarray(0, -1), Buffer.from("02630201026400", "hex")]);
    const reader = new Reader(more);
    const decoded = codecOf(message).decode(reader, version);
    assert.deepEqual(plain(decoded), plain(withoutTags(message, value!)), message.name);
    assert.equal(reader.remaining, 0);
  }
});

/** The same message with its own tagged fields at their defaults. */
function withoutTags(message: Message, value: object): object {
  const tagged = message.fields.filter((field) => field.tag !== undefined);
  const rest = Object.entries(value).filter(
    ([name]) => !tagged.some((field) => field.name === name),
  );
  const empty = emptiestMessage(message, message.versions.high).decoded;
  return {
    ...Object.fromEntries(rest),
    ...pick(
      empty,
      tagged.map(({ name }) => name),
    ),
  };
}

function pick(value: Record<string, unknown>, names: readonly string[]): object {
  return Object.fromEntries(names.map((name) => [name, value[name]]));
}
