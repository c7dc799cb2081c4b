import { type Client, movingClients, rangeClients } from "../members/clients.ts";
import { needClients } from "../members/each-client.ts";
import { GroupTrial, quickGroups } from "../members/trial.ts";
import { bothTargets, type Suite } from "../runner/suite.ts";
import type { RunningBroker } from "../runner/target.ts";

const PARTITIONS = 10;

/** One group of members that different people wrote, and that must agree on how to divide. */
export const groupMixed: Suite = {
  name: "group-mixed",
  about: "Java, librdkafka and franz-go members in one group, and both protocols in one",
  targets: bothTargets,
  needs: [],
  checkLimitMs: 150_000,
  async run({ target, check }) {
    await using broker = await target.start({ settings: quickGroups });
    const { java, kcat, confluent, franz } = rangeClients;
    await check("Java and librdkafka: either leads, and either may die", async () => {
      await needClients([java, kcat]);
      await mix(broker, "two-kinds", [java, kcat]);
    });
    await check("librdkafka, franz-go, Java and kcat: four kinds in one group", async () => {
      await needClients([confluent, franz, java, kcat]);
      await mix(broker, "four-kinds", [confluent, franz, java, kcat]);
    });
    await check("a living group goes to the consumer protocol, and back", async () => {
      await needClients(Object.values(movingClients));
      await move(broker);
    });
  },
};

/** They come one after the other; then the first, which divided for all, is killed. */
async function mix(
  broker: RunningBroker,
  name: string,
  clients: readonly [Client, ...Client[]],
): Promise<void> {
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

/** The first member of the consumer protocol takes the group along, and the last one back. */
async function move(broker: RunningBroker): Promise<void> {
  const { classic, consumer, confluent } = movingClients;
  const options = { name: "moving", partitions: PARTITIONS, assignor: classic.assignor };
  await using trial = await GroupTrial.open(broker, options);
  const old = trial.join(classic, "old", 2);
  await trial.stable("classic");
  const first = trial.join(consumer, "first", 2);
  await trial.stable("both protocols", "uniform");
  await trial.leave(old);
  await trial.stable("consumer", "uniform");
  const second = trial.join(confluent, "second", 1);
  trial.join(classic, "last", 2);
  await trial.stable("both again", "uniform");
  await trial.kill(second);
  await trial.leave(first);
  await trial.stable("classic again");
  await trial.finish();
}
