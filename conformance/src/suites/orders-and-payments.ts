import assert from "node:assert/strict";
import * as path from "node:path";
import * as timers from "node:timers/promises";
import { Dice } from "../differential/dice.ts";
import { repository } from "../naru/broker.ts";
import { MortalBroker } from "../runner/mortal-broker.ts";
import { describeFailure, run, RunningProcess } from "../runner/processes.ts";
import { seedOfRun } from "../runner/seed.ts";
import { bothTargets, type Suite, type SuiteContext } from "../runner/suite.ts";

const example = path.join(repository, "examples", "orders-and-payments", "src", "main.ts");
const RESULT = /^Each of (\d+) paid orders is there once; (\d+) wait for ever\.$/m;
const LIMIT_MS = 150_000;
/** Less, so that a failure tells what was printed. */
const RUN_LIMIT_MS = 100_000;
/** Apache Kafka takes 12 s to start after a kill, until its own old session has run out. */
const brokerKills = { naru: 5, "apache-kafka": 2 } as const;
const SECOND = { orders: 20_000, kills: 2 } as const;

/** The example runs as its header says, and also when it is the broker that is killed. */
export const ordersAndPayments: Suite = {
  name: "orders-and-payments",
  about: "examples/orders-and-payments: each paid order once, program and broker killed at will",
  targets: bothTargets,
  needs: [],
  limitMs: 330_000,
  checkLimitMs: LIMIT_MS,
  async run(context) {
    const { check, note } = context;
    const seed = seedOfRun();
    note(`seed ${seed}`);
    await check("the program is killed five times: each paid order is there once", async () => {
      await using broker = await startBroker(context, "first");
      const steps = stepsOn(broker, seed);
      const finished = await steps.run([]);
      assert.equal(finished.match(/^killed/gm)?.length, 5);
      note(RESULT.exec(finished)![0]);
    });
    await check("the broker is killed under it: each paid order is there once", async () => {
      await using broker = await startBroker(context, "second");
      const steps = stepsOn(broker, seed, SECOND);
      await steps.run(["generate"]);
      await killBroker(broker, steps.start(["supervise"]), {
        kills: brokerKills[context.target.name],
        dice: new Dice(seed),
      });
      note(
        `${RESULT.exec(await steps.run(["check"]))![0]} The broker was killed ${broker.kills} times.`,
      );
    });
  },
};

function startBroker({ target, folder }: SuiteContext, name: string): Promise<MortalBroker> {
  // So that a member that was killed is not waited for.
  const settings = {
    "group.initial.rebalance.delay.ms": "0",
    "group.min.session.timeout.ms": "500",
  };
  return MortalBroker.start(target, { folder: path.join(folder, name), settings });
}

/** Kills while the program works, and waits for the program's own end. */
async function killBroker(
  broker: MortalBroker,
  program: RunningProcess,
  { kills, dice }: { kills: number; dice: Dice },
): Promise<void> {
  for (let kill = 0; kill < kills && program.isRunning; kill += 1) {
    await Promise.race([timers.setTimeout(dice.between(100, 1_800)), program.exited]);
    await broker.killAndStart();
  }
  const exit = await program.exited;
  const { stdout, stderr } = program;
  if (exit.code !== 0)
    throw new Error(describeFailure("supervise", [], { ...exit, stdout, stderr }));
}

interface Steps {
  /** Runs steps of the example to their end, which must be a good one; what they printed. */
  run(names: readonly string[]): Promise<string>;
  start(names: readonly string[]): RunningProcess;
}

function stepsOn(
  broker: MortalBroker,
  seed: number,
  options: { orders?: number; kills?: number } = {},
): Steps {
  const wordsFor = (names: readonly string[]): string[] => [
    "--conditions=@naru/source",
    "--disable-warning=TimeoutNegativeWarning",
    example,
    ...names,
    "--bootstrap-server",
    broker.bootstrap,
    "--seed",
    String(seed),
    "--session-timeout-ms",
    "1500",
    ...Object.entries(options).flatMap(([key, value]) => [`--${key}`, String(value)]),
  ];
  return {
    async run(names) {
      const words = wordsFor(names);
      const finished = await run(process.execPath, words, { limitMs: RUN_LIMIT_MS });
      if (finished.code !== 0) throw new Error(describeFailure("node", words, finished));
      return finished.stdout;
    },
    start: (names) => new RunningProcess(process.execPath, wordsFor(names)),
  };
}
