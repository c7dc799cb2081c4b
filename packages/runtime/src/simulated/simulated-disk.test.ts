import assert from "node:assert/strict";
import { test } from "node:test";

import type { DiskFile } from "../disk.ts";
import { SimulatedDisk } from "./simulated-disk.ts";
import { SimulatedRandom } from "./simulated-random.ts";

const SEEDS = Array.from({ length: 200 }, (_, seed) => seed);

function bytes(length: number, value: number): Uint8Array {
  return new Uint8Array(length).fill(value);
}

function read(disk: SimulatedDisk, path: string): Uint8Array {
  return disk.readWhole(path, 1_000_000);
}

/** Every outcome of a crash, as text, each once. */
function outcomes(disk: SimulatedDisk, look: (after: SimulatedDisk) => string): Set<string> {
  return new Set(SEEDS.map((seed) => look(disk.crash(new SimulatedRandom(seed)))));
}

async function syncedFile(disk: SimulatedDisk, path: string, length: number): Promise<DiskFile> {
  const file = disk.open(path, { mode: "new" });
  file.append([bytes(length, 1)]);
  await file.sync();
  await disk.syncFolder("/");
  return file;
}

test("what was synced, name and bytes, survives every crash", async () => {
  const disk = new SimulatedDisk();
  await syncedFile(disk, "/log", 3000);
  for (const seed of SEEDS) {
    assert.deepEqual(read(disk.crash(new SimulatedRandom(seed)), "/log"), bytes(3000, 1));
  }
});

test("bytes that were not synced are lost, kept, torn at a sector or zero, by seed", async () => {
  const disk = new SimulatedDisk();
  const file = await syncedFile(disk, "/log", 1000);
  file.append([bytes(2000, 2)]);
  const seen = outcomes(disk, (after) => {
    const found = read(after, "/log");
    assert.deepEqual(found.subarray(0, 1000), bytes(1000, 1), "the synced part is whole");
    const tail = found.subarray(1000);
    for (let at = 1; at < tail.length; at += 1) {
      const isEdge = (1000 + at) % 512 === 0;
      assert.ok(isEdge || tail[at] === tail[at - 1], "torn only between sectors");
    }
    if (tail.length === 0) return "lost";
    if (tail.every((byte) => byte === 2)) return tail.length === 2000 ? "kept" : "cut";
    return tail.every((byte) => byte === 0) ? "zero" : "torn";
  });
  assert.deepEqual([...seen].toSorted(), ["cut", "kept", "lost", "torn", "zero"]);
});

test("what becomes durable is what was written, not what its buffer holds later", async () => {
  const disk = new SimulatedDisk();
  const file = await syncedFile(disk, "/log", 0);
  const buffer = bytes(10, 1);
  file.append([buffer]);
  buffer.fill(9);
  await file.sync();
  assert.deepEqual(read(disk, "/log"), bytes(10, 1));
  assert.deepEqual(read(disk.crash(), "/log"), bytes(10, 1));
});

test("a file that is cut and lengthened again reads as zero where it was cut", () => {
  const file = new SimulatedDisk().open("/log", { mode: "new" });
  file.append([bytes(5000, 1)]);
  file.truncate(4100);
  file.truncate(5000);
  const target = new Uint8Array(900);
  assert.equal(file.readAt(target, 4100), 900);
  assert.deepEqual(target, bytes(900, 0));
});

test("a file that is replaced gives its room back", () => {
  const disk = new SimulatedDisk();
  disk.open("/a", { mode: "new" }).append([bytes(5, 1)]);
  disk.open("/b", { mode: "new" }).append([bytes(7, 1)]);
  disk.rename("/a", "/b");
  assert.equal(disk.usedBytes, 5);
});

test("an overwrite that was not synced may leave the old bytes, the new ones or both", async () => {
  const disk = new SimulatedDisk();
  const file = await syncedFile(disk, "/log", 1024);
  file.writeAt(bytes(1024, 2), 0);
  const seen = outcomes(disk, (after) => {
    const found = read(after, "/log");
    return `${found[0]}${found[512]}`;
  });
  assert.deepEqual([...seen].toSorted(), ["11", "12", "21", "22"]);
});

test("a new name is not durable before its folder is synced, even when the file is", async () => {
  const disk = new SimulatedDisk();
  const file = disk.open("/new", { mode: "new" });
  file.append([bytes(10, 1)]);
  await file.sync();
  const look = (after: SimulatedDisk) => (after.stat("/new") === undefined ? "gone" : "there");
  assert.deepEqual([...outcomes(disk, look)].toSorted(), ["gone", "there"]);
});

test("a rename that was not synced is done or undone, never half", async () => {
  const disk = new SimulatedDisk();
  await syncedFile(disk, "/checkpoint", 5);
  await syncedFile(disk, "/checkpoint.tmp", 7);
  disk.rename("/checkpoint.tmp", "/checkpoint");
  const look = (after: SimulatedDisk) =>
    after
      .list("/")
      .map((entry) => `${entry.name}=${entry.bytes}`)
      .join(" ");
  const expected = ["checkpoint=5 checkpoint.tmp=7", "checkpoint=7"];
  assert.deepEqual([...outcomes(disk, look)].toSorted(), expected);
});

test("an unlink that was not synced may come undone, and a synced one may not", async () => {
  const disk = new SimulatedDisk();
  await syncedFile(disk, "/a", 1);
  await syncedFile(disk, "/b", 1);
  await disk.unlink("/a");
  await disk.syncFolder("/");
  await disk.unlink("/b");
  const look = (after: SimulatedDisk) =>
    after
      .list("/")
      .map((entry) => entry.name)
      .join(" ");
  assert.deepEqual([...outcomes(disk, look)].toSorted(), ["", "b"]);
});

