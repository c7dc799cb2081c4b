import type { GroupTalk } from "./group-talk.ts";

/** One talk with a consumer group. It is the same on every run, but for ids and times. */
export interface GroupScript {
  readonly name: string;
  /** Keys of server.properties that it needs; scripts with the same share a broker. */
  readonly settings: Readonly<Record<string, string>>;
  run(talk: GroupTalk): Promise<void>;
}

/** Every change is a new assignment at once. */
const atOnce = { "group.consumer.assignment.interval.ms": "0" };
/** Long enough that nothing here happens after it by chance. */
const putOff = { "group.consumer.assignment.interval.ms": "1500" };
const shortLives = {
  ...atOnce,
  "group.consumer.min.heartbeat.interval.ms": "100",
  "group.consumer.heartbeat.interval.ms": "500",
  "group.consumer.min.session.timeout.ms": "1000",
  "group.consumer.session.timeout.ms": "2000",
};
const small = { ...atOnce, "group.consumer.max.size": "2" };

/** A join, and as many heartbeats as a member needs to have all that it is to have. */
const settle = async (talk: GroupTalk, ...names: readonly string[]): Promise<void> => {
  for (let round = 0; round < 3; round += 1) for (const name of names) await talk.beat(name);
};

const oneMember: GroupScript = {
  name: "one-member",
  settings: putOff,
  async run(talk) {
    await talk.create("orders", 3);
    await talk.join("a", { topics: ["orders"] });
    await talk.beat("a");
    await talk.commit("a", { "orders-0": 1, "orders-1": 2, "orders-2": 3 });
    await talk.describe();
    await talk.lookAround();
    await talk.delete();
    await talk.leave("a");
    await talk.describe();
    await talk.leave("a");
    await talk.deleteOffset("orders", 0);
    await talk.delete();
    await talk.describe();
  },
};

const secondMember: GroupScript = {
  name: "second-member",
  settings: putOff,
  async run(talk) {
    await talk.create("orders", 3);
    await talk.join("a", { topics: ["orders"] });
    await talk.join("b", { topics: ["orders"] });
    await talk.beat("a");
    await talk.beat("b");
    await talk.describe();
    await talk.pause(1_600);
    await talk.beat("a");
    await talk.describe();
    await talk.beat("b");
    await talk.beat("a");
    await talk.beat("b");
    await talk.describe();
    await talk.leave("a");
    await talk.beat("b");
    await talk.pause(1_600);
    await settle(talk, "b");
  },
};

const epochs: GroupScript = {
  name: "epochs",
  settings: atOnce,
  async run(talk) {
    await talk.create("orders", 4);
    await talk.join("a", { topics: ["orders"] });
    await talk.beat("a", { epoch: 99 });
    await talk.beat("a", { epoch: 1 });
    // The answer to this one is lost: the member still says what it knew.
    await talk.join("b", { topics: ["orders"] });
    await talk.beat("a", { says: "nothing" });
    await talk.beat("a");
    await talk.beat("a", { epoch: 2 });
    await talk.beat("a", { epoch: 2, says: "nothing" });
    await talk.commit("a", { "orders-0": 1 });
    await talk.commit("a", { "orders-0": 2 }, { epoch: 2 });
    await talk.commit("b", { "orders-0": 3 });
    await settle(talk, "a", "b");
    for (const partition of [0, 1, 2, 3]) {
      await talk.commit("a", { [`orders-${partition}`]: 4 }, { epoch: 2 });
      await talk.commit("b", { [`orders-${partition}`]: 5 }, { epoch: 2 });
    }
    await talk.commit("a", { "orders-0": 6 }, { epoch: 99 });
    await talk.commit("a", { "orders-0": 6 }, { version: 8 });
    await talk.commit("nobody", { "orders-0": 7 }, { epoch: 3 });
    await talk.commit("", { "orders-0": 8 }, { epoch: -1 });
    await talk.fetch("a", 3);
    await talk.fetch("a", 2);
    await talk.fetch("a", 99);
    await talk.fetch("nobody", 3);
    await talk.fetch(null, -1);
    await talk.deleteOffset("orders", 0);
    await talk.describe();
  },
};

