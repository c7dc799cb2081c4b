import type { MixedTalk } from "./mixed-talk.ts";

/** One talk with a group that members of both protocols join. */
export interface MixedScript {
  readonly name: string;
  readonly settings: Readonly<Record<string, string>>;
  run(talk: MixedTalk): Promise<void>;
}

const atOnce = {
  "group.consumer.assignment.interval.ms": "0",
  "group.initial.rebalance.delay.ms": "0",
};
const policy = (value: string): Record<string, string> => ({
  ...atOnce,
  "group.consumer.migration.policy": value,
});

/** A classic group of one that has all. */
async function classicGroup(talk: MixedTalk): Promise<void> {
  await talk.create("orders", 3);
  await talk.joinClassicAs("a");
  await talk.sync("a", { a: "orders:0,1,2" });
}

const upAndDown: MixedScript = {
  name: "up-and-down",
  settings: atOnce,
  async run(talk) {
    await classicGroup(talk);
    await talk.commitAs("a", 5);
    await talk.join("x", { topics: ["orders"] });
    await talk.commitAs("a", 6);
    await talk.commitAs("a", 7, 9);
    await talk.describe();
    await talk.lookAround();
    await talk.heartbeat("a");
    await talk.heartbeat("a", 7);
    await talk.sync("a");
    await talk.beat("x");
    await talk.joinClassicAs("a", { owned: "orders:0,1,2" });
    await talk.sync("a", {}, "roundrobin");
    await talk.sync("a");
    await talk.heartbeat("a");
    await talk.joinClassicAs("a", { owned: "orders:0,1" });
    await talk.sync("a");
    await talk.heartbeat("a");
    await talk.beat("x");
    await talk.describe();
    await talk.leave("x");
    await talk.describe();
    await talk.heartbeat("a");
    await talk.joinClassicAs("a", { owned: "orders:0,1" });
    await talk.sync("a", { a: "orders:0,1,2" });
    await talk.heartbeat("a");
    await talk.join("y", { topics: ["orders"] });
    await talk.leaveAs("a");
    await talk.beat("y");
    await talk.leave("y");
    await talk.describe();
  },
};

const secondClassic: MixedScript = {
  name: "second-classic",
  settings: atOnce,
  async run(talk) {
    await talk.create("orders", 3);
    await talk.join("x", { topics: ["orders"] });
    await talk.joinClassicAs("a", { protocols: ["range", "cooperative-sticky"] });
    await talk.joinClassicAs("b", { protocols: ["roundrobin"] });
    await talk.joinClassicAs("b", { protocols: ["cooperative-sticky"], version: 3 });
    await talk.sync("a");
    await talk.beat("x");
    await talk.beat("x");
    await talk.heartbeat("a");
    await talk.joinClassicAs("a", { protocols: ["range", "cooperative-sticky"] });
    await talk.sync("a");
    await talk.heartbeat("b");
    await talk.joinClassicAs("b", { protocols: ["cooperative-sticky"] });
    await talk.sync("b", {}, "cooperative-sticky");
    await talk.heartbeat("nobody");
    await talk.leaveAs("nobody");
    await talk.leaveAs("b");
    // Who gets what b had is chance: only one is left before it is divided.
    await talk.leaveAs("a");
    await talk.beat("x");
    await talk.describe();
    await talk.leave("x");
  },
};

const whileRebalancing: MixedScript = {
  name: "while-rebalancing",
  settings: atOnce,
  async run(talk) {
    // With more partitions it would be chance who of the two new ones gets which.
    await talk.create("orders", 1);
    await talk.joinClassicAs("a");
    await talk.sync("a", { a: "orders:0" });
    const waiting = talk.joinClassicAs("b", { waits: true });
    await talk.pause(500);
    await talk.heartbeat("a");
    await talk.join("x", { topics: ["orders"] });
    await waiting;
    await talk.joinClassicAs("a", { owned: "orders:0" });
    await talk.sync("a");
    await talk.joinClassicAs("b");
    await talk.sync("b");
    await talk.beat("x");
    await talk.describe();
  },
};

