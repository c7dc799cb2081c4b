import assert from "node:assert/strict";
import { test } from "node:test";

import { nodeLogger } from "./node-logger.ts";

test("a message is one line with time and level, down to the level asked for", () => {
  const lines: string[] = [];
  const logger = nodeLogger("info", (line) => void lines.push(line));
  logger.error("disk\nfull");
  logger.warn("two");
  logger.info("three");
  logger.debug("not said");
  assert.equal(lines.length, 3);
  assert.match(lines[0]!, /^\[\d{4}-\d\d-\d\dT[\d:.]+Z\] ERROR disk full\n$/);
  assert.match(lines[1]!, / WARN two\n$/);
  assert.match(lines[2]!, / INFO three\n$/);
});
