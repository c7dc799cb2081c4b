import type { ClassicGroup } from "./classic/classic-group.ts";
import type { ConsumerGroup } from "./consumer/consumer-group.ts";

/** A group, by the protocol that its members speak: `type` says which, as ListGroups does. */
export type Group = ClassicGroup | ConsumerGroup;
