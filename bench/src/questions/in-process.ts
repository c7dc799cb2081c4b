import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { startBroker, type Broker } from "@naru/broker";
import { newFolder } from "../../../conformance/src/runner/folders.ts";
import { untilAcknowledged } from "../load/serving.ts";
import { Spreads } from "../measure/spread.ts";
import type { Question } from "../question.ts";

const BROKERS = 50;

export const inProcessQuestion: Question = {
  name: "in-process",
  about:
    "milliseconds of startBroker() inside a test, and whether many of them in a row cost memory",
  async ask(report, { rounds }) {
    const spreads = new Spreads();
    const kinds = ["memory", "folder"] as const;
    for (let round = 0; round <= rounds; round += 1) {
      for (const kind of kinds) {
        for (let count = 0; count < BROKERS; count += 1) {
          const startMs = performance.now();
          const broker = await startBroker(kind === "memory" ? {} : { dataDir: newFolder("in") });
          const startedMs = performance.now();
          await untilAcknowledged(addressOf(broker), "first");
          const acknowledgedMs = performance.now();
          await broker.close();
          const closedMs = performance.now();
          const isFirst = round === 0 && count === 0;
          const heat = isFirst ? "the first" : "later";
          if (round === 0 && !isFirst) continue;
          spreads.of(kind, heat, "start").add(startedMs - startMs);
          spreads.of(kind, heat, "first record").add(acknowledgedMs - startMs);
          spreads.of(kind, heat, "close").add(closedMs - acknowledgedMs);
        }
        collectGarbage();
        const { rss, heapUsed } = process.memoryUsage();
        report.line(
          `after ${(round + 1) * BROKERS} in ${kind}: RSS ${(rss / 2 ** 20).toFixed(0)} MB, heap ${(heapUsed / 2 ** 20).toFixed(1)} MB`,
        );
      }
    }
    const columns = ["start", "first record", "close"];
    const heats = ["the first", "later"];
    report.table([
      ["ms", "", ...columns],
      ...kinds.flatMap((kind) =>
        heats.map((heat) => [
          kind,
          heat,
          ...columns.map((column) => spreads.of(kind, heat, column).toString()),
        ]),
      ),
    ]);
  },
};

/** So that what is counted is in use. */
function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
}

function addressOf(broker: Broker): { host: string; port: number } {
  const { host, port } = broker.endpoints[0]!;
  return { host, port };
}
