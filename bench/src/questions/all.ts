import type { Question } from "../question.ts";
import { consumeQuestion } from "./consume.ts";
import { inProcessQuestion } from "./in-process.ts";
import { memoryQuestion } from "./memory.ts";
import { produceQuestion } from "./produce.ts";
import { logAppendQuestion, networkEchoQuestion } from "./scripts.ts";
import { startQuestion } from "./start.ts";

export const questions: readonly Question[] = [
  startQuestion,
  produceQuestion,
  consumeQuestion,
  memoryQuestion,
  inProcessQuestion,
  networkEchoQuestion,
  logAppendQuestion,
];
