// Writes everything that is generated: the messages of the protocol, then the reference pages.
//
//   npm run gen
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";

const messageGenerator = "packages/protocol/codegen/main.ts";

const root = path.dirname(import.meta.dirname);

function generateMessages(): void {
  const words = ["--conditions=@naru/source", messageGenerator];
  const result = spawnSync(process.execPath, words, { cwd: root, stdio: "inherit" });
  if (result.status !== 0) process.exit(result.status ?? 1);
}

async function writePages(): Promise<void> {
  // Loaded only now: the pages are made from modules that the step before may have written.
  const { renderPages } = await import("./generated-pages.ts");
  for (const page of await renderPages()) {
    const file = path.join(root, page.path);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, page.text);
    console.log(`wrote ${page.path}`);
  }
}

generateMessages();
await writePages();
