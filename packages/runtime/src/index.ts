export { assert, AssertionError } from "./assert.ts";
export type { Clock, Timer } from "./clock.ts";
export type {
  CamelCase,
  ConfigDefinition,
  ConfigRule,
  ConfigState,
  ConfigType,
  ConfigValue,
  ConfigValues,
} from "./config-definition.ts";
export { camelCase, formatDouble, parseConfigValue, toConfigValues } from "./config-value.ts";
export type { AnyConfigValue } from "./config-rule.ts";
export type { ParsedConfigValue } from "./config-value.ts";
export { DiskError } from "./disk.ts";
export type {
  Disk,
  DiskEntry,
  DiskErrorCode,
  DiskFile,
  DiskLock,
  DiskSpace,
  OpenOptions,
} from "./disk.ts";
export { silentLogger } from "./logger.ts";
export type { Logger, LogLevel } from "./logger.ts";
export { NetworkError } from "./network.ts";
export type {
  Accept,
  ConnectAddress,
  Connection,
  ListenAddress,
  Listener,
  Network,
  Receiver,
} from "./network.ts";
export type { Random } from "./random.ts";
export type { Runtime } from "./runtime.ts";
export type { Job, Workers } from "./workers.ts";
