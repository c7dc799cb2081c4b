import { apacheKafka } from "../runner/needs.ts";
import { bothTargets, type Suite } from "../runner/suite.ts";
import { BothTools } from "../look-alike/both-tools.ts";
import { compareConsoleConsumers } from "../look-alike/console-consumer.ts";
import { compareConsoleProducers } from "../look-alike/console-producer.ts";

/** Groups need not wait for members that do not come, and one partition has all of them. */
const settings = { "group.initial.rebalance.delay.ms": "0", "offsets.topic.num.partitions": "1" };

/** The console tools stand where people had Kafka's own. */
export const lookAlikeConsole: Suite = {
  name: "look-alike-console",
  about: "kafka-console-consumer.sh and kafka-console-producer.sh do what Kafka's own do",
  targets: bothTargets,
  needs: [apacheKafka],
  limitMs: 400_000,
  checkLimitMs: 60_000,
  async run({ target, check }) {
    await using broker = await target.start({ settings });
    using both = new BothTools(broker);
    await compareConsoleConsumers(both, check);
    await compareConsoleProducers(both, check);
  },
};
