import assert from "node:assert/strict";
import { kafkaTarget } from "../kafka/server.ts";
import type { SuiteContext } from "../runner/suite.ts";
import type { RunningBroker } from "../runner/target.ts";
import { differences } from "../scenarios/line-differences.ts";

/** A talk that is held with both brokers. */
interface Script {
  readonly name: string;
  /** Scripts with the same settings share the two brokers. */
  readonly settings: Readonly<Record<string, string>>;
}

/** A check for each script: what is heard from the target is what is heard from Apache Kafka. */
export async function checkTalks<S extends Script>(
  { target, check }: Pick<SuiteContext, "target" | "check">,
  scripts: readonly S[],
  how: {
    readonly settings: Readonly<Record<string, string>>;
    heardFrom(broker: RunningBroker, script: S): Promise<string[]>;
  },
): Promise<void> {
  const bySettings = Map.groupBy(scripts, ({ settings }) => JSON.stringify(settings));
  for (const alike of bySettings.values()) {
    const settings = { ...how.settings, ...alike[0]!.settings };
    await using ours = await target.start({ settings });
    await using theirs = await kafkaTarget.start({ settings });
    for (const script of alike) {
      await check(script.name, async () => {
        const [heard, expected] = await Promise.all([
          how.heardFrom(ours, script),
          how.heardFrom(theirs, script),
        ]);
        assert.equal(differences(heard, expected), "");
      });
    }
  }
}
