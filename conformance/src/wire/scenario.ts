import { within } from "../runner/waiting.ts";
import type { WireConnection } from "./connection.ts";

const ANSWER_LIMIT_MS = 4_000;

/** What came of a scenario: a line of text for each question, in the order of asking. */
export type Answers = Map<string, string>;

/** Asks and writes down; what differs from broker to broker by its nature is left out. */
export class Scenario {
  readonly answers: Answers = new Map();
  #connection: WireConnection;
  readonly #open: () => Promise<WireConnection>;

  constructor(connection: WireConnection, open: () => Promise<WireConnection>) {
    this.#connection = connection;
    this.#open = open;
  }

  /** A question on the common connection. */
  async ask(
    question: string,
    answer: (connection: WireConnection) => Promise<unknown>,
  ): Promise<void> {
    if (this.#connection.isClosed) this.#connection = await this.#open();
    await this.#record(question, this.#connection, answer);
  }

  /** The connection that questions have in common; a new one after the broker has closed it. */
  get connection(): WireConnection {
    return this.#connection;
  }

  /** A question on a connection of its own, for what may end the connection. */
  async askApart(
    question: string,
    answer: (connection: WireConnection) => Promise<unknown>,
  ): Promise<void> {
    using connection = await this.#open();
    await this.#record(question, connection, answer);
  }

  async #record(
    question: string,
    connection: WireConnection,
    answer: (connection: WireConnection) => Promise<unknown>,
  ): Promise<void> {
    if (this.answers.has(question)) throw new Error(`'${question}' is asked twice.`);
    const told = await within(question, ANSWER_LIMIT_MS, answer(connection)).catch(
      (error: unknown) => {
        if (connection.isClosed) return undefined;
        return error instanceof Error ? error.message : String(error);
      },
    );
    this.answers.set(question, told === undefined ? "closed" : textOf(told));
  }
}

/** As JSON with sorted keys; bytes as hexadecimal. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (part instanceof Uint8Array) return Buffer.from(part).toString("hex");
    if (typeof part === "object" && part !== null && !Array.isArray(part)) {
      return Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)));
    }
    return part;
  });
}
