import { WireConnection } from "../../../conformance/src/wire/connection.ts";
import { groupCalls } from "../../../conformance/src/wire/group-calls.ts";
import {
  apacheKafka,
  naruInPageCache,
  naruOnDisk,
  present,
  startAll,
} from "../brokers/contestants.ts";
import type { MeasuredBroker } from "../brokers/measured-broker.ts";
import { askedOnce } from "../load/asked-once.ts";
import { stableClassicGroup } from "../load/classic-group.ts";
import { stableConsumerGroup } from "../load/consumer-group.ts";
import { type RepeatedRequest, repeatRequests } from "../load/repeated-requests.ts";
import { HEARTBEAT_MS } from "../load/stable-group.ts";
import { untilCoordinated } from "../load/coordinated.ts";
import { cpuSecondsOf } from "../measure/process-usage.ts";
import type { Question } from "../question.ts";
import { askInTurns, type Case, MEASURED_TOPIC } from "./turns.ts";

const PARTITIONS = 20;
const MEMBERS = 10;
const COMMITTED_PARTITIONS = 6;
const COMMIT_VERSION = 9;
const LOAD = { connections: 10, depth: 20 };
/** A commit on disk waits for a sync. */
const COMMITS = 20_000;
const HEARTBEATS = 100_000;
const PER = 100_000;

/** Waiting that a setting asks for says nothing about a coordinator. */
const settings = {
  "group.initial.rebalance.delay.ms": "0",
  "group.consumer.assignment.interval.ms": "0",
};

const cases: readonly Case[] = [
  commits({ groups: 1 }),
  commits({ groups: 50 }),
  members("classic", stableClassicGroup),
  members("consumer", stableConsumerGroup),
];

export const groupsQuestion: Question = {
  name: "groups",
  about: "what offset commits and heartbeats cost, and how soon a new group is stable",
  async ask(report, { rounds }) {
    const contestants = await present(report, [naruOnDisk, naruInPageCache, apacheKafka]);
    const { connections, depth } = LOAD;
    report.line(
      `The load is ours: ${connections} connections, ${depth} requests under way on each. ` +
        `Each commit is of ${COMMITTED_PARTITIONS} partitions. ` +
        `A group has ${MEMBERS} members, which start at once and ask every ${HEARTBEAT_MS} ms; ` +
        `the delays that settings ask for are 0.`,
    );
    const running = await startAll(contestants, settings);
    await askInTurns(report, { running, cases, rounds });
    for (const { broker } of running) await broker.stop();
  },
};

function commits({ groups }: { groups: number }): Case {
  const [rate, cost] = ["commits/s", "CPU-s per 100,000 commits"];
  return {
    partitions: PARTITIONS,
    name: `offset commits, ${groups === 1 ? "1 group" : `${groups} groups`}`,
    columns: [rate, cost],
    async measure(broker) {
      using connection = await WireConnection.open(broker);
      const requests: RepeatedRequest[] = [];
      for (let at = 0; at < groups; at += 1) {
        requests.push(await commitOf(connection, `commits-${groups}-${at}`));
      }
      const { perSecond, cpuSeconds } = await repeated(broker, requests, COMMITS);
      return { [rate]: perSecond, [cost]: cpuSeconds };
    },
  };
}

async function commitOf(connection: WireConnection, groupId: string): Promise<RepeatedRequest> {
  await untilCoordinated(connection, groupId);
  const partitions = Array.from({ length: COMMITTED_PARTITIONS }, (_, partitionIndex) => ({
    partitionIndex,
    committedOffset: 1_000_000 + partitionIndex,
    committedMetadata: "",
  }));
  return askedOnce(connection, groupCalls.commit, {
    version: COMMIT_VERSION,
    draft: { groupId, memberId: "", topics: [{ name: MEASURED_TOPIC, partitions }] },
    errorCodes: ({ topics }) =>
      topics.flatMap((topic) => topic.partitions.map(({ errorCode }) => errorCode)),
  });
}

function members(protocol: string, make: typeof stableClassicGroup): Case {
  const [ms, rate, cost] = ["ms to stable", "heartbeats/s", "CPU-s per 100,000 heartbeats"];
  return {
    partitions: PARTITIONS,
    name: `${protocol} protocol, ${MEMBERS} members, ${PARTITIONS} partitions`,
    columns: [ms, rate, cost],
    async measure(broker, turn) {
      const groupId = `${protocol}-${turn}`;
      {
        using connection = await WireConnection.open(broker);
        await untilCoordinated(connection, groupId);
      }
      const what = { groupId, topic: MEASURED_TOPIC, partitions: PARTITIONS, members: MEMBERS };
      const group = await make(broker, what);
      const { perSecond, cpuSeconds } = await repeated(broker, group.heartbeats, HEARTBEATS);
      await group.end();
      return { [ms]: group.ms, [rate]: perSecond, [cost]: cpuSeconds };
    },
  };
}

async function repeated(
  broker: MeasuredBroker,
  requests: readonly RepeatedRequest[],
  count: number,
): Promise<{ perSecond: number; cpuSeconds: number }> {
  const before = cpuSecondsOf(broker.pid);
  const seconds = await repeatRequests(broker, requests, { ...LOAD, count });
  const cpuSeconds = ((cpuSecondsOf(broker.pid) - before) * PER) / count;
  return { perSecond: count / seconds, cpuSeconds };
}
