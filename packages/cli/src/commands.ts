import { command, type Command } from "./command.ts";
import { consumeDeclaration } from "./consume/consume-options.ts";
import * as feature from "./feature/feature-options.ts";
import * as group from "./group/group-options.ts";
import { produceDeclaration } from "./produce/produce-options.ts";
import { startDeclaration } from "./start/start-options.ts";
import * as transaction from "./transaction/transaction-options.ts";
import {
  alterDeclaration,
  createDeclaration,
  deleteDeclaration,
  describeDeclaration,
  listDeclaration,
} from "./topic/topic-options.ts";

/** Every command of `naru`. Its function is loaded when it runs, so that others start fast. */
export const commands: readonly Command[] = [
  command(startDeclaration, async () => (await import("./start/start.ts")).start),
  command(createDeclaration, async () => (await import("./topic/create-topics.ts")).createTopics),
  command(listDeclaration, async () => (await import("./topic/list-topics.ts")).listTopics),
  command(
    describeDeclaration,
    async () => (await import("./topic/describe-topics.ts")).describeTopics,
  ),
  command(alterDeclaration, async () => (await import("./topic/alter-topic.ts")).alterTopic),
  command(deleteDeclaration, async () => (await import("./topic/delete-topics.ts")).deleteTopics),
  command(group.listDeclaration, async () => (await import("./group/list-groups.ts")).listGroups),
  command(
    group.describeDeclaration,
    async () => (await import("./group/describe-groups.ts")).describeGroups,
  ),
  command(
    group.membersDeclaration,
    async () => (await import("./group/group-members.ts")).groupMembers,
  ),
  command(
    group.resetDeclaration,
    async () => (await import("./group/reset-offsets.ts")).resetOffsets,
  ),
  command(
    group.deleteDeclaration,
    async () => (await import("./group/delete-groups.ts")).deleteGroups,
  ),
  command(
    feature.describeDeclaration,
    async () => (await import("./feature/describe-features.ts")).describeFeatures,
  ),
  command(
    feature.upgradeDeclaration,
    async () => (await import("./feature/change-features.ts")).upgradeFeatures,
  ),
  command(
    feature.downgradeDeclaration,
    async () => (await import("./feature/change-features.ts")).downgradeFeatures,
  ),
  command(
    transaction.listDeclaration,
    async () => (await import("./transaction/list-transactions.ts")).listTransactions,
  ),
  command(
    transaction.describeDeclaration,
    async () => (await import("./transaction/describe-transactions.ts")).describeTransactions,
  ),
  command(
    transaction.abortDeclaration,
    async () => (await import("./transaction/abort-transaction.ts")).abortTransaction,
  ),
  command(
    transaction.findHangingDeclaration,
    async () => (await import("./transaction/find-hanging.ts")).findHanging,
  ),
  command(produceDeclaration, async () => (await import("./produce/produce.ts")).produce),
  command(consumeDeclaration, async () => (await import("./consume/consume.ts")).consume),
];
