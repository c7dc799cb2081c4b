import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { factsOf } from "../filled/facts.ts";
import { kafkaTarget } from "../kafka/server.ts";
import { KafkaTools } from "../kafka/tools.ts";
import { confluentKafka, pythonCommand } from "../members/installs.ts";
import { naruTarget } from "../naru/broker.ts";
import { apacheKafka, command } from "../runner/needs.ts";
import { output } from "../runner/processes.ts";
import { bothTargets, type Suite, type SuiteContext } from "../runner/suite.ts";
import type { RunningBroker, Target } from "../runner/target.ts";

const filler = path.join(import.meta.dirname, "..", "..", "transactions", "filler.py");
/** Longer than Apache Kafka takes to start after a kill. */
const TRANSACTION_TIMEOUT_MS = 20_000;
const FACTS_LIMIT_MS = 60_000;
const COMMITTED = 8;

const settings = {
  "group.initial.rebalance.delay.ms": "0",
  // Of one partition each, whoever makes the folder: where a group is, is not the question here.
  "offsets.topic.num.partitions": "1",
  "transaction.state.log.num.partitions": "1",
  "transaction.abort.timed.out.transaction.cleanup.interval.ms": "500",
};

const ends = [
  { end: "stop", about: "stopped cleanly", open: [] },
  { end: "kill", about: "killed with a transaction open", open: ["open"] },
] as const;

type End = (typeof ends)[number];

/** One filling on either broker; the folder is then opened by both. All four say the same. */
export const filledFolder: Suite = {
  name: "filled-folder",
  about: "a folder filled on one broker says the same on the other: records, offsets, transactions",
  targets: bothTargets,
  needs: [apacheKafka, confluentKafka, command("kcat")],
  limitMs: 400_000,
  checkLimitMs: 150_000,
  async run(context) {
    using tools = new KafkaTools();
    // Against itself, Apache Kafka shows that what is asked can be answered.
    const brokers = context.target.name === "naru" ? [kafkaTarget, naruTarget] : [kafkaTarget];
    for (const end of ends) {
      let expected: readonly string[] | undefined;
      for (const filledBy of brokers) {
        const data = path.join(context.folder, `${filledBy.name}-${end.end}`);
        await context.check(`${filledBy.name} is filled, and ${end.about}`, async () => {
          await fill(filledBy, data, end);
        });
        for (const openedBy of brokers) {
          const name = `filled by ${filledBy.name}, ${end.about}, opened by ${openedBy.name}`;
          await context.check(name, async () => {
            const facts = await open(context, openedBy, { data, tools });
            // What Apache Kafka says of its own folder is what the others must say.
            expected ??= facts;
            assert.deepEqual(facts, expected);
          });
        }
      }
      checkExpected(expected ?? []);
    }
  },
};

async function fill(target: Target, folder: string, { end, open: words }: End): Promise<void> {
  await using broker = await target.start({ folder, settings });
  const all = [filler, broker.bootstrap, String(TRANSACTION_TIMEOUT_MS), ...words];
  assert.equal(await output(pythonCommand, all), "filled\n");
  await broker[end]();
}

/** Opens a copy: each broker finds the folder as the filling left it. */
async function open(
  { folder, note }: SuiteContext,
  target: Target,
  { data, tools }: { data: string; tools: KafkaTools },
): Promise<string[]> {
  const copy = path.join(folder, "copy");
  fs.rmSync(copy, { recursive: true, force: true });
  fs.cpSync(data, copy, { recursive: true });
  await using broker = await target.start({ folder: copy, settings });
  const facts = await factsOf(broker, tools, { limitMs: FACTS_LIMIT_MS });
  assert.equal(await countCommitted(broker), COMMITTED);
  note(`${facts.length} lines are the same`);
  await broker.stop();
  return facts;
}

async function countCommitted(broker: RunningBroker): Promise<number> {
  const words = `-b ${broker.bootstrap} -C -t paid -o beginning -e -q -f .`.split(" ");
  return (await output("kcat", [...words, "-X", "isolation.level=read_committed"])).length;
}

/** That the lines say something: the offsets of the group, and the last end of a transaction. */
function checkExpected(lines: readonly string[]): void {
  for (const wanted of [/^billing orders 0 7 /, /^billing orders 1 3 /, /^till Complete/]) {
    assert.ok(
      lines.some((line) => wanted.test(line)),
      `no line is like ${wanted}`,
    );
  }
}
