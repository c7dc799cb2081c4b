import { SkipError, type SuiteContext } from "../runner/suite.ts";
import type { TargetName } from "../runner/target.ts";
import type { Client } from "./clients.ts";

/** Our broker does not serve KIP-848 yet: this goes when it does. */
const servesConsumerProtocol = false;

/** Skips a check that needs these clients where one of them cannot be had. */
export async function needClients(target: TargetName, clients: readonly Client[]): Promise<void> {
  for (const { protocol, need } of clients) {
    if (protocol === "consumer" && target === "naru" && !servesConsumerProtocol) {
      throw new SkipError("Naru does not serve the consumer protocol yet");
    }
    const missing = await need.missing();
    if (missing !== undefined) throw new SkipError(missing);
  }
}

/** One check for each client, some at a time; each is given a name for its group and topic. */
export async function eachClient(
  { target, check }: SuiteContext,
  clients: readonly Client[],
  atOnce: number,
  body: (client: Client, name: string) => Promise<void>,
): Promise<void> {
  const queue = [...clients.entries()];
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [index, client] = next;
      await check(client.name, async () => {
        await needClients(target.name, [client]);
        await body(client, `group-${index}`);
      });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}
