/** One flag of a look-alike, declared once: reading, checks and help come from it. */
export interface Flag {
  /** What stands for the value in the help; a flag without one is a switch. */
  readonly value?: string;
  /** May stand without its value. */
  readonly isOptional?: boolean;
  /** The flags of which one must be there, too; when left out it goes with all. */
  readonly onlyWith?: readonly string[];
  readonly doc: string;
}

/** The flag of tools whose client is an administrator. */
export const commandConfig = {
  value: "String: command config property file",
  doc: "A properties file with settings for the connection.",
} as const satisfies Flag;

/** Two flags of every tool; `runTool` serves them. */
export const helpAndVersion = {
  help: { doc: "Print this." },
  version: { doc: "Print the version of Apache Kafka whose tool this follows." },
} as const satisfies Record<string, Flag>;
