import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseProperties } from "./properties.ts";

function pairs(text: string): [string, string][] {
  return parseProperties(text).map(({ key, value }) => [key, value]);
}

describe("a properties file", () => {
  test("separates key and value by =, : or blanks", () => {
    assert.deepEqual(pairs("a=1\nb : 2\nc 3\n  d\t=\t4  \ne"), [
      ["a", "1"],
      ["b", "2"],
      ["c", "3"],
      ["d", "4  "],
      ["e", ""],
    ]);
  });

  test("takes only the first separator", () => {
    assert.deepEqual(pairs("listeners=PLAINTEXT://:9092,X://h:1\na==b"), [
      ["listeners", "PLAINTEXT://:9092,X://h:1"],
      ["a", "=b"],
    ]);
  });

  test("leaves out comments and empty lines", () => {
    assert.deepEqual(pairs("# a=1\n\n   ! b=2\r\nc=3 # not a comment\r\n"), [
      ["c", "3 # not a comment"],
    ]);
  });

  test("goes on after a backslash at the end, without the blanks that follow", () => {
    assert.deepEqual(pairs("a=one,\\\n   two,\\\n   #three\nb=back\\\\\nc=4"), [
      ["a", "one,two,#three"],
      ["b", "back\\"],
      ["c", "4"],
    ]);
    assert.deepEqual(pairs("a=end\\"), [["a", "end"]]);
  });

  test("reads escapes in keys and values", () => {
    assert.deepEqual(pairs(String.raw`a\=b\ c = C\:\\data\t\u00e9\q`), [
      ["a=b c", "C:\\data\té" + "q"],
    ]);
  });

  test("keeps both of a key that is given twice, with their lines", () => {
    assert.deepEqual(parseProperties("a=1\n\na=\\\n2\n"), [
      { key: "a", value: "1", line: 1 },
      { key: "a", value: "2", line: 3 },
    ]);
  });

  test("with a broken unicode escape is refused with its line", () => {
    assert.throws(() => parseProperties("a=1\nb=\\u12g4"), /line 2: found '\\u' without four/);
  });
});
