import assert from "node:assert/strict";
import { test } from "node:test";
import { parseBootstrapServers } from "./bootstrap-servers.ts";

test("addresses come by comma or as a list, an IPv6 host in brackets", () => {
  const expected = [
    { host: "localhost", port: 9092 },
    { host: "::1", port: 1 },
  ];
  assert.deepEqual(parseBootstrapServers("localhost:9092, [::1]:1,"), expected);
  assert.deepEqual(parseBootstrapServers(["localhost:9092", "[::1]:1"]), expected);
});

for (const wrong of ["", "localhost", ":9092", "localhost:0", "localhost:65536", "localhost:x"]) {
  test(`'${wrong}' is refused by the name of its key`, () => {
    assert.throws(() => parseBootstrapServers(wrong), {
      code: "INVALID_CONFIG",
      message: /bootstrap\.servers is '.*', expected host:port/,
    });
  });
}
