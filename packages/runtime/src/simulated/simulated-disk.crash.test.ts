import assert from "node:assert/strict";
import { suite, test } from "node:test";

import type { Disk } from "../disk.ts";
import { SimulatedDisk } from "./simulated-disk.ts";
import { SimulatedRandom } from "./simulated-random.ts";

/** A known answer for the disk itself: which ways of replacing a file does it let through? */
interface Protocol {
  readonly syncsFile: boolean;
  readonly syncsFolder: boolean;
  readonly renames: boolean;
}

async function replace(disk: Disk, text: string, protocol: Protocol): Promise<void> {
  const name = protocol.renames ? "/data/checkpoint.tmp" : "/data/checkpoint";
  const file = disk.open(name, { mode: "any" });
  file.truncate(0);
  file.append([Buffer.from(text)]);
  if (protocol.syncsFile) await file.sync();
  file.close();
  if (protocol.renames) disk.rename(name, "/data/checkpoint");
  if (protocol.syncsFolder) await disk.syncFolder("/data");
}

async function prepared(): Promise<SimulatedDisk> {
  const disk = new SimulatedDisk();
  disk.makeFolder("/data");
  await disk.syncFolder("/");
  await replace(disk, OLD, { syncsFile: true, syncsFolder: true, renames: true });
  return disk;
}

const OLD = "old".repeat(400);
const NEW = "new".repeat(500);
const OUTCOMES_PER_CRASH = 40;

/** What is found after a crash at every call, and whether the caller had been told: done. */
async function findings(protocol: Protocol): Promise<Set<string>> {
  const found = new Set<string>();
  for (let call = 1; ; call += 1) {
    const disk = await prepared();
    disk.crashAt(disk.callCount + call);
    const isDone = await replace(disk, NEW, protocol).then(
      () => true,
      () => false,
    );
    for (let seed = 0; seed < OUTCOMES_PER_CRASH; seed += 1) {
      const after = disk.crash(new SimulatedRandom(`${call}/${seed}`));
      const isThere = after.stat("/data/checkpoint") !== undefined;
      const text = isThere ? Buffer.from(after.readWhole("/data/checkpoint", 1e6)).toString() : "";
      const what = text === OLD ? "old" : text === NEW ? "new" : "neither";
      found.add(isDone ? `done: ${what}` : what);
    }
    // The crash would have come after the last call.
    if (isDone) return found;
  }
}

function list(found: Set<string>): string[] {
  return [...found].toSorted((a, b) => (a < b ? -1 : 1));
}

suite("a file that is replaced while the machine crashes at any call", () => {
  const safe: Protocol = { syncsFile: true, syncsFolder: true, renames: true };

  test("write, sync, rename, sync the folder: the old one or the new one, and once done the new", async () => {
    assert.deepEqual(list(await findings(safe)), ["done: new", "new", "old"]);
  });

  test("without the sync of the file: a name that leads to anything", async () => {
    const found = await findings({ ...safe, syncsFile: false });
    assert.ok(found.has("done: neither"));
  });

  test("without the sync of the folder: done, and undone", async () => {
    const found = await findings({ ...safe, syncsFolder: false });
    assert.deepEqual(list(found), ["done: new", "done: old", "old"]);
  });

  test("written in place: torn", async () => {
    const found = await findings({ ...safe, renames: false });
    assert.ok(found.has("neither"));
    assert.ok(!found.has("done: neither") && !found.has("done: old"));
  });
});
