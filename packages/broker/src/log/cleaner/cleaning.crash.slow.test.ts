import { test } from "node:test";

import { crashAt, wholeLife } from "./cleaning-crash-rig.test.ts";

// Goal and method as in `cleaning.crash.test.ts`, at every call of the disk.
test("a crash at any disk call changes no key's latest value", async () => {
  const { calls } = await wholeLife();
  for (let call = 1; call <= calls; call += 1) await crashAt(call, ["first", "second", "third"]);
});
