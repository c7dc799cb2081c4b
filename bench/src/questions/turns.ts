import type { Contestant, MeasuredBroker } from "../brokers/measured-broker.ts";
import { withTopic } from "../load/topics.ts";
import { memoryOf } from "../measure/process-usage.ts";
import type { Report } from "../measure/report.ts";
import { Spreads } from "../measure/spread.ts";

/** What each case finds when it is its broker's turn. */
export const MEASURED_TOPIC = "measured";

/** One table of a report: the same measurement of each broker. */
export interface Case {
  readonly name: string;
  /** Of the topic that is made for one turn. */
  readonly partitions: number;
  readonly columns: readonly string[];
  /** A figure for each column. */
  measure(broker: MeasuredBroker, round: number): Promise<Record<string, number>>;
}

/** Asks every case of every broker in turns, and reports figures and memory. */
export async function askInTurns(
  report: Report,
  what: {
    readonly running: readonly { contestant: Contestant; broker: MeasuredBroker }[];
    readonly cases: readonly Case[];
    readonly rounds: number;
  },
): Promise<void> {
  const { running, cases, rounds } = what;
  const spreads = new Spreads();
  // Round 0 warms up and counts for nothing.
  for (let round = 0; round <= rounds; round += 1) {
    for (const each of cases) {
      for (const { contestant, broker } of round % 2 === 0 ? running : running.toReversed()) {
        const topic = { topic: MEASURED_TOPIC, partitions: each.partitions };
        const figures = await withTopic(broker, topic, () => each.measure(broker, round));
        if (round === 0) continue;
        for (const [figure, value] of Object.entries(figures)) {
          spreads.of(each.name, contestant.name, figure).add(value);
        }
      }
    }
  }
  for (const { name, columns } of cases) {
    report.line(`\n${name}`);
    report.table([
      ["", ...columns],
      ...running.map(({ contestant }) => [
        contestant.name,
        ...columns.map((column) => spreads.of(name, contestant.name, column).toString()),
      ]),
    ]);
  }
  report.line("\nMemory of the brokers after all of it, in MB");
  const memory = running.map(({ contestant, broker }) => {
    const { nowMb, peakMb } = memoryOf(broker.pid);
    return [contestant.name, nowMb.toFixed(0), peakMb.toFixed(0)];
  });
  report.table([["", "now", "most"], ...memory]);
}