test("a folder sync makes durable what the names in it depend on in other folders", async () => {
  const disk = new SimulatedDisk();
  disk.makeFolder("/x");
  disk.makeFolder("/y");
  await disk.syncFolder("/");
  await syncedFile(disk, "/x/a", 1);
  disk.open("/y/a", { mode: "new" });
  disk.rename("/x/a", "/y/a");
  await disk.syncFolder("/x");
  const look = (after: SimulatedDisk) => `${after.list("/x").length} ${after.list("/y")[0]?.bytes}`;
  assert.deepEqual([...outcomes(disk, look)], ["0 1"]);
});

test("after a failed sync the data is gone though it can be read and the next sync succeeds", async () => {
  const disk = new SimulatedDisk();
  const file = await syncedFile(disk, "/log", 100);
  file.append([bytes(50, 2)]);
  const heal = disk.failAt((call) => call.kind === "sync", "EIO");
  await assert.rejects(file.sync(), { code: "EIO", path: "/log" });
  heal();
  await file.sync();
  assert.equal(read(disk, "/log").length, 150);
  for (const seed of SEEDS) {
    const tail = read(disk.crash(new SimulatedRandom(seed)), "/log").subarray(100);
    assert.ok(
      tail.every((byte) => byte === 0),
      "nothing of the dropped bytes survives",
    );
  }
});

test("a fault at a call number hits that call once", () => {
  const disk = new SimulatedDisk();
  const file = disk.open("/log", { mode: "any" });
  disk.failAt(disk.callCount + 2, "EIO");
  file.append([bytes(10, 1)]);
  assert.throws(() => file.append([bytes(10, 2)]), { name: "DiskError", code: "EIO" });
  assert.ok(file.bytes >= 10 && file.bytes <= 20, "a part may have been written");
  file.truncate(10);
  file.append([bytes(10, 3)]);
  assert.equal(file.bytes, 20);
});

test("a fault by predicate hits every such call until it is taken back", () => {
  const disk = new SimulatedDisk();
  const file = disk.open("/log", { mode: "any" });
  const heal = disk.failAt((call) => call.kind === "append" && call.path === "/log", "ENOSPC");
  assert.throws(() => file.append([bytes(1, 1)]), { code: "ENOSPC" });
  assert.throws(() => file.append([bytes(1, 1)]), { code: "ENOSPC" });
  heal();
  file.truncate(0);
  file.append([bytes(1, 1)]);
  assert.equal(file.bytes, 1);
});

test("from the call at which the machine crashes on, nothing works until the disk is opened anew", async () => {
  const disk = new SimulatedDisk();
  const file = await syncedFile(disk, "/log", 10);
  disk.crashAt(disk.callCount + 1);
  assert.throws(() => file.append([bytes(1, 2)]), { name: "CrashError", code: "CRASHED" });
  assert.throws(() => disk.stat("/log"), { code: "CRASHED" });
  await assert.rejects(file.sync(), { code: "CRASHED" });
  assert.equal(disk.isCrashed, true);
  assert.equal(read(disk.crash(), "/log").length, 10);
});

test("a full disk takes what still fits, says ENOSPC, and takes more when there is room", async () => {
  const disk = new SimulatedDisk({ capacityBytes: 100 });
  const log = disk.open("/log", { mode: "new" });
  const other = disk.open("/other", { mode: "new" });
  other.append([bytes(60, 1)]);
  assert.throws(() => log.append([bytes(30, 1), bytes(30, 2)]), { code: "ENOSPC" });
  assert.equal(log.bytes, 40);
  assert.equal(disk.space("/").usableBytes, 0);
  log.truncate(0);
  await disk.unlink("/other");
  log.append([bytes(100, 1)]);
  assert.deepEqual(disk.space("/"), { totalBytes: 100, usableBytes: 0 });
});

test("a lock is held until it is released, and a crash frees it", () => {
  const disk = new SimulatedDisk();
  const lock = disk.lock("/.lock");
  assert.throws(() => disk.lock("/.lock"), { code: "LOCKED" });
  lock.release();
  disk.lock("/.lock");
  disk.crash().lock("/.lock");
});

test("a file stays usable when its name is gone or has changed", async () => {
  const disk = new SimulatedDisk();
  const file = disk.open("/a", { mode: "new" });
  disk.rename("/a", "/b");
  file.append([bytes(3, 7)]);
  assert.equal(disk.stat("/b")?.bytes, 3);
  await disk.unlink("/b");
  assert.equal(file.readAt(new Uint8Array(10), 1), 2);
});

test("open, list, read whole and remove answer as a disk does", async () => {
  const disk = new SimulatedDisk();
  assert.throws(() => disk.open("/no/file", { mode: "any" }), { code: "ENOENT" });
  assert.throws(() => disk.open("/no", { mode: "existing" }), { code: "ENOENT" });
  disk.makeFolder("/a/b");
  disk.open("/a/b/c", { mode: "new" }).append([bytes(5, 1)]);
  assert.throws(() => disk.open("/a/b/c", { mode: "new" }), { code: "EEXIST" });
  assert.throws(() => disk.readWhole("/a/b/c", 4), { code: "TOO_LARGE" });
  assert.deepEqual(disk.list("/a"), [{ name: "b", kind: "folder", bytes: 0, modifiedMs: 0 }]);
  await assert.rejects(disk.unlink("/a"), { code: "OTHER" });
  await disk.removeFolder("/a");
  assert.equal(disk.stat("/a/b/c"), undefined);
  assert.equal(disk.usedBytes, 0);
});
