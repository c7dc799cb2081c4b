// A process of a test: takes the lock, says how that went, and then waits to be ended.
import { NodeDisk } from "../node-disk.ts";

try {
  new NodeDisk().lock(process.argv[2]!);
  process.stdout.write("held\n");
  setInterval(() => {}, 1000);
} catch (error) {
  process.stdout.write(`${(error as Error).message}\n`);
}
