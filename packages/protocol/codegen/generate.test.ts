import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { test } from "node:test";

import { formattedSources, generatedFolder } from "./generate.ts";

test("the checked-in files are what `npm run gen` writes", () => {
  const sources = formattedSources();
  assert.deepEqual(fs.readdirSync(generatedFolder).toSorted(), [...sources.keys()].toSorted());
  for (const [file, text] of sources) {
    const found = fs.readFileSync(path.join(generatedFolder, file), "utf8");
    assert.ok(found === text, `${file} is stale: run \`npm run gen\`.`);
  }
});
