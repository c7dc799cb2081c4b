import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import mutableFs, * as fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import * as os from "node:os";
import * as path from "node:path";
import { after, mock, test } from "node:test";

import { NodeDisk } from "./node-disk.ts";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "naru-disk-"));
after(() => fs.rmSync(folder, { recursive: true }));
const disk = new NodeDisk();

function at(name: string): string {
  return path.join(folder, name);
}

function patterned(length: number): Buffer {
  return Buffer.from(Array.from({ length }, (_, index) => (index * 7) % 256));
}

test("appends of any shape land one after the other", async () => {
  const file = disk.open(at("append"), { mode: "new" });
  const small = patterned(1000);
  const large = patterned(2_500_000);
  const inner = [large.subarray(0, 1_200_000), small, large.subarray(1_200_000), small];
  file.append([]);
  file.append([small]);
  file.append([small.subarray(0, 100), small.subarray(100)]);
  file.append(inner);
  file.append([large]);
  const expected = Buffer.concat([small, small, ...inner, large]);
  assert.equal(file.bytes, expected.length);
  await file.sync();
  file.close();
  assert.ok(expected.equals(disk.readWhole(at("append"), 10_000_000)));
});

test("a short write goes on where it ended, and no call is over 1 MiB", () => {
  const file = disk.open(at("short"), { mode: "new" });
  const calls: number[] = [];
  const writev = fs.writevSync.bind(fs);
  // As on a disk that is nearly full: a part of the first chunk, then a part of the second.
  const stub = mock.method(
    mutableFs,
    "writevSync",
    (descriptor: number, chunks: readonly Uint8Array[], position: number) => {
      const all = Buffer.concat(chunks);
      calls.push(all.length);
      return writev(descriptor, [all.subarray(0, Math.ceil(all.length / 3))], position);
    },
  );
  syncBuiltinESMExports();
  const chunks = [patterned(900_000), patterned(30), patterned(1_300_000), patterned(5)];
  try {
    file.append(chunks);
  } finally {
    stub.mock.restore();
    syncBuiltinESMExports();
  }
  assert.ok(calls.length > 3, "the stub was used");
  assert.ok(Math.max(...calls) <= 1_048_576);
  assert.ok(Buffer.concat(chunks).equals(disk.readWhole(at("short"), 10_000_000)));
  file.close();
});

test("reads stop at the end, in place and off the event loop", async () => {
  const file = disk.open(at("read"), { mode: "any" });
  file.append([patterned(100)]);
  const target = Buffer.alloc(60);
  assert.equal(file.readAt(target, 70), 30);
  assert.deepEqual(target.subarray(0, 30), patterned(100).subarray(70));
  assert.equal(await file.readCold(target, 20), 60);
  assert.deepEqual(target, patterned(100).subarray(20, 80));
  assert.equal(file.readAt(target, 1000), 0);
  file.close();
});

test("writing inside the file and cutting it move its end as said", () => {
  const file = disk.open(at("inside"), { mode: "new" });
  file.append([Buffer.from("0123456789")]);
  file.writeAt(Buffer.from("ab"), 4);
  assert.throws(() => file.writeAt(Buffer.from("ab"), 9), { code: "ASSERTION_FAILED" });
  file.truncate(6);
  file.append([Buffer.from("!")]);
  file.truncate(9);
  assert.equal(Buffer.from(disk.readWhole(at("inside"), 100)).toString(), "0123ab!\0\0");
  assert.equal(file.bytes, 9);
  file.close();
});

test("a file that is closed during a sync is closed after it", async () => {
  const file = disk.open(at("closing"), { mode: "new" });
  file.append([Buffer.from("x")]);
  const close = mock.method(mutableFs, "close");
  syncBuiltinESMExports();
  try {
    const sync = file.sync();
    file.close();
    // Closed now, its number could be another file's by the time the sync runs.
    assert.equal(close.mock.callCount(), 0);
    await sync;
    file.close();
    assert.equal(close.mock.callCount(), 1);
  } finally {
    close.mock.restore();
    syncBuiltinESMExports();
  }
  await assert.rejects(file.sync(), { code: "OTHER", message: /after it had been closed/ });
  assert.throws(() => file.append([Buffer.from("x")]), { code: "OTHER" });
});

