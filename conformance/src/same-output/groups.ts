import { MixedTalk } from "../scenarios/mixed-talk.ts";
import type { RunningBroker } from "../runner/target.ts";
import { WireConnection } from "../wire/connection.ts";
import { batchOf, produce, textRecord } from "../wire/topic.ts";

/** Nobody here sends heartbeats while tools are asked. */
const LONG_MS = 1_200_000;
const classic = { sessionTimeoutMs: LONG_MS, rebalanceTimeoutMs: LONG_MS };
const consumer = { topics: ["orders"], rebalanceTimeoutMs: LONG_MS };

/** Keys of server.properties with which groups stay as they are made. */
export const groupSettings: Readonly<Record<string, string>> = {
  "offsets.topic.num.partitions": "1",
  "group.initial.rebalance.delay.ms": "0",
  "group.consumer.assignment.interval.ms": "0",
  "group.consumer.session.timeout.ms": String(LONG_MS),
  "group.consumer.max.session.timeout.ms": String(LONG_MS),
};

const committed = { "orders-0": 1, "orders-1": 2, "orders-2": 4 };

/** How each group comes to be, by name. Each has a topic `orders` of its own. */
export const groups: Readonly<Record<string, (talk: MixedTalk) => Promise<void>>> = {
  simple: (talk) => talk.commit("", committed),
  "classic-empty": async (talk) => {
    await aloneInClassic(talk);
    await talk.commitAs("a", 3);
    await talk.leaveAs("a");
  },
  "classic-live": async (talk) => {
    await aloneInClassic(talk);
    await talk.commitAs("a", 3);
  },
  "classic-static": (talk) => aloneInClassic(talk, "till-a"),
  // Nobody has synced yet.
  "classic-joined": (talk) => talk.joinClassicAs("a", classic),
  "classic-waiting": async (talk) => {
    await aloneInClassic(talk);
    // It is answered when the other one joins again, which it does not.
    talk.joinClassicAs("b", { ...classic, waits: true }).catch(() => undefined);
    await talk.pause(500);
  },
  "new-empty": async (talk) => {
    await talk.join("x", consumer);
    await talk.commit("x", committed);
    await talk.leave("x");
  },
  "new-nothing": async (talk) => {
    await talk.join("x", consumer);
    await talk.leave("x");
  },
  "new-live": async (talk) => {
    await talk.join("x", consumer);
    await talk.commit("x", committed);
    await talk.join("y", consumer);
    for (const name of ["x", "y", "x", "y"]) await talk.beat(name);
  },
  "new-static": async (talk) => {
    await talk.join("x", { ...consumer, instanceId: "till-x", assignor: "range" });
    await talk.beat("x");
  },
  // It has not given up yet what is to be the other one's.
  "new-moving": async (talk) => {
    await talk.join("x", consumer);
    await talk.join("y", consumer);
    await talk.beat("x", { says: "nothing" });
  },
  mixed: async (talk) => {
    await aloneInClassic(talk);
    await talk.join("x", consumer);
    await talk.joinClassicAs("a", { ...classic, owned: "orders:0,1,2" });
    await talk.sync("a");
    await talk.beat("x");
    await talk.joinClassicAs("a", { ...classic, owned: "orders:0,1" });
    await talk.sync("a");
    await talk.beat("x");
  },
  "of-a-rather-long-name-for-widths": (talk) => talk.commit("", { "orders-1": 5 }),
};

/** Every group twice: one for Kafka's tools to change, one for ours. */
export async function makeGroups(broker: RunningBroker): Promise<Disposable> {
  const open = new DisposableStack();
  const names = Object.keys(groups).flatMap((name) => [`k-${name}`, `n-${name}`]);
  await Promise.all(
    names.map(async (groupId) => {
      const connection = open.use(await WireConnection.open(broker));
      const aside = open.use(await WireConnection.open(broker));
      const talk = new MixedTalk(groupId, connection, aside);
      await talk.begin();
      await talk.create("orders", 3);
      const topic = talk.topic("orders");
      const records = Array.from({ length: 6 }, (_, i) => textRecord(null, String(i), i + 1));
      await produce(connection, { topic, partition: 1 }, batchOf(records));
      await produce(connection, { topic, partition: 2 }, batchOf(records));
      await groups[groupId.slice(2)]!(talk);
    }),
  );
  return open;
}

async function aloneInClassic(talk: MixedTalk, instanceId?: string): Promise<void> {
  const wishes = instanceId === undefined ? classic : { ...classic, instanceId };
  await talk.joinClassicAs("a", wishes);
  await talk.sync("a", { a: "orders:0,1,2" });
}

/** Each group has a table of its own: all of them can be asked for at once. */
const all = Object.keys(groups)
  .map((name) => `--group %-${name}`)
  .join(" ");

