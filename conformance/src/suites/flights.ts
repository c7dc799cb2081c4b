import assert from "node:assert/strict";
import * as path from "node:path";
import { repository } from "../naru/broker.ts";
import { describeFailure, run } from "../runner/processes.ts";
import { bothTargets, type Suite } from "../runner/suite.ts";

const example = path.join(repository, "examples", "flights", "src", "main.ts");
const LIMIT_MS = 120_000;

/** The example with real data runs as its header says. */
export const flights: Suite = {
  name: "flights",
  about: "examples/flights: 200,000 real records, counted against the file they come from",
  targets: bothTargets,
  needs: [],
  checkLimitMs: LIMIT_MS,
  async run({ target, check, note }) {
    await check("the counts of both topics are those of the file", async () => {
      const words = ["--conditions=@naru/source", example];
      // On Naru the example brings its own broker.
      await using broker = target.name === "naru" ? undefined : await target.start();
      if (broker !== undefined) words.push("--bootstrap-server", broker.bootstrap);
      const finished = await run(process.execPath, words, { limitMs: LIMIT_MS });
      if (finished.code !== 0) throw new Error(describeFailure("node", words, finished));
      assert.match(finished.stdout, /Both topics hold the 200,000 flights of the file/);
      for (const [line] of finished.stdout.matchAll(/^(counting|producing|reading).*$/gm))
        note(line);
    });
  },
};
