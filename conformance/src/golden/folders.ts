import * as path from "node:path";
import { oldestFormat } from "../kafka/server.ts";

/** A folder that Apache Kafka wrote, with what it holds as text beside it. */
export interface GoldenFolder {
  readonly name: string;
  readonly about: string;
  /** Words for `kafka-storage format`. */
  readonly format: readonly string[];
  readonly end: "stop" | "kill";
  /** Transactions as Transactions.java takes them. */
  readonly transactions: readonly string[];
}

const closed = ["commit:5", "abort:3", "commit:2", "abort:1"];

export const goldenFolders: readonly GoldenFolder[] = [
  {
    name: "metadata-25-stopped",
    about: "metadata.version 25, stopped cleanly",
    format: oldestFormat,
    end: "stop",
    transactions: closed,
  },
  {
    name: "metadata-25-killed",
    about: "metadata.version 25, killed with a transaction open",
    format: oldestFormat,
    end: "kill",
    transactions: [...closed, "open:2"],
  },
  {
    name: "defaults-stopped",
    about: "all that Kafka 4.3 finalizes by itself, stopped cleanly",
    format: [],
    end: "stop",
    transactions: closed,
  },
];

const home = path.join(import.meta.dirname, "..", "..", "golden");

/** Where the folder is kept. */
export function pathOf(folder: GoldenFolder): string {
  return path.join(home, folder.name);
}

/** The text of what it holds. */
export function expectedFileOf(folder: GoldenFolder): string {
  return path.join(home, `${folder.name}.txt`);
}
