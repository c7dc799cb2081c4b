import { RunningProcess } from "../runner/processes.ts";
import type { Client } from "./clients.ts";
import type { GroupLedger } from "./ledger.ts";
import type { MemberEvent, MemberOptions } from "./member-program.ts";

/** Members that come and go together: one process, or with kcat one each. */
export class Crew {
  readonly client: Client;
  readonly members: readonly string[];
  readonly #processes: readonly RunningProcess[];
  readonly #refused: string[] = [];

  constructor(client: Client, options: MemberOptions, ledger: GroupLedger) {
    this.client = client;
    this.members = Array.from(
      { length: options.members },
      (_, index) => `${options.name}-${index}`,
    );
    const take = (event: MemberEvent): void => {
      if (event.event === "refused") this.#refused.push(event.message);
      ledger.take(event);
    };
    const [command = "", ...words] = client.program(options);
    if (client.isKcat !== true) {
      const onLine = (line: string): void => takeJson(line, take);
      this.#processes = [new RunningProcess(command, words, { onLine })];
      return;
    }
    this.#processes = this.members.map((member) => {
      const onLine = (line: string): void => takeKcat(line, member, take);
      return new RunningProcess(command, words, { onLine });
    });
  }

  /** For a message about a failure. */
  get lastWords(): string {
    const said = this.#processes.map(({ stderr }) => stderr.slice(-500)).join("");
    return `${this.members[0]}...: ${[...new Set(this.#refused.slice(-20))].join("; ")} ${said}`;
  }

  /** They leave the group, and their processes end. */
  async leave(): Promise<void> {
    for (const one of this.#processes) {
      if (this.client.isKcat === true) one.signal("SIGTERM");
      else one.endInput();
    }
    await this.#ended();
  }

  async kill(): Promise<void> {
    for (const one of this.#processes) one.signal("SIGKILL");
    await this.#ended();
  }

  pause(): void {
    for (const one of this.#processes) one.signal("SIGSTOP");
  }

  goOn(): void {
    for (const one of this.#processes) one.signal("SIGCONT");
  }

  async #ended(): Promise<void> {
    await Promise.all(this.#processes.map(({ exited }) => exited));
  }
}

function takeJson(line: string, take: (event: MemberEvent) => void): void {
  // What a runtime itself has to say is no event; it stays in the process's output.
  if (line.startsWith("{")) take(JSON.parse(line) as MemberEvent);
}

/** kcat prints `partition-offset` for each record, and says its rebalances. */
function takeKcat(line: string, member: string, take: (event: MemberEvent) => void): void {
  const at = performance.timeOrigin + performance.now();
  const record = /^(\d+)-(\d+)$/.exec(line);
  if (record !== null) {
    take({
      at,
      member,
      event: "records",
      partition: Number(record[1]),
      offsets: [Number(record[2])],
    });
    return;
  }
  const change = / rebalanced \(.*?\): (assigned|revoked)/.exec(line);
  if (change === null) return;
  const partitions = [...line.matchAll(/\[(\d+)\]/g)].map(([, index]) => Number(index));
  take({ at, member, event: change[1] as "assigned" | "revoked", partitions });
}
