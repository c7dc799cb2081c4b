import { DiskError } from "@naru/runtime";
import type { Disk, Timer } from "@naru/runtime";

import type { LogCore } from "./log-core.ts";

/**
 * Removes those that are there. A segment that was cleaned twice, or cleaned and then deleted, had
 * its name twice in a short time: the later `.deleted` took the place of the earlier one.
 */
export async function removeFiles(disk: Disk, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    try {
      await disk.unlink(path);
    } catch (error) {
      if (!(error instanceof DiskError) || error.code !== "ENOENT") throw error;
    }
  }
}

/**
 * Runs `removal` once `file.delete.delay.ms` have passed; a log that is closed before leaves it to
 * the next start.
 */
export function removeLater(core: LogCore, removal: () => Promise<void>): void {
  const { clock } = core.parts.runtime;
  const timer: Timer = clock.schedule(core.config.fileDeleteDelayMs, () => {
    core.removals.delete(timer);
    removal().catch((error: unknown) => core.failed(error));
  });
  core.removals.add(timer);
}
