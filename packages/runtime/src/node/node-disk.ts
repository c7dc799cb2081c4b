import * as fs from "node:fs";
import * as path from "node:path";

import { DiskError } from "../disk.ts";
import type { Disk, DiskEntry, DiskFile, DiskLock, DiskSpace, OpenOptions } from "../disk.ts";
import { diskCall, osCodeOf, toDiskError } from "./node-disk-error.ts";
import { NodeDiskFile } from "./node-disk-file.ts";
import { lockFile } from "./node-lock.ts";

const { O_RDWR, O_CREAT, O_EXCL } = fs.constants;
const openFlags = {
  existing: O_RDWR,
  new: O_RDWR | O_CREAT | O_EXCL,
  any: O_RDWR | O_CREAT,
} as const satisfies Record<OpenOptions["mode"], number>;

/** The operating system's files. */
export class NodeDisk implements Disk {
  open(file: string, options: OpenOptions): DiskFile {
    const flags = openFlags[options.mode];
    return new NodeDiskFile(
      file,
      diskCall("open", file, () => fs.openSync(file, flags)),
    );
  }

  stat(entry: string): DiskEntry | undefined {
    try {
      const stats = fs.statSync(entry, { throwIfNoEntry: false });
      return stats === undefined ? undefined : toEntry(path.basename(entry), stats);
    } catch (error) {
      // A part of the path is a file: nothing has this name either.
      if (osCodeOf(error) === "ENOTDIR") return undefined;
      throw toDiskError("stat", entry, error);
    }
  }

  list(folder: string): DiskEntry[] {
    const names = diskCall("list", folder, () => fs.readdirSync(folder)).toSorted();
    const entries: DiskEntry[] = [];
    for (const name of names) {
      // undefined when it was unlinked between the two calls.
      const entry = this.stat(path.join(folder, name));
      if (entry !== undefined) entries.push(entry);
    }
    return entries;
  }

  makeFolder(folder: string): void {
    diskCall("mkdir", folder, () => fs.mkdirSync(folder, { recursive: true }));
  }

  rename(from: string, to: string): void {
    diskCall("rename", from, () => fs.renameSync(from, to));
  }

  async unlink(file: string): Promise<void> {
    await fs.promises.unlink(file).catch((error: unknown) => {
      throw toDiskError("unlink", file, error);
    });
  }

  async removeFolder(folder: string): Promise<void> {
    await fs.promises.rm(folder, { recursive: true }).catch((error: unknown) => {
      throw toDiskError("remove", folder, error);
    });
  }

  async syncFolder(folder: string): Promise<void> {
    // Windows has no sync of a folder; NTFS keeps the order of changes to names in its journal.
    if (process.platform === "win32") return;
    try {
      const handle = await fs.promises.open(folder, "r");
      try {
        await handle.sync();
      } finally {
        await handle.close();
      }
    } catch (error) {
      throw toDiskError("fsync", folder, error);
    }
  }

  space(folder: string): DiskSpace {
    const stats = diskCall("statfs", folder, () => fs.statfsSync(folder));
    return {
      totalBytes: stats.blocks * stats.bsize,
      usableBytes: stats.bavail * stats.bsize,
    };
  }

  readWhole(file: string, maxBytes: number): Uint8Array {
    const opened = diskCall("open", file, () => fs.openSync(file, "r"));
    try {
      const bytes = diskCall("fstat", file, () => fs.fstatSync(opened)).size;
      if (bytes > maxBytes) {
        throw new DiskError(`${file}: has ${bytes} bytes, at most ${maxBytes} were expected.`, {
          code: "TOO_LARGE",
          path: file,
        });
      }
      return diskCall("read", file, () => fs.readFileSync(opened));
    } finally {
      fs.closeSync(opened);
    }
  }

  lock(file: string): DiskLock {
    return lockFile(file);
  }
}

function toEntry(name: string, stats: fs.Stats): DiskEntry {
  const isFolder = stats.isDirectory();
  return {
    name,
    kind: isFolder ? "folder" : "file",
    bytes: isFolder ? 0 : stats.size,
    modifiedMs: Math.floor(stats.mtimeMs),
  };
}