const wrongRequests: GroupScript = {
  name: "wrong-requests",
  settings: atOnce,
  async run(talk) {
    const join = { topicPartitions: [], rebalanceTimeoutMs: 1_000, subscribedTopicNames: ["x"] };
    await talk.say("", join);
    await talk.say("", join, 0);
    await talk.say("a", { ...join, groupId: "" });
    await talk.say("a", { ...join, instanceId: "" });
    await talk.say("a", { ...join, rackId: " " });
    await talk.say("a", { ...join, rebalanceTimeoutMs: -1 });
    await talk.say("a", { ...join, topicPartitions: null });
    await talk.say("a", { ...join, subscribedTopicNames: null });
    await talk.say("a", { ...join, serverAssignor: "mine" });
    await talk.say("a", { ...join, subscribedTopicNames: null, subscribedTopicRegex: "(?=x)" });
    await talk.say("a", { ...join, subscribedTopicNames: null, subscribedTopicRegex: "(" });
    await talk.say("a", { memberEpoch: -2 });
    await talk.say("a", { memberEpoch: -3 });
    await talk.say("a", { memberEpoch: -1 });
    await talk.say("a", { memberEpoch: 5 });
    await talk.say("a", { memberEpoch: -2, instanceId: "i" });
  },
};

const staticMembers: GroupScript = {
  name: "static-members",
  settings: atOnce,
  async run(talk) {
    await talk.create("orders", 4);
    await talk.join("a1", { topics: ["orders"], instanceId: "a" });
    await talk.join("b1", { topics: ["orders"], instanceId: "b" });
    await settle(talk, "a1", "b1");
    await talk.join("a2", { topics: ["orders"], instanceId: "a" });
    await talk.leave("a1", -2);
    await talk.describe();
    await talk.beat("b1");
    await talk.join("a2", { topics: ["orders"], instanceId: "a" });
    await talk.beat("a1");
    await settle(talk, "a2", "b1");
    await talk.say("a3", { memberEpoch: 3, instanceId: "a" });
    await talk.say("a3", { memberEpoch: 3, instanceId: "z" });
    await talk.say("a3", { memberEpoch: -1, instanceId: "a" });
    await talk.say("a3", { memberEpoch: -2, instanceId: "z" });
    await talk.leave("a2", -2);
    await talk.join("a3", { topics: ["orders"], instanceId: "a", assignor: "range" });
    await talk.leave("b1");
    await settle(talk, "a3");
    await talk.leaveClassic([
      { memberId: "", groupInstanceId: "a" },
      { memberId: "nobody" },
      { memberId: "", groupInstanceId: "z" },
    ]);
    await talk.describe();
  },
};

const subscriptions: GroupScript = {
  name: "subscriptions",
  settings: atOnce,
  async run(talk) {
    await talk.create("orders", 2);
    await talk.create("payments", 2);
    await talk.join("a", { topics: ["orders", "absent"] });
    await talk.join("b", { topics: ["payments", "orders"], assignor: "range" });
    await settle(talk, "a", "b");
    await talk.change("a", { topics: ["payments"] });
    await settle(talk, "a", "b");
    await talk.change("b", { topics: [] });
    await settle(talk, "a", "b");
    await talk.change("b", { topics: ["orders", "orders"], assignor: "uniform" });
    await settle(talk, "b", "a");
    await talk.describe();
    await talk.create("absent", 1);
    await talk.change("a", { topics: ["payments", "absent"] });
    await talk.grow("payments", 3);
    await settle(talk, "a", "b");
    await talk.remove("orders");
    await settle(talk, "a", "b");
    await talk.describe();
    await talk.join("a", { topics: ["payments"] });
    await settle(talk, "a", "b");
  },
};

