import type { ErrorName } from "@naru/protocol";
import type { CoordinatorMachine } from "./coordinator-machine.ts";
import type { Shard } from "./shard.ts";
import type { Step } from "./step.ts";

/** A question that each shard of a coordinator answers on its own. */
export interface QuestionToAll<Machine, Step, Response> {
  run(machine: Machine, step: Step): Response;
  failed(error: ErrorName): Response;
  /** Called once, with the answers of all. */
  done(responses: Response[]): void;
}

/** Asks every shard the same. */
export function askAll<
  Rec,
  Timer,
  Machine extends CoordinatorMachine<Rec, Timer, Effect>,
  Effect,
  Response,
>(
  shards: readonly Shard<Rec, Timer, Machine, Effect>[],
  question: QuestionToAll<Machine, Step<Rec, Timer, Effect>, Response>,
): void {
  const responses: Response[] = [];
  if (shards.length === 0) return question.done(responses);
  for (const shard of shards) {
    shard.run<Response>({
      run: (machine, step, to) => step.reply(to, question.run(machine, step)),
      failed: (error) => question.failed(error),
      done: (response) => {
        responses.push(response);
        if (responses.length === shards.length) question.done(responses);
      },
    });
  }
}

/** A shard that was just given up has nothing to list; one that is being read fails all. */
export function listedByAll<Item>(
  shards: readonly (readonly Item[] | ErrorName)[],
): Item[] | ErrorName {
  const items: Item[] = [];
  for (const shard of shards) {
    if (typeof shard !== "string") items.push(...shard);
    else if (shard !== "NOT_COORDINATOR") return shard;
  }
  return items;
}
