export { memoryRuntime } from "./memory-runtime.ts";
export { nodeLogger } from "./node-logger.ts";
export { nodeRuntime } from "./node-runtime.ts";
export type { NodeRuntimeOptions } from "./node-runtime.ts";