const topicComes: GroupScript = {
  name: "topic-comes",
  settings: atOnce,
  async run(talk) {
    await talk.join("a", { topics: ["late"] });
    await talk.beat("a");
    await talk.create("late", 2);
    await talk.pause(300);
    await talk.beat("a");
    await talk.grow("late", 3);
    await talk.beat("a");
    await talk.remove("late");
    await talk.beat("a");
    await talk.beat("a");
    await talk.describe();
  },
};

const patterns: GroupScript = {
  name: "patterns",
  settings: atOnce,
  async run(talk) {
    // Of several topics it would be a matter of their ids who gets which.
    await talk.create("orders", 2);
    const pattern = talk.topic("ord.*").replaceAll("-", "[-]");
    await talk.join("a", { pattern });
    await talk.pause(500);
    await talk.beat("a");
    await talk.beat("a");
    await talk.describe();
    await talk.join("b", { pattern });
    await settle(talk, "a", "b");
    await talk.change("b", { pattern: "", topics: ["orders"] });
    await settle(talk, "a", "b");
    await talk.change("b", { pattern: "(" });
    await talk.change("b", { pattern: `${pattern}s` });
    await talk.beat("b");
    // Within ten seconds of the last time the topics are not looked through again.
    await talk.pause(10_000);
    await talk.beat("b");
    await talk.pause(500);
    await settle(talk, "a", "b");
    await talk.create("ordeal", 1);
    await talk.pause(10_500);
    await talk.beat("a");
    await talk.pause(500);
    await settle(talk, "a", "b");
    await talk.leave("b");
    await talk.describe();
    await talk.leave("a");
  },
};

const deaths: GroupScript = {
  name: "deaths",
  settings: shortLives,
  async run(talk) {
    await talk.create("orders", 3);
    await talk.join("a", { topics: ["orders"] });
    await talk.join("b", { topics: ["orders"], rebalanceTimeoutMs: 700 });
    await settle(talk, "a", "b");
    await talk.pause(1_200);
    await talk.beat("a");
    await talk.pause(1_200);
    await talk.beat("a");
    await talk.beat("b");
    await talk.describe();
    await talk.join("b", { topics: ["orders"], rebalanceTimeoutMs: 700 });
    await settle(talk, "a", "b");
    // b is to give up a partition, and does not say that it has.
    await talk.join("c", { topics: ["orders"] });
    await settle(talk, "a", "c");
    await talk.beat("b", { says: "nothing" });
    await talk.beat("b", { says: "nothing" });
    await talk.pause(1_200);
    await settle(talk, "a", "c");
    await talk.beat("b");
    await talk.describe();
  },
};

const sizes: GroupScript = {
  name: "sizes",
  settings: small,
  async run(talk) {
    await talk.create("orders", 1);
    await talk.join("a", { topics: ["orders"] });
    await talk.join("b", { topics: ["orders"] });
    await talk.join("c", { topics: ["orders"] });
    await talk.beat("a");
    await talk.leave("a");
    await talk.join("c", { topics: ["orders"] });
  },
};

const otherProtocol: GroupScript = {
  name: "other-protocol",
  settings: atOnce,
  async run(talk) {
    await talk.create("orders", 1);
    await talk.commit("", { "orders-0": 5 }, { epoch: -1 });
    await talk.join("a", { topics: ["orders"] });
    await talk.leave("a");
    await talk.joinClassic();
    await talk.lookAround();
    await talk.describe();
    await talk.join("a", { topics: ["orders"] });
    await talk.fetch(null, -1);
    await talk.describe();
  },
};

export const groupScripts: readonly GroupScript[] = [
  oneMember,
  secondMember,
  epochs,
  wrongRequests,
  staticMembers,
  subscriptions,
  topicComes,
  patterns,
  sizes,
  otherProtocol,
  deaths,
];
