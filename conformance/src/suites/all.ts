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
import { flights } from "./flights.ts";
import { folderSwap } from "./folder-swap.ts";
import { golden } from "./golden.ts";
import { groupConversion } from "./group-conversion.ts";
import { groupConfigs } from "./group-configs.ts";
import { groupRules } from "./group-rules.ts";
import { groupMembers } from "./group-members.ts";
import { groupSwap } from "./group-swap.ts";
import { kafkaAdminTools } from "./kafka-admin-tools.ts";
import { kafkaTools } from "./kafka-tools.ts";
import { kafkaTs } from "./kafka-ts.ts";
import { kafkajs } from "./kafkajs.ts";
import { kcat } from "./kcat.ts";
import { kill } from "./kill.ts";
import { lookAlike } from "./look-alike.ts";
import { platformatic } from "./platformatic.ts";
import { rollingUpgrade } from "./rolling-upgrade.ts";
import { sameScenario } from "./same-scenario.ts";

/** Every suite, in the order of their running. */
export const suites: readonly Suite[] = [
  kcat,
  kafkajs,
  kafkaTs,
  platformatic,
  consumerGroups,
  consumerProtocol,
  groupMembers,
  kafkaTools,
  kafkaAdminTools,
  lookAlike,
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
  compaction,
  differential,
  badCompany,
  diskFull,
  cleanStop,
  kill,
  flights,
];
