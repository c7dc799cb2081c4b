import { type Client, clients } from "../members/clients.ts";
import { eachClient } from "../members/each-client.ts";
import { GroupTrial, quickGroups } from "../members/trial.ts";
import { bothTargets, type Suite } from "../runner/suite.ts";
import type { RunningBroker } from "../runner/target.ts";

/** Not a multiple of the members: some have one more than others. */
const PARTITIONS = 60;
const MEMBERS = 50;
/** Fifty members keep a small machine busy. */
const AT_ONCE = 3;

/** Fifty members of one client, of which half are killed at once. */
export const groupFifty: Suite = {
  name: "group-fifty",
  about: "fifty members of every client divide 60 partitions; half of them are killed",
  targets: bothTargets,
  needs: [],
  limitMs: 500_000,
  checkLimitMs: 180_000,
  async run(context) {
    await using broker = await context.target.start({ settings: quickGroups });
    await eachClient(context, clients, AT_ONCE, (client, name) => divide(broker, client, name));
  },
};

async function divide(broker: RunningBroker, client: Client, name: string): Promise<void> {
  const options = { name, partitions: PARTITIONS, assignor: client.assignor };
  await using trial = await GroupTrial.open(broker, options);
  trial.join(client, "a", MEMBERS / 2);
  const others = trial.join(client, "b", MEMBERS / 2);
  await trial.stable("fifty members");
  await trial.kill(others);
  await trial.stable("half were killed");
  await trial.finish();
}
