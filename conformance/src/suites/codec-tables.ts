import assert from "node:assert/strict";
import {
  compareWithKafka,
  readKafkaDefinitions,
} from "../../../packages/protocol/codegen/check-against-kafka.ts";
import { librariesFolder } from "../kafka/installation.ts";
import { apacheKafka } from "../runner/needs.ts";
import type { Suite } from "../runner/suite.ts";

const DEFINITIONS_MIN = 270;

/** Our tables of messages and records against the definitions inside Kafka's jars. */
export const codecTables: Suite = {
  name: "codec-tables",
  about: "every message and record is defined as in Kafka's own jars",
  targets: ["naru"],
  needs: [apacheKafka],
  async run({ check, note }) {
    await check("no field of any message differs", () => {
      const definitions = readKafkaDefinitions(librariesFolder());
      note(`${definitions.size} definitions compared`);
      assert.ok(definitions.size >= DEFINITIONS_MIN, `${definitions.size} definitions`);
      assert.deepEqual(compareWithKafka(definitions), []);
    });
  },
};
