import assert from "node:assert/strict";
import { kafkaTarget } from "../kafka/server.ts";
import { apacheKafka } from "../runner/needs.ts";
import type { Suite } from "../runner/suite.ts";
import type { RunningBroker, Target } from "../runner/target.ts";
import { askCluster } from "../scenarios/cluster.ts";
import { knownDifferences } from "../scenarios/known-differences.ts";
import { askProduce } from "../scenarios/produce.ts";
import { askReading } from "../scenarios/read.ts";
import { calls } from "../wire/calls.ts";
import { WireConnection } from "../wire/connection.ts";
import { type Answers, Scenario } from "../wire/scenario.ts";

const scenarios = { produce: askProduce, reading: askReading, cluster: askCluster } as const;

/** One list of questions, asked of Naru and of Apache Kafka: the answers are the same. */
export const sameScenario: Suite = {
  name: "same-scenario",
  about: "the same questions, right and wrong, get the same answers from Apache Kafka and Naru",
  targets: ["naru"],
  needs: [apacheKafka],
  async run({ target, check, note }) {
    const ours = await answersOf(target);
    const theirs = await answersOf(kafkaTarget);
    note(
      `${theirs.answers.size} questions asked of both, ${knownDifferences.size} known to differ`,
    );
    for (const name of Object.keys(scenarios)) {
      await check(`${name}: every answer is the same`, () => {
        const found = [...theirs.answers]
          .filter(([question]) => question.startsWith(`${name}/`))
          .filter(([question]) => !knownDifferences.has(question.slice(name.length + 1)))
          .flatMap(([question, answer]) =>
            difference(question, answer, ours.answers.get(question)),
          );
        assert.equal(found.length, 0, `${found.length} differences\n${found.join("\n")}`);
      });
    }
    await check("each API that is served has the versions that Kafka serves", () => {
      const found = [...ours.versions].flatMap(([key, versions]) =>
        difference(key, theirs.versions.get(key), versions),
      );
      note(`${ours.versions.size} of ${theirs.versions.size} APIs served`);
      assert.equal(found.length, 0, found.join("\n"));
    });
  },
};

function difference(question: string, theirs?: string, ours?: string): string[] {
  return theirs === ours ? [] : [`${question}\n  Kafka: ${theirs}\n  Naru:  ${ours}`];
}

interface Told {
  readonly answers: Answers;
  /** What ApiVersions tells, by key. */
  readonly versions: ReadonlyMap<string, string>;
}

async function answersOf(target: Target): Promise<Told> {
  await using broker = await target.start();
  const answers: Answers = new Map();
  for (const [name, ask] of Object.entries(scenarios)) {
    using connection = await WireConnection.open(broker);
    const scenario = new Scenario(connection, () => WireConnection.open(broker));
    await ask(scenario);
    for (const [question, answer] of scenario.answers) answers.set(`${name}/${question}`, answer);
  }
  return { answers, versions: await versionsOf(broker) };
}

async function versionsOf(broker: RunningBroker): Promise<Map<string, string>> {
  using connection = await WireConnection.open(broker);
  const { apiKeys } = await connection.answer(calls.apiVersions, 3, {
    clientSoftwareName: "conformance",
    clientSoftwareVersion: "1",
  });
  return new Map(
    apiKeys.map(({ apiKey, minVersion, maxVersion }) => [
      `key ${apiKey}`,
      `${minVersion}-${maxVersion}`,
    ]),
  );
}
