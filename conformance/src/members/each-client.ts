import { SkipError, type SuiteContext } from "../runner/suite.ts";
import type { Client } from "./clients.ts";

/** Skips a check that needs these clients where one of them cannot be had. */
export async function needClients(clients: readonly Client[]): Promise<void> {
  for (const { need } of clients) {
    const missing = await need.missing();
    if (missing !== undefined) throw new SkipError(missing);
  }
}

/** One check for each client, some at a time; each is given a name for its group and topic. */
export async function eachClient(
  { check }: SuiteContext,
  clients: readonly Client[],
  atOnce: number,
  body: (client: Client, name: string) => Promise<void>,
): Promise<void> {
  const queue = [...clients.entries()];
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [index, client] = next;
      await check(client.name, async () => {
        await needClients([client]);
        await body(client, `group-${index}`);
      });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}
