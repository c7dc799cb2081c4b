/** What each member has, by its name. */
export type Division = ReadonlyMap<string, readonly number[]>;

/** How an assignor divides one topic that all members want. */
export type Assignor = "range" | "roundrobin" | "uniform" | "cooperative-sticky";

/** These leave a member what it has, but for what the others need. */
export const stickyAssignors: ReadonlySet<Assignor> = new Set(["uniform", "cooperative-sticky"]);

/** Says what is wrong with a division; undefined when it is what the assignor promises. */
export function divisionFault(
  division: Division,
  assignor: Assignor,
  partitions: number,
): string | undefined {
  const owners = Array.from({ length: partitions }, () => [] as string[]);
  for (const [member, owned] of division) for (const one of owned) owners[one]?.push(member);
  const wrong = owners.findIndex((members) => members.length !== 1);
  if (wrong >= 0) return `partition ${wrong} is owned by [${owners[wrong]!.join(", ")}]`;
  const sizes = [...division.values()].map(({ length }) => length);
  if (Math.max(...sizes) - Math.min(...sizes) > 1) return `uneven: ${sizes.join(", ")}`;
  if (assignor === "range") return rangeFault(owners.flat());
  if (assignor === "roundrobin") return roundRobinFault(owners.flat(), division.size);
  return undefined;
}

/** Each member has one run of partitions, and the longer runs come first. */
function rangeFault(owners: readonly string[]): string | undefined {
  const runs: { owner: string; length: number }[] = [];
  for (const owner of owners) {
    const last = runs.at(-1);
    if (last?.owner === owner) last.length += 1;
    else runs.push({ owner, length: 1 });
  }
  if (new Set(runs.map(({ owner }) => owner)).size < runs.length) {
    return `not one run each: ${owners.join(", ")}`;
  }
  const isFalling = runs.every(
    ({ length }, index) => length <= (runs[index - 1]?.length ?? length),
  );
  return isFalling ? undefined : `the longer runs are not the first: ${owners.join(", ")}`;
}

/** Partition after partition goes to the next member, and after the last to the first. */
function roundRobinFault(owners: readonly string[], members: number): string | undefined {
  const wrong = owners.findIndex((owner, index) => owner !== owners[index % members]);
  if (wrong < 0) return undefined;
  return `partition ${wrong} is not of the member of ${wrong % members}: ${owners.join(", ")}`;
}
