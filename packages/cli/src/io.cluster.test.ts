// Goal: a reader that goes away (`| head`) ends a command as it should end.
// Method: the real command, from its sources, with a broker in this process.
import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import * as path from "node:path";
import { after, test } from "node:test";
import { startBroker, type Broker } from "@naru/broker";

const main = path.join(import.meta.dirname, "main.ts");
const children: ChildProcess[] = [];
let broker: Broker | undefined;

after(async () => {
  for (const child of children) child.kill("SIGKILL");
  await broker?.close();
});

function naru(server: string, line: string): ChildProcess {
  const words = [...line.split(" "), "--bootstrap-server", server];
  const child = spawn(process.execPath, ["--conditions=@naru/source", main, ...words]);
  children.push(child);
  return child;
}

async function output(child: ChildProcess, input = ""): Promise<string> {
  let text = "";
  let errors = "";
  child.stderr?.on("data", (bytes: Buffer) => (errors += bytes.toString()));
  child.stdout?.on("data", (bytes: Buffer) => (text += bytes.toString()));
  child.stdin?.end(input);
  const [code] = await once(child, "close");
  assert.equal(code, 0, errors);
  return text;
}

test("members whose output nobody reads any more leave their group and end with 0", async () => {
  broker = await startBroker();
  const { bootstrapServers } = broker;
  await output(naru(bootstrapServers, "topic create lines"));
  const lines = Array.from({ length: 50_000 }, (_, i) => `line ${i}\n`).join("");
  await output(naru(bootstrapServers, "produce lines"), lines);
  for (const line of [
    "consume lines --group g --from-beginning",
    "kafka-console-consumer --topic lines --group k --from-beginning",
  ]) {
    const child = naru(bootstrapServers, line);
    await once(child.stdout!, "data");
    child.stdout!.destroy();
    const [code] = await once(child, "exit");
    assert.equal(code, 0, line);
  }
  const groups = JSON.parse(await output(naru(bootstrapServers, "group list --json")));
  const states = groups.map(({ name, state }: Record<string, string>) => `${name} ${state}`);
  assert.deepEqual(states.toSorted(), ["g Empty", "k Empty"]);
});