/** What kafka-consumer-groups is asked, in this order; at its end groups are changed. */
export const groupQuestions: readonly string[] = [
  "--list",
  "--list --state",
  "--list --type",
  "--list --type --state",
  "--list --type consumer --state stable",
  "--list --state reconciling,preparingrebalance",
  "--list --state nonsense",
  "--list --type nonsense",
  "--list --type streams",
  ...[
    "",
    " --offsets --verbose",
    " --members",
    " --members --verbose",
    " --state",
    " --state --verbose",
  ].map((mode) => `--describe ${all}${mode}`),
  "--describe --group %-classic-live",
  "--describe --group %-new-live --members --verbose",
  "--describe --group %-mixed --members --verbose",
  "--describe --group %-classic-live --state",
  "--describe --all-groups",
  "--describe --all-groups --state --verbose",
  "--describe --group %-nobody",
  "--describe --group %-nobody --members",
  "--describe --group %-nobody --state",
  "--describe --group %-simple --group %-new-empty",
  "--validate-regex ord.*",
  "--validate-regex ord(?=x)",
];

const simple = "--reset-offsets --group %-simple";
const orders = "--topic %-simple.orders";

/** Questions of resetting; what is executed stays so for the next. */
export const resetQuestions: readonly string[] = [
  `${simple} ${orders} --to-earliest`,
  `${simple} --all-topics --to-latest --dry-run`,
  `${simple} ${orders}:1,2 --shift-by -1 --execute`,
  `${simple} ${orders} --shift-by 100 --dry-run`,
  `${simple} ${orders} --shift-by -100 --dry-run`,
  `${simple} ${orders} --to-offset 9999 --dry-run`,
  `${simple} ${orders} --to-offset 3 --execute`,
  `${simple} ${orders} --to-datetime 1970-01-01T00:00:00.003Z --dry-run`,
  `${simple} ${orders} --to-datetime 2199-01-01T00:00:00.000+02:00 --dry-run`,
  `${simple} ${orders} --to-datetime soon --dry-run`,
  `${simple} ${orders} --by-duration PT1H --dry-run`,
  `${simple} ${orders} --by-duration soon --dry-run`,
  `${simple} ${orders} --to-current --export`,
  `${simple} ${orders} --to-current --export --dry-run`,
  `${simple} --group %-new-empty ${orders} --to-earliest --dry-run`,
  `${simple} --group %-new-empty --all-topics --to-current --export`,
  `${simple} --from-file FOLDER/%-plan.csv --dry-run`,
  `${simple} --group %-new-empty --from-file FOLDER/%-plans.csv --dry-run`,
  "--reset-offsets --all-groups --all-topics --to-current --dry-run",
  `${simple} ${orders}:7 --to-earliest --dry-run`,
  `${simple} --topic %-nosuch --to-earliest --dry-run`,
  `${simple} --topic %-nosuch:0 --to-earliest --dry-run`,
  "--reset-offsets --group %-classic-live --all-topics --to-earliest --dry-run",
  "--reset-offsets --group %-new-live --all-topics --to-earliest --execute",
  "--reset-offsets --group %-mixed --topic %-mixed.orders --to-earliest --execute",
  `--reset-offsets --group %-fresh ${orders} --to-latest --dry-run`,
  `--reset-offsets --group %-fresh ${orders} --to-latest --execute`,
  "--reset-offsets --group %-new-empty --topic %-new-empty.orders --to-offset 1 --execute",
  `${simple} ${orders}`,
  `${simple} --to-earliest`,
  "--describe --group %-simple",
  "--describe --group %-fresh",
  "--describe --group %-new-empty",
];

export const deleteQuestions: readonly string[] = [
  "--delete-offsets --group %-classic-empty --topic %-classic-empty.orders",
  "--delete-offsets --group %-new-empty --topic %-new-empty.orders:0,1",
  "--delete-offsets --group %-classic-live --topic %-classic-live.orders",
  "--delete-offsets --group %-new-live --topic %-new-live.orders",
  "--delete-offsets --group %-mixed --topic %-mixed.orders",
  "--delete-offsets --group %-simple --topic %-nosuch",
  "--delete-offsets --group %-simple --topic %-simple.orders:9",
  "--delete-offsets --group %-simple --topic %-simple.orders:1,9",
  "--delete-offsets --group %-nobody --topic %-simple.orders",
  "--delete-offsets --group %-nobody --topic %-simple.orders:9",
  "--describe --group %-classic-empty",
  "--describe --group %-new-empty",
  "--delete --group %-new-empty",
  "--delete --group %-classic-live",
  "--delete --group %-new-live",
  "--delete --group %-mixed",
  "--delete --group %-simple --group %-nobody",
  "--delete --group %-nobody",
  "--delete --group %-classic-live --group %-mixed",
  "--describe --group %-simple",
  "--list --type --state",
];
