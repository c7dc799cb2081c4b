// The naru command. Only what a command needs is loaded, when it is needed.
import { failureText } from "./failure.ts";
import { processIo, type Io } from "./io.ts";
import { kafkaTools } from "./kafka-tools.ts";

// A command may wait for a bare timer alone, and those of Clock do not keep a process alive.
// oxlint-disable-next-line no-restricted-globals -- there is no other way to stay
setInterval(() => {}, 2 ** 30);

process.exitCode = await main(process.argv.slice(2), processIo());
await new Promise<void>((resolve) => process.stdout.write("", () => resolve()));
// Connections that linger must not keep a finished command alive.
process.exit();

async function main(words: readonly string[], io: Io): Promise<number> {
  try {
    const [name = "", ...rest] = words;
    if (Object.hasOwn(kafkaTools, name)) {
      const { processServices } = await import("./process-services.ts");
      const tool = await kafkaTools[name as keyof typeof kafkaTools]();
      return await tool(rest, await processServices(), io);
    }
    return await naru(words, io);
  } catch (error) {
    io.err(failureText(error));
    return 1;
  }
}

async function naru(words: readonly string[], io: Io): Promise<number> {
  const [{ parseWords }, { commands }] = await Promise.all([
    import("./program.ts"),
    import("./commands.ts"),
  ]);
  const parsed = parseWords(words.length === 0 ? ["--help"] : words, commands, {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  });
  if (typeof parsed === "number") return parsed;
  const [{ processServices }, run] = await Promise.all([
    import("./process-services.ts"),
    parsed.command.load(),
  ]);
  return run(parsed.options, await processServices(), io);
}
