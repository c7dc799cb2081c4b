import assert from "node:assert/strict";
import { type Client, clients } from "../members/clients.ts";
import { type Division, stickyAssignors } from "../members/division.ts";
import { eachClient } from "../members/each-client.ts";
import { GroupTrial, quickGroups } from "../members/trial.ts";
import { bothTargets, type Suite } from "../runner/suite.ts";
import type { RunningBroker } from "../runner/target.ts";

const PARTITIONS = 7;
/** Most of a life is waiting for sessions to end. */
const AT_ONCE = 6;

/** The life of a group of 1 to 5 members, for each client in each protocol. */
export const groupLife: Suite = {
  name: "group-life",
  about: "members of every client join, leave, are killed and hang; each record is read",
  targets: bothTargets,
  needs: [],
  limitMs: 400_000,
  checkLimitMs: 180_000,
  async run(context) {
    await using broker = await context.target.start({ settings: quickGroups });
    await eachClient(context, clients, AT_ONCE, (client, name) => live(broker, client, name));
  },
};

async function live(broker: RunningBroker, client: Client, name: string): Promise<void> {
  const options = { name, partitions: PARTITIONS, assignor: client.assignor };
  await using trial = await GroupTrial.open(broker, options);
  trial.join(client, "a", 1);
  const alone = await trial.stable("one member");
  const second = trial.join(client, "b", 1);
  const two = await trial.stable("two members");
  checkSticks(client, alone, two);
  const three = trial.join(client, "c", 3);
  const five = await trial.stable("five members");
  checkSticks(client, two, five);
  await trial.leave(second);
  await trial.stable("one has left");
  await trial.kill(three);
  await trial.stable("three were killed");
  const last = trial.join(client, "d", 1);
  await trial.stable("one has come");
  trial.pause(last);
  await trial.stable("one hangs");
  trial.goOn(last);
  await trial.stable("it is back");
  await trial.finish();
}

/** Who comes is given what others can spare: nobody gets something new. */
function checkSticks(client: Client, before: Division, after: Division): void {
  if (!stickyAssignors.has(client.assignor)) return;
  for (const [member, owned] of before) {
    const gained = (after.get(member) ?? []).filter((one) => !owned.includes(one));
    assert.deepEqual(gained, [], `${member} had ${owned.join(", ")}`);
  }
}
