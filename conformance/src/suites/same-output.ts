import * as fs from "node:fs";
import * as path from "node:path";
import { kafkaTarget } from "../kafka/server.ts";
import { makeTransactions } from "../look-alike/open-transactions.ts";
import { apacheKafka } from "../runner/needs.ts";
import type { Suite } from "../runner/suite.ts";
import type { RunningBroker } from "../runner/target.ts";
import { checkDumps } from "../same-output/dumps.ts";
import { FourWays } from "../same-output/four-ways.ts";
import {
  deleteQuestions,
  groupQuestions,
  groupSettings,
  makeGroups,
  resetQuestions,
} from "../same-output/groups.ts";
import { inNoOrder } from "../same-output/plainly.ts";
import {
  clusterQuestions,
  configQuestions,
  endingQuestions,
  listedGroups,
  performanceQuestions,
  type Question,
  recordQuestions,
  topicQuestions,
  transactionQuestionsOfBoth,
} from "../same-output/questions.ts";
import { WireConnection } from "../wire/connection.ts";

const settings = {
  ...groupSettings,
  "transaction.partition.verification.enable": "false",
  "transaction.state.log.num.partitions": "1",
};

const groupTool = (words: string): Question => [
  "kafka-consumer-groups",
  words,
  { plain: inNoOrder },
];

/** In this order: later questions see what earlier ones have changed. */
const questions: readonly Question[] = [
  ...topicQuestions,
  ...recordQuestions,
  ...transactionQuestionsOfBoth,
  ...clusterQuestions,
  ...endingQuestions,
  ...listedGroups,
  ...groupQuestions.map(groupTool),
  ...resetQuestions.map(groupTool),
  ...deleteQuestions.map(groupTool),
  ...configQuestions,
  ...performanceQuestions,
];

/** What a tool prints is what people see of a broker. */
export const sameOutput: Suite = {
  name: "same-output",
  about: "Kafka's own tools print the same of Naru as of Apache Kafka, and so do those in bin",
  targets: ["naru"],
  needs: [apacheKafka],
  limitMs: 400_000,
  async run({ target, check, folder }) {
    await using naru = await target.start({ settings });
    await using kafka = await kafkaTarget.start({ settings });
    using open = new DisposableStack();
    await check("both have the same topics, groups and transactions", async () => {
      for (const made of await Promise.all([naru, kafka].map(fill))) open.use(made);
      writeFiles(folder);
    });
    using ways = new FourWays(naru, kafka);
    for (const [tool, words, asking] of questions) {
      await check(`${tool} ${words}`, () =>
        ways.ask(tool, split(words.replace("FOLDER", folder)), asking),
      );
    }
    await checkDumps({ naru, kafka }, check);
  },
};

async function fill(broker: RunningBroker): Promise<Disposable> {
  const groups = await makeGroups(broker);
  using connection = await WireConnection.open(broker);
  await makeTransactions(connection);
  return groups;
}

function writeFiles(folder: string): void {
  const partitions = [{ topic: "k-second", partition: 0, offset: 1 }];
  fs.writeFileSync(path.join(folder, "delete.json"), JSON.stringify({ partitions, version: 1 }));
  for (const tool of ["k", "n"]) {
    const lines = [0, 1, 2].map((partition) => `${tool}-simple.orders,${partition},5\n`);
    fs.writeFileSync(path.join(folder, `${tool}-plan.csv`), lines.join(""));
    const ofGroup = lines.map((line) => `${tool}-simple,${line}`);
    fs.writeFileSync(path.join(folder, `${tool}-plans.csv`), ofGroup.join(""));
  }
}

function split(words: string): string[] {
  return words === "" ? [] : words.split(" ");
}
