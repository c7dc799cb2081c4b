import { BothTools } from "../look-alike/both-tools.ts";
import { makeTransactions } from "../look-alike/open-transactions.ts";
import { compareTransactions } from "../look-alike/transactions.ts";
import { apacheKafka } from "../runner/needs.ts";
import { bothTargets, type Suite } from "../runner/suite.ts";
import { WireConnection } from "../wire/connection.ts";

const settings = {
  // A transaction comes to hang where brokers do not verify what a producer sends.
  "transaction.partition.verification.enable": "false",
  "transaction.state.log.num.partitions": "1",
};

/** bin/kafka-transactions.sh stands where people had Kafka's own. */
export const lookAlikeTransactions: Suite = {
  name: "look-alike-transactions",
  about: "kafka-transactions.sh prints what Kafka's own kafka-transactions prints",
  targets: bothTargets,
  needs: [apacheKafka],
  limitMs: 240_000,
  async run({ target, check }) {
    await using broker = await target.start({ settings });
    using connection = await WireConnection.open(broker);
    using both = new BothTools(broker);
    await check("transactions: one hangs, one is open, one has ended", () =>
      makeTransactions(connection),
    );
    await compareTransactions(both, check);
  },
};
