import { newFolder } from "../../../conformance/src/runner/folders.ts";
import { apacheKafka, naruOnDisk, present } from "../brokers/contestants.ts";
import { untilAcknowledged } from "../load/serving.ts";
import { cpuSecondsOf, memoryOf } from "../measure/process-usage.ts";
import { Spreads } from "../measure/spread.ts";
import type { Question } from "../question.ts";

const IDLE_MS = 10_000;

export const startQuestion: Question = {
  name: "start",
  about:
    "seconds from the start of the process to the first acknowledged record, and what idling costs",
  async ask(report, { rounds }) {
    const contestants = await present(report, [naruOnDisk, apacheKafka]);
    const spreads = new Spreads();
    for (let round = 0; round < rounds; round += 1) {
      for (const contestant of contestants) {
        const folder = newFolder("bench-start");
        const timed = async (figure: string): ReturnType<typeof contestant.spawn> => {
          const startMs = performance.now();
          const broker = await contestant.spawn({ folder });
          await untilAcknowledged(broker, "first");
          spreads.of(contestant.name, figure).add((performance.now() - startMs) / 1000);
          return broker;
        };
        await (await timed("fresh folder, s")).stop();
        const killed = await timed("existing folder, s");
        await killed.kill();
        const broker = await timed("after kill -9, s");
        const before = cpuSecondsOf(broker.pid);
        await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
        const idle = (cpuSecondsOf(broker.pid) - before) / (IDLE_MS / 1000);
        spreads.of(contestant.name, "idle, % of a core").add(idle * 100);
        spreads.of(contestant.name, "idle, MB").add(memoryOf(broker.pid).nowMb);
        await broker.stop();
      }
    }
    const columns = [
      "fresh folder, s",
      "existing folder, s",
      "after kill -9, s",
      "idle, % of a core",
      "idle, MB",
    ];
    report.line("Kafka's fresh folder includes kafka-storage format, which a user must run first.");
    report.table([
      ["", ...columns],
      ...contestants.map(({ name }) => [
        name,
        ...columns.map((column) => spreads.of(name, column).toString()),
      ]),
    ]);
  },
};
