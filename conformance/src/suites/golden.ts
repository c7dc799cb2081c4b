import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { contentsOf } from "../golden/contents.ts";
import { expectedFileOf, goldenFolders, pathOf } from "../golden/folders.ts";
import { bothTargets, type Suite } from "../runner/suite.ts";
import { WireConnection } from "../wire/connection.ts";

/** Kafka aborts a transaction that is open for too long; the folder shall stay as it is. */
const keepsTransactions = {
  "transaction.abort.timed.out.transaction.cleanup.interval.ms": "600000",
};

/** Folders that Apache Kafka wrote, kept in this repository. `main.ts --make-golden` makes them. */
export const golden: Suite = {
  name: "golden",
  about: "folders written by Apache Kafka open, and their records read back as written",
  targets: bothTargets,
  needs: [],
  async run({ target, check, folder }) {
    const settings = target.name === "naru" ? {} : keepsTransactions;
    for (const one of goldenFolders) {
      await check(`${one.name}: ${one.about}`, async () => {
        const data = path.join(folder, one.name);
        fs.cpSync(pathOf(one), data, { recursive: true });
        const expected = fs.readFileSync(expectedFileOf(one), "utf8").trimEnd().split("\n");
        // Twice: the second start is on what the first one left.
        for (let start = 1; start <= 2; start += 1) {
          await using broker = await target.start({ folder: data, settings });
          using connection = await WireConnection.open(broker);
          assert.deepEqual(await contentsOf(connection), expected, `start ${start}`);
          await broker.stop();
        }
      });
    }
  },
};
