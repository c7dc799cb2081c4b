import assert from "node:assert/strict";
import { KafkaTools } from "../kafka/tools.ts";
import { apacheKafka } from "../runner/needs.ts";
import { bothTargets, type Suite } from "../runner/suite.ts";
import { until } from "../runner/waiting.ts";
import { WireConnection } from "../wire/connection.ts";
import { groupCalls } from "../wire/group-calls.ts";

const WAIT_MS = 20_000;
const session = "consumer.session.timeout.ms";
const heartbeat = "consumer.heartbeat.interval.ms";
const assignment = "consumer.assignment.interval.ms";

/** Values that are refused, and the sentence that Kafka's tool shows. */
const refusals: readonly (readonly [change: string, sentence: string])[] = [
  ["nonsense=1", "Unknown group config name: nonsense"],
  [`${session}=x`, `Invalid value x for configuration ${session}: Not a number of type INT`],
  [`${session}=0`, `Invalid value 0 for configuration ${session}: Value must be at least 1`],
  [
    `${session}=44999`,
    `${session} must be greater than or equal to group.consumer.min.session.timeout.ms`,
  ],
  [
    `${session}=60001`,
    `${session} must be less than or equal to group.consumer.max.session.timeout.ms`,
  ],
  [
    `${heartbeat}=4999`,
    `${heartbeat} must be greater than or equal to group.consumer.min.heartbeat.interval.ms`,
  ],
  [
    `${heartbeat}=15001`,
    `${heartbeat} must be less than or equal to group.consumer.max.heartbeat.interval.ms`,
  ],
  [
    `${assignment}=15001`,
    `${assignment} must be less than or equal to group.consumer.max.assignment.interval.ms`,
  ],
];

/** Kafka's own tool sets, describes and removes what holds for one group. */
export const groupConfigs: Suite = {
  name: "group-configs",
  about: "kafka-configs --entity-type groups prints the same as against Kafka",
  targets: bothTargets,
  needs: [apacheKafka],
  async run({ target, check }) {
    await using broker = await target.start();
    using tools = new KafkaTools();
    const configs = async (...words: string[]): Promise<string> => {
      const { stdout, stderr } = await tools.run("kafka-configs", [
        "--bootstrap-server",
        broker.bootstrap,
        "--entity-type",
        "groups",
        ...words,
      ]);
      return `${stdout}${stderr}`;
    };
    const alter = (...words: string[]): Promise<string> =>
      configs("--alter", "--entity-name", "g", ...words);

    await check("a value that is set is described with the broker's behind it", async () => {
      const done = await alter("--add-config", `${session}=50000,${heartbeat}=6000`);
      assert.equal(done, "Completed updating config for group g.\n");
      assert.equal(
        await configs("--describe", "--entity-name", "g"),
        [
          "Dynamic configs for group g are:",
          `  ${heartbeat}=6000 sensitive=false synonyms={DYNAMIC_GROUP_CONFIG:${heartbeat}=6000, DEFAULT_CONFIG:group.${heartbeat}=5000}`,
          `  ${session}=50000 sensitive=false synonyms={DYNAMIC_GROUP_CONFIG:${session}=50000, DEFAULT_CONFIG:group.${session}=45000}`,
          "",
        ].join("\n"),
      );
    });
    await check("all 17 keys are described, those of groups that are not served among them", () =>
      describesAll(configs),
    );
    await check("members of the group are told of it, those of others are not", async () => {
      using connection = await WireConnection.open(broker);
      assert.equal(await heartbeatIntervalMs(connection, "g"), 6_000);
      assert.equal(await heartbeatIntervalMs(connection, "other"), 5_000);
    });
    await check("what is removed is the broker's value again", async () => {
      assert.equal(
        await alter("--delete-config", heartbeat),
        "Completed updating config for group g.\n",
      );
      assert.doesNotMatch(await configs("--describe", "--entity-name", "g"), /heartbeat/);
    });
    await check("a group that has a configuration is listed", async () => {
      assert.match(await configs("--describe"), /^Dynamic configs for group g are:$/m);
    });
    for (const [change, sentence] of refusals) {
      await check(`${change} is refused in Kafka's words`, async () => {
        const said = await alter("--add-config", change);
        assert.ok(said.includes(`InvalidConfigurationException: ${sentence}\n`), said);
      });
    }
  },
};

/** What a member that joins the group is told. */
async function heartbeatIntervalMs(connection: WireConnection, groupId: string): Promise<number> {
  const answer = await until("the member joins", WAIT_MS, async () => {
    await connection.answer(groupCalls.findCoordinator, 4, {
      keyType: 0,
      coordinatorKeys: [groupId],
    });
    const heard = await connection.answer(groupCalls.heartbeat, 1, {
      groupId,
      memberId: "member",
      memberEpoch: 0,
      rebalanceTimeoutMs: 30_000,
      subscribedTopicNames: ["orders"],
      topicPartitions: [],
    });
    return heard.errorCode === 0 ? heard : undefined;
  });
  return answer.heartbeatIntervalMs;
}

async function describesAll(configs: (...words: string[]) => Promise<string>): Promise<void> {
  const described = await configs("--describe", "--entity-name", "other", "--all");
  const lines = described.trimEnd().split("\n");
  assert.equal(lines[0], "All configs for group other are:");
  assert.equal(lines.length, 18);
  assert.ok(
    lines.includes(
      `  ${assignment}=1000 sensitive=false synonyms={DEFAULT_CONFIG:group.${assignment}=1000}`,
    ),
    described,
  );
  assert.ok(
    lines.includes(
      "  share.auto.offset.reset=latest sensitive=false synonyms={DEFAULT_CONFIG:share.auto.offset.reset=latest}",
    ),
    described,
  );
}
