import type { Disk, Timer } from "@naru/runtime";

import type { LogCore } from "./log-core.ts";

export async function removeFiles(disk: Disk, paths: readonly string[]): Promise<void> {
  for (const path of paths) await disk.unlink(path);
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
