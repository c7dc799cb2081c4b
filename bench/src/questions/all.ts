import type { Question } from "../question.ts";
import { consumeQuestion } from "./consume.ts";
import { groupsQuestion } from "./groups.ts";
import { inProcessQuestion } from "./in-process.ts";
import { memoryQuestion } from "./memory.ts";
import { produceQuestion } from "./produce.ts";
import { logAppendQuestion, networkEchoQuestion } from "./scripts.ts";
import { startQuestion } from "./start.ts";
import { transactionsQuestion } from "./transactions.ts";

export const questions: readonly Question[] = [
  startQuestion,
  produceQuestion,
  consumeQuestion,
  transactionsQuestion,
  groupsQuestion,
  memoryQuestion,
  inProcessQuestion,
  networkEchoQuestion,
  logAppendQuestion,
];