test("modes of opening: existing needs the file, new needs none, any takes both", () => {
  const name = at("modes");
  assert.throws(() => disk.open(name, { mode: "existing" }), { name: "DiskError", code: "ENOENT" });
  disk.open(name, { mode: "new" }).close();
  assert.throws(() => disk.open(name, { mode: "new" }), { code: "EEXIST", path: name });
  disk.open(name, { mode: "existing" }).close();
  disk.open(name, { mode: "any" }).close();
});

test("folders: make with parents, list by name, rename, sync, remove", async () => {
  disk.makeFolder(at("a/b"));
  disk.open(at("a/z"), { mode: "new" }).append([Buffer.from("zz")]);
  disk.open(at("a/Z"), { mode: "new" }).close();
  disk.rename(at("a/b"), at("a/c"));
  await disk.syncFolder(at("a"));
  const entries = disk.list(at("a")).map(({ name, kind, bytes }) => `${kind} ${name} ${bytes}`);
  assert.deepEqual(entries, ["file Z 0", "folder c 0", "file z 2"]);
  assert.equal(disk.stat(at("a/z/below-a-file")), undefined);
  assert.ok(Math.abs(disk.stat(at("a/z"))!.modifiedMs - Date.now()) < 60_000);
  await disk.unlink(at("a/z"));
  await assert.rejects(disk.unlink(at("a/z")), { code: "ENOENT" });
  await disk.removeFolder(at("a"));
  assert.equal(disk.stat(at("a")), undefined);
  assert.throws(() => disk.list(at("a")), { code: "ENOENT" });
  await assert.rejects(disk.syncFolder(at("a")), { code: "ENOENT" });
});

test("a whole file that is larger than expected is refused", () => {
  disk.open(at("whole"), { mode: "new" }).append([Buffer.alloc(11)]);
  assert.throws(() => disk.readWhole(at("whole"), 10), {
    code: "TOO_LARGE",
    message: /has 11 bytes, at most 10 were expected/,
  });
});

test("the room of a volume is known", () => {
  const { totalBytes, usableBytes } = disk.space(folder);
  assert.ok(totalBytes > 0 && usableBytes > 0 && usableBytes <= totalBytes);
});

// /dev/full is Linux's device that is always full.
test("a full disk is ENOSPC", { skip: !fs.existsSync("/dev/full") && "no /dev/full" }, () => {
  const file = disk.open("/dev/full", { mode: "existing" });
  assert.throws(() => file.append([Buffer.alloc(10)]), {
    code: "ENOSPC",
    hint: /Make room/,
    message: /\/dev\/full: write failed: ENOSPC/,
  });
  assert.equal(file.bytes, 0, "what was not written does not count");
  file.close();
});

// The tool strace makes the operating system's own call fail, so that the code is the real one.
test("a sync that fails is EIO", { skip: skipStrace() }, () => {
  const script = `
    import { nodeRuntime } from "@naru/runtime/node";
    const file = nodeRuntime().disk.open(${JSON.stringify(at("failing"))}, { mode: "any" });
    file.append([new Uint8Array(10)]);
    console.log(await file.sync().catch((error) => error.name + " " + error.code));
  `;
  const inject = "inject=fdatasync:error=EIO";
  const words = ["-f", "-qq", "-o", "/dev/null", "-e", "trace=fdatasync", "-e", inject];
  const node = [process.execPath, "--conditions=@naru/source", "--input-type=module", "-e", script];
  const cwd = import.meta.dirname;
  const options = { cwd, encoding: "utf8", timeout: 30_000 } as const;
  const result = spawnSync("strace", [...words, ...node], options);
  assert.equal(result.stdout, "DiskError EIO\n", result.stderr);
});

function skipStrace(): string | false {
  const isThere = spawnSync("strace", ["-qq", "-o", "/dev/null", "true"]).status === 0;
  return isThere ? false : "strace is not here, or may not trace";
}
