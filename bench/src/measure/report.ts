import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

const resultsFolder = path.join(import.meta.dirname, "..", "..", "results");

const RULES =
  "Medians (min-max) of rounds in which the brokers took turns. Client and broker share the machine:\n" +
  "what travels to another one are ratios within one run and what a CPU-second of the broker does\n" +
  "(user and system time of its process alone), not figures per second. MB = 2^20 bytes.";

/** What a question finds out, printed as it comes and kept for a dated file. */
export class Report {
  readonly #name: string;
  readonly #lines: string[] = [];

  constructor(name: string, about: string) {
    this.#name = name;
    this.line(`${name}: ${about}`);
    this.line(`${today()}, ${machine()}`);
    this.line(RULES);
  }

  line(text = ""): void {
    console.log(text);
    this.#lines.push(text);
  }

  /** Columns as wide as they need to be; the first row is the head. */
  table(rows: readonly (readonly string[])[]): void {
    const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
    for (const row of rows) {
      const cells = row.map((cell, column) => cell.padEnd(widths[column]!));
      this.line(cells.join("  ").trimEnd());
    }
  }

  /** Writes all of it into bench/results; returns the file. */
  save(): string {
    fs.mkdirSync(resultsFolder, { recursive: true });
    const file = path.join(resultsFolder, `${today()}-${this.#name}.txt`);
    fs.writeFileSync(file, `${this.#lines.join("\n")}\n`);
    return file;
  }
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

function machine(): string {
  const [cpu] = os.cpus();
  const gigabytes = Math.round(os.totalmem() / 2 ** 30);
  const system = `${os.type()} ${os.release()}, Node ${process.version}`;
  const load = `load before: ${os.loadavg()[0]!.toFixed(1)}`;
  return `${os.cpus().length} x ${cpu?.model.trim()}, ${gigabytes} GB, ${system}, ${load}`;
}
