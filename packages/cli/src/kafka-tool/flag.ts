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
