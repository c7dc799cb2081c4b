import { untilServing } from "../load/serving.ts";
import type { Report } from "../measure/report.ts";
import { apacheKafka } from "./apache-kafka.ts";
import type { Contestant, MeasuredBroker } from "./measured-broker.ts";
import { naru } from "./naru.ts";

export const naruOnDisk = naru("Naru");
export const naruInPageCache = naru("Naru, page cache", { "naru.acks.all.flush": "page-cache" });
export { apacheKafka };

/** Those of them that can be measured here; the report says who and why not. */
export async function present(
  report: Report,
  contestants: readonly Contestant[],
): Promise<Contestant[]> {
  const found: Contestant[] = [];
  for (const contestant of contestants) {
    const reason = await contestant.missing();
    if (reason === undefined) found.push(contestant);
    report.line(
      reason === undefined ? contestant.version : `${contestant.name} SKIPPED: ${reason}`,
    );
  }
  return found;
}

/** All of them running side by side; whoever has no turn is idle. */
export async function startAll(
  contestants: readonly Contestant[],
  settings: Readonly<Record<string, string>> = {},
): Promise<{ contestant: Contestant; broker: MeasuredBroker }[]> {
  const running = [];
  for (const contestant of contestants) {
    const broker = await contestant.spawn({ settings });
    await untilServing(broker);
    running.push({ contestant, broker });
  }
  return running;
}
