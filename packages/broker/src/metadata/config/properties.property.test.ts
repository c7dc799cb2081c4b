import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseProperties } from "./properties.ts";

/** As java.util.Properties.store writes a text. */
function escape(text: string): string {
  const escaped = text.replaceAll(/[\\=:#!\s]/g, (letter) => {
    const code = letter.charCodeAt(0).toString(16).padStart(4, "0");
    return letter === " " || !/\s/.test(letter) ? `\\${letter}` : `\\u${code}`;
  });
  return escaped;
}

// Goal: no text is changed on its way through a file.
// Method: any key and value, written as Java does.
test("what Java stores is read back", () => {
  const pairs = fc.array(fc.tuple(fc.string({ minLength: 1 }), fc.string()), { maxLength: 5 });
  fc.assert(
    fc.property(pairs, (written) => {
      const text = written.map(([key, value]) => `${escape(key)}=${escape(value)}`).join("\n");
      const read = parseProperties(text).map(({ key, value }) => [key, value]);
      assert.deepEqual(read, written);
    }),
  );
});
