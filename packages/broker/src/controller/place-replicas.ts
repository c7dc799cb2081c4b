/**
 * Where the replicas of new partitions go: striped over racks and brokers, as Kafka's own placer.
 *
 *   three racks, two brokers each        partition 0   a1 b1 c1
 *     a: a1 a2                           partition 1   b2 c2 a2
 *     b: b1 b2                           partition 2   c1 a1 b1   ...
 *     c: c1 c2
 *
 * Each replica of a partition is in another rack while there are racks left; leaders go round; the
 * start is random, so that topics with one partition do not all meet on one broker. Fenced brokers
 * get replicas, too, but never the first one.
 */
import type { Random } from "@naru/runtime";
import type { BrokersImage } from "../metadata/brokers-image.ts";

export interface Placement {
  readonly partitions: number;
  readonly replicationFactor: number;
}

/** A list of replicas for each partition, or why there is none, in Kafka's words. */
export function placeReplicas(
  { partitions, replicationFactor }: Placement,
  brokers: BrokersImage,
  random: Random,
): readonly (readonly number[])[] | string {
  const usable = [...brokers.values()].filter((broker) => !broker.inControlledShutdown);
  if (replicationFactor <= 0) {
    return `Invalid replication factor ${replicationFactor}: the replication factor must be positive.`;
  }
  if (usable.every((broker) => broker.fenced)) return "All brokers are currently fenced.";
  if (replicationFactor > usable.length) {
    return (
      `The target replication factor of ${replicationFactor} cannot be reached because only ` +
      `${usable.length} broker(s) are registered or some brokers have all their log directories ` +
      "cordoned."
    );
  }
  const unfenced = rackOrder(usable.filter((broker) => !broker.fenced));
  const fenced = rackOrder(usable.filter((broker) => broker.fenced));
  const start = random.integer(unfenced.length);
  return Array.from({ length: partitions }, (_, partition) => {
    const from = (start + partition) % unfenced.length;
    // Those behind the first come in another order each time round, or one failing broker would
    // hand all its leaderships to the same next one.
    const round = Math.floor(partition / unfenced.length);
    const others = [...unfenced.slice(from + 1), ...unfenced.slice(0, from)];
    const shift = others.length === 0 ? 0 : round % others.length;
    const candidates = [...others.slice(shift), ...others.slice(0, shift), ...fenced];
    return spread(unfenced[from]!, candidates, replicationFactor).map((broker) => broker.id);
  });
}

interface Candidate {
  readonly id: number;
  readonly rack: string | null;
}

/** One broker of each rack in turn. */
function rackOrder(brokers: readonly Candidate[]): Candidate[] {
  const racks = new Map<string, Candidate[]>();
  for (const broker of brokers) {
    const rack = broker.rack ?? "";
    racks.set(rack, [...(racks.get(rack) ?? []), broker]);
  }
  const order: Candidate[] = [];
  for (let turn = 0; order.length < brokers.length; turn += 1) {
    for (const members of racks.values()) {
      const broker = members[turn];
      if (broker !== undefined) order.push(broker);
    }
  }
  return order;
}

/** The first, then as many as are wanted: new racks before racks that have one already. */
function spread(first: Candidate, candidates: readonly Candidate[], count: number): Candidate[] {
  const chosen = [first];
  const racks = new Set([first.rack]);
  const left: Candidate[] = [];
  for (const candidate of candidates) {
    if (chosen.length === count) break;
    if (racks.has(candidate.rack)) left.push(candidate);
    else {
      racks.add(candidate.rack);
      chosen.push(candidate);
    }
  }
  return [...chosen, ...left.slice(0, count - chosen.length)];
}
