import type { Suite } from "../runner/suite.ts";
import { badCompany } from "./bad-company.ts";
import { cleanStop } from "./clean-stop.ts";
import { differential } from "../differential/suite.ts";
import { codecTables } from "./codec-tables.ts";
import { compaction } from "./compaction.ts";
import { consumerProtocol } from "./consumer-protocol.ts";
import { consumerGroups } from "./consumer-groups.ts";
import { diskFull } from "./disk-full.ts";
import { dumpLog } from "./dump-log.ts";
import { exactlyOnce } from "./exactly-once.ts";
import { filledFolder } from "./filled-folder.ts";
import { flights } from "./flights.ts";
import { folderSwap } from "./folder-swap.ts";
import { golden } from "./golden.ts";
import { groupFifty } from "./group-fifty.ts";
import { groupLife } from "./group-life.ts";
import { groupRecords } from "./group-records.ts";
import { groupLoad } from "./group-load.ts";
import { groupMixed } from "./group-mixed.ts";
import { groupConversion } from "./group-conversion.ts";
import { groupConfigs } from "./group-configs.ts";
import { groupRules } from "./group-rules.ts";
import { groupSwap } from "./group-swap.ts";
import { hangingTransaction } from "./hanging-transaction.ts";
import { kafkaAdminTools } from "./kafka-admin-tools.ts";
import { kafkaTools } from "./kafka-tools.ts";
import { kafkaTs } from "./kafka-ts.ts";
import { kafkajs } from "./kafkajs.ts";
import { kcat } from "./kcat.ts";
import { kill } from "./kill.ts";
import { lookAlikeConsole } from "./look-alike-console.ts";
import { lookAlikeTransactions } from "./look-alike-transactions.ts";
import { lookAlike } from "./look-alike.ts";
import { ordersAndPayments } from "./orders-and-payments.ts";
import { platformatic } from "./platformatic.ts";
import { retention } from "./retention.ts";
import { rollingUpgrade } from "./rolling-upgrade.ts";
import { sameOutput } from "./same-output.ts";
import { sameScenario } from "./same-scenario.ts";
import { transactionRecords } from "./transaction-records.ts";
import { transactionSwap } from "./transaction-swap.ts";

/** Every suite, in the order of their running. */
export const suites: readonly Suite[] = [
  kcat,
  kafkajs,
  kafkaTs,
  platformatic,
  consumerGroups,
  groupRecords,
  groupLife,
  groupFifty,
  groupMixed,
  groupLoad,
  consumerProtocol,
  kafkaTools,
  kafkaAdminTools,
  lookAlike,
  lookAlikeConsole,
  lookAlikeTransactions,
  sameOutput,
  sameScenario,
  dumpLog,
  codecTables,
  groupConversion,
  rollingUpgrade,
  groupConfigs,
  groupRules,
  golden,
  folderSwap,
  groupSwap,
  transactionSwap,
  compaction,
  retention,
  differential,
  badCompany,
  diskFull,
  cleanStop,
  kill,
  flights,
  ordersAndPayments,
  hangingTransaction,
  filledFolder,
  transactionRecords,
  exactlyOnce,
];
