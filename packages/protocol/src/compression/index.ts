export * from "./compression-type.ts";
