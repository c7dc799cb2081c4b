export * from "./batch-frame.ts";
export * from "./batch-header.ts";
export * from "./record-batch.ts";
