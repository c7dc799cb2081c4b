import { type Client, rangeClients } from "../members/clients.ts";
import { GroupTrial, quickGroups } from "../members/trial.ts";
import { bothTargets, SkipError, type Suite } from "../runner/suite.ts";
import type { RunningBroker } from "../runner/target.ts";

const PARTITIONS = 10;

/** One group of members that different people wrote, and that must agree on how to divide. */
export const groupMixed: Suite = {
  name: "group-mixed",
  about: "Java, librdkafka and franz-go members in one group, by the range assignor",
  targets: bothTargets,
  needs: [],
  checkLimitMs: 150_000,
  async run({ target, check }) {
    await using broker = await target.start({ settings: quickGroups });
    const { java, kcat, confluent, franz } = rangeClients;
    await check("Java and librdkafka: either leads, and either may die", () =>
      mix(broker, "two-kinds", [java, kcat]),
    );
    await check("librdkafka, franz-go, Java and kcat: four kinds in one group", () =>
      mix(broker, "four-kinds", [confluent, franz, java, kcat]),
    );
  },
};

/** They come one after the other; then the first, which divided for all, is killed. */
async function mix(
  broker: RunningBroker,
  name: string,
  clients: readonly [Client, ...Client[]],
): Promise<void> {
  for (const { need } of clients) {
    const missing = await need.missing();
    if (missing !== undefined) throw new SkipError(missing);
  }
  await using trial = await GroupTrial.open(broker, {
    name,
    partitions: PARTITIONS,
    assignor: "range",
  });
  const [client, ...others] = clients;
  const first = trial.join(client, "first", 2);
  await trial.stable(`two members of ${client.name}`);
  for (const [index, other] of others.entries()) {
    trial.join(other, `other-${index}`, 2);
    await trial.stable(`with ${other.name}`);
  }
  await trial.kill(first);
  await trial.stable("without the first");
  trial.join(client, "again", 2);
  await trial.stable("with the first's client again");
  await trial.finish();
}
