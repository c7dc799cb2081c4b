/** One row of the table of wire errors. */
export interface ErrorDefinition {
  /** The number on the wire. */
  readonly code: number;
  /** Whether the same request may succeed later, as Kafka's own clients see it. */
  readonly retriable: boolean;
  readonly description: string;
}
