import type { FlagName, Given } from "./flags.ts";

/** What can be configured, in the order in which Kafka's tool names it. */
export const entityTypes = [
  "topics",
  "clients",
  "users",
  "brokers",
  "ips",
  "client-metrics",
  "groups",
  "broker-loggers",
] as const;
export type EntityType = (typeof entityTypes)[number];

type Short = readonly (readonly [FlagName, EntityType])[];

const withName: Short = [
  ["topic", "topics"],
  ["client", "clients"],
  ["user", "users"],
  ["broker", "brokers"],
  ["broker-logger", "broker-loggers"],
  ["ip", "ips"],
  ["client-metrics", "client-metrics"],
  ["group", "groups"],
];
const ofDefaults: Short = [
  ["client-defaults", "clients"],
  ["user-defaults", "users"],
  ["broker-defaults", "brokers"],
  ["ip-defaults", "ips"],
];

/** Whether a flag such as --topic stands for type and name. */
export function hasShortFlag(given: Given): boolean {
  return [...withName, ...ofDefaults].some(([flag]) => given.has(flag));
}

/** The types as they were given, right or wrong. */
export function typesIn(given: Given): string[] {
  const short = [...withName, ...ofDefaults].filter(([flag]) => given.has(flag));
  return [...given.all("entity-type"), ...short.map(([, type]) => type)];
}

/** The names as they were given; "" stands for the default. */
export function namesIn(given: Given): string[] {
  const names = [...given.all("entity-name")];
  const long = given.order.flatMap((flag) => {
    if (flag === "entity-default") return [""];
    return flag === "entity-name" ? names.splice(0, 1) : [];
  });
  return [
    ...long,
    ...withName.flatMap(([flag]) => given.text(flag) ?? []),
    ...ofDefaults.flatMap(([flag]) => (given.has(flag) ? [""] : [])),
  ];
}

/** One of a type: the topic of topics. */
export function singular(type: string): string {
  return type.slice(0, -1);
}