const staticMembers: MixedScript = {
  name: "static-conversion",
  settings: atOnce,
  async run(talk) {
    await talk.create("orders", 2);
    await talk.join("x", { topics: ["orders"], instanceId: "i" });
    await talk.joinClassicAs("a", { instanceId: "j" });
    await talk.beat("x");
    await talk.beat("x");
    await talk.heartbeat("a");
    await talk.joinClassicAs("a", { instanceId: "j" });
    await talk.sync("a");
    await talk.describe();
    // In the other protocol, the last of its own.
    await talk.joinClassicAs("y", { instanceId: "i" });
    await talk.describe();
    await talk.heartbeat("a");
    await talk.heartbeat("y");
    // And back, one after the other.
    await talk.join("z", { topics: ["orders"], instanceId: "i" });
    await talk.describe();
    await talk.heartbeat("y");
    await talk.join("w", { topics: ["orders"], instanceId: "j" });
    await talk.describe();
  },
};

const stayingAway: MixedScript = {
  name: "staying-away",
  settings: atOnce,
  async run(talk) {
    await talk.create("orders", 2);
    await talk.join("x", { topics: ["orders"] });
    await talk.joinClassicAs("a", { rebalanceTimeoutMs: 1_000 });
    await talk.pause(1_300);
    await talk.heartbeat("a");
    await talk.joinClassicAs("b", { rebalanceTimeoutMs: 1_000 });
    await talk.sync("b");
    await talk.join("y", { topics: ["orders"] });
    await talk.heartbeat("b");
    await talk.pause(600);
    await talk.heartbeat("b");
    await talk.pause(600);
    await talk.heartbeat("b");
    await talk.describe();
  },
};

const sessions: MixedScript = {
  name: "sessions",
  settings: {
    ...atOnce,
    "group.min.session.timeout.ms": "500",
    "group.consumer.min.heartbeat.interval.ms": "100",
    "group.consumer.heartbeat.interval.ms": "500",
    "group.consumer.min.session.timeout.ms": "1000",
    "group.consumer.session.timeout.ms": "2000",
  },
  async run(talk) {
    await talk.create("orders", 2);
    await talk.join("x", { topics: ["orders"] });
    await talk.joinClassicAs("a", { sessionTimeoutMs: 800 });
    await talk.sync("a");
    await talk.pause(1_000);
    await talk.heartbeat("a");
    await talk.beat("x");
    await talk.joinClassicAs("b", { sessionTimeoutMs: 6_000 });
    await talk.sync("b");
    // The last of the consumer protocol dies: a classic group.
    await talk.pause(2_300);
    await talk.heartbeat("b");
    await talk.joinClassicAs("b", { sessionTimeoutMs: 6_000 });
    await talk.sync("b", { b: "orders:0,1" });
    await talk.describe();
    await talk.lookAround();
  },
};

const unconvertible: MixedScript = {
  name: "unconvertible",
  settings: atOnce,
  async run(talk) {
    await talk.create("orders", 3);
    await talk.joinClassicAs("a");
    await talk.sync("a", { a: "orders:0,1,2+mine" });
    await talk.join("x", { topics: ["orders"] });
    await talk.heartbeat("a");
    await talk.describe();
  },
};

function forbidden(value: string): MixedScript {
  return {
    name: `policy-${value}`,
    settings: policy(value),
    async run(talk) {
      await classicGroup(talk);
      await talk.join("x", { topics: ["orders"] });
      await talk.leaveAs("a");
      await talk.join("x", { topics: ["orders"] });
      await talk.joinClassicAs("b");
      await talk.sync("b");
      await talk.leave("x");
      await talk.heartbeat("b");
      await talk.describe();
    },
  };
}

/** A talk that goes on with another broker. */
export const twoLives = {
  name: "two-lives",
  settings: atOnce,
  async before(talk: MixedTalk): Promise<void> {
    await classicGroup(talk);
    await talk.join("x", { topics: ["orders"] });
    await talk.heartbeat("a");
    await talk.joinClassicAs("a", { owned: "orders:0,1,2" });
    await talk.sync("a");
    await talk.describe();
  },
  async after(talk: MixedTalk): Promise<void> {
    await talk.describe();
    await talk.heartbeat("a");
    await talk.beat("x");
    await talk.joinClassicAs("a", { owned: "orders:0,1" });
    await talk.sync("a");
    await talk.commitAs("a", 3);
    await talk.beat("x");
    await talk.describe();
    await talk.leave("x");
    await talk.joinClassicAs("a", { owned: "orders:0,1" });
    await talk.sync("a", { a: "orders:0,1,2" });
  },
} as const;

export const mixedScripts: readonly MixedScript[] = [
  upAndDown,
  secondClassic,
  whileRebalancing,
  staticMembers,
  stayingAway,
  sessions,
  unconvertible,
  forbidden("disabled"),
  forbidden("upgrade"),
  forbidden("DOWNGRADE"),
];
