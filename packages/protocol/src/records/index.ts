export * from "./batch-frame.ts";
export * from "./batch-header.ts";
export * from "./record-batch.ts";
export { RecordCursor } from "./record-cursor.ts";
export * from "./validate-batch.ts";
export * from "./walk-records.ts";
export * from "./control-batch.ts";
export * from "./record-batch-builder.ts";
export * from "./record-reader.ts";
