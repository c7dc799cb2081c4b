import { SkipError, type SuiteContext } from "../runner/suite.ts";
import type { Client } from "./clients.ts";

/** Our broker does not serve KIP-848 yet: this goes when it does. */
const servesConsumerProtocol = false;

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
        if (client.protocol === "consumer" && target.name === "naru" && !servesConsumerProtocol) {
          throw new SkipError("Naru does not serve the consumer protocol yet");
        }
        const missing = await client.need.missing();
        if (missing !== undefined) throw new SkipError(missing);
        await body(client, `group-${index}`);
      });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}
