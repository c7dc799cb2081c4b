import type { Dice } from "./dice.ts";
import type { Pair } from "./pair.ts";

/** One kind of sequence of requests; a seed makes one of it. */
export interface Scenario {
  readonly name: string;
  /** What a run of it costs, against others: more seeds for what is cheap. */
  run(pair: Pair, dice: Dice, place: Place): Promise<void>;
}

/** Where a sequence lives: its topics begin with this name, so that seeds do not meet. */
export interface Place {
  readonly topic: string;
}
