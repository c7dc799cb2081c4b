import * as fs from "node:fs";
import { apacheKafkaMissing } from "../kafka/installation.ts";
import { hasCommand } from "./processes.ts";
import type { Need } from "./suite.ts";

/** A command on the path. */
export function command(name: string): Need {
  return {
    missing: async () => ((await hasCommand(name)) ? undefined : `there is no ${name}`),
  };
}

/** Apache Kafka's jars, which Maven brings when they are not there yet. */
export const apacheKafka: Need = { missing: apacheKafkaMissing };

/** Linux's /proc, where the memory of a process can be read. */
export const procFiles: Need = {
  missing: async () => (fs.existsSync("/proc/self/status") ? undefined : "there is no /proc"),
};

/** The right to mount a small disk. */
export const root: Need = {
  missing: async () =>
    process.getuid?.() === 0 ? undefined : "only root can mount a small disk to fill",
};
