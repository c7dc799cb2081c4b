export * from "./compression/index.ts";
export { crc32c, crc32cImplementation } from "./crc32c.ts";
export * from "./records/index.ts";
