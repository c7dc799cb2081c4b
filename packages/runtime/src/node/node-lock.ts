/**
 * Holds `<folder>/.lock` so that the kernel itself drops it with the process, however that ends. A
 * process id that is written down is never trusted: it may be another process's by now.
 *
 *   Linux        A listening unix socket in the abstract namespace, named after device and inode of
 *                the folder. The kernel gives a name to one socket only, so of two that start at
 *                once one wins, whether they are processes, threads or calls of one process. Links
 *                and mounts that lead to the same folder give the same name. Apache Kafka holds the
 *                same file with a POSIX record lock, which /proc/locks shows.
 *   macOS, BSD   The descriptor of the lock file is opened with O_EXLOCK (flock). Not tried.
 *   Windows      The lock file is opened for this process alone. Not tried.
 *
 * What it does not do: keep apart containers that share a folder but no network namespace (abstract
 * sockets) or no process namespace (/proc/locks), or machines that share one. And a Java broker
 * that is started on a folder which we hold cannot see that: Node has no POSIX record locks.
 */
import * as fs from "node:fs";
import * as net from "node:net";
import * as path from "node:path";

import { DiskError } from "../disk.ts";
import type { DiskLock } from "../disk.ts";
import { diskCall, osCodeOf, toDiskError } from "./node-disk-error.ts";
import { findJavaHolder, findOpener } from "./node-lock-holder.ts";

/** Takes the lock, or fails with code "LOCKED". The file is made where it is missing, and stays. */
export function lockFile(file: string): DiskLock {
  return process.platform === "linux" ? lockBySocket(file) : lockByOpening(file);
}

function lockBySocket(file: string): DiskLock {
  const { O_RDWR, O_CREAT } = fs.constants;
  const descriptor = diskCall("open", file, () => fs.openSync(file, O_RDWR | O_CREAT, 0o644));
  try {
    const socket = claim(abstractName(file));
    if (socket === undefined) throw lockedError(file, findOpener(descriptor));
    const javaHolder = findJavaHolder(descriptor);
    if (javaHolder !== undefined) {
      socket.close();
      throw lockedError(file, javaHolder);
    }
    // The open descriptor is how a process that is refused finds out who we are.
    return once(() => {
      socket.close();
      fs.closeSync(descriptor);
    });
  } catch (error) {
    fs.closeSync(descriptor);
    throw error;
  }
}

function abstractName(file: string): string {
  const folder = path.dirname(path.resolve(file));
  const { dev, ino } = diskCall("stat", folder, () => fs.statSync(folder, { bigint: true }));
  return `\0naru-${dev}-${ino}-${path.basename(file)}`;
}

/** undefined when the name is taken. */
function claim(name: string): net.Server | undefined {
  const server = net.createServer((socket) => socket.destroy());
  // Node binds at once and tells of a failure only in the next tick; `listening` knows it now.
  server.on("error", () => {});
  server.listen({ path: name, exclusive: true });
  if (!server.listening) return undefined;
  return server.unref();
}

function lockByOpening(file: string): DiskLock {
  const { O_RDWR, O_CREAT, O_NONBLOCK } = fs.constants;
  // Constants that Node knows and does not export: libuv's UV_FS_O_EXLOCK on Windows, O_EXLOCK
  // elsewhere.
  const exclusive = process.platform === "win32" ? 0x1000_0000 : 0x20 | O_NONBLOCK;
  try {
    const descriptor = fs.openSync(file, O_RDWR | O_CREAT | exclusive, 0o644);
    return once(() => fs.closeSync(descriptor));
  } catch (error) {
    const code = osCodeOf(error) ?? "";
    if (["EAGAIN", "EWOULDBLOCK", "EBUSY"].includes(code)) throw lockedError(file, undefined);
    throw toDiskError("open", file, error);
  }
}

function lockedError(file: string, holder: string | undefined): DiskError {
  const who = holder ?? "another process";
  const hint = `Stop ${who}, or start on another folder.`;
  return new DiskError(`${file}: held by ${who}, expected to be free. ${hint}`, {
    code: "LOCKED",
    path: file,
    hint,
  });
}

function once(release: () => void): DiskLock {
  let isHeld = true;
  return {
    release() {
      if (!isHeld) return;
      isHeld = false;
      release();
    },
  };
}
