// Golden conversations: scripts of blocks, each of them commands, "----", and what came of them. A
// line that begins with # is a comment. UPDATE_GOLDEN=1 writes the answers anew.
import assert from "node:assert/strict";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { test } from "node:test";

/** One script under way; what is answered to a command is added to `heard`. */
interface Conversation {
  readonly heard: string[];
  perform(line: string): void | Promise<void>;
}

export type Options = Readonly<Record<string, string>>;

/** A line of words, of which those with a sign are options: `name word key=value word`. */
export function commandIn(line: string): {
  readonly name: string;
  readonly words: readonly string[];
  readonly options: Options;
} {
  const [name = "", ...rest] = line.split(" ");
  const isOption = (word: string): boolean => word.includes("=");
  const pairs = rest.filter(isOption).map((word) => {
    const at = word.indexOf("=");
    return [word.slice(0, at), word.slice(at + 1)] as const;
  });
  const words = rest.filter((word) => !isOption(word));
  return { name, words, options: Object.fromEntries(pairs) };
}

/** A test for each script in a folder. */
export function testConversations(folder: URL, begin: () => Conversation): void {
  for (const file of readdirSync(folder).toSorted()) {
    test(`a conversation about ${file.replace(".txt", "").replaceAll("-", " ")}`, async () => {
      const path = new URL(file, folder);
      const text = readFileSync(path, "utf8");
      const found = await replayed(text, begin());
      if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(path, found);
      else assert.equal(found, text);
    });
  }
}

/** The script with the answers of now. */
async function replayed(text: string, conversation: Conversation): Promise<string> {
  const blocks: string[] = [];
  for (const block of text.trim().split(/\n{2,}/)) {
    const [commands = ""] = block.split("\n----");
    for (const line of commands.split("\n")) {
      if (!line.startsWith("#")) await conversation.perform(line);
    }
    const heard = conversation.heard.splice(0).join("\n");
    blocks.push(`${commands}\n----\n${heard}`.trimEnd());
  }
  return `${blocks.join("\n\n")}\n`;
}
