/** Reads `1:2,2:3`: the brokers of each partition, the leader first. */
export function replicaAssignment(text: string): number[][] {
  const partitions = text.split(",").map((partition) => partition.split(":").map(brokerId));
  const [first = []] = partitions;
  for (const [index, brokers] of partitions.entries()) {
    const repeated = brokers.filter((id, at) => brokers.indexOf(id) !== at);
    if (repeated.length > 0) {
      const listed = [...new Set(repeated)].join(",");
      throw new Error(`Partition replica lists may not contain duplicate entries: ${listed}`);
    }
    if (brokers.length !== first.length) {
      throw new Error(
        `Partition ${index} has different replication factor: [${brokers.join(", ")}]`,
      );
    }
  }
  return partitions;
}

function brokerId(word: string): number {
  const trimmed = word.trim();
  if (!/^[+-]?\d+$/.test(trimmed)) throw new Error(`For input string: "${trimmed}"`);
  return Number(trimmed);
}
