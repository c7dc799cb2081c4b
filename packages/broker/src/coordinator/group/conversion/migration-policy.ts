/** `group.consumer.migration.policy`: the ways in which a group with members may be converted. */
export type MigrationPolicy = "DISABLED" | "UPGRADE" | "DOWNGRADE" | "BIDIRECTIONAL";

/** The value may be written in small letters, as its default is. */
export function migrationPolicyOf(
  value: MigrationPolicy | Lowercase<MigrationPolicy>,
): MigrationPolicy {
  return value.toUpperCase() as MigrationPolicy;
}

/** From the classic protocol to the consumer protocol. */
export function allowsUpgrade(policy: MigrationPolicy): boolean {
  return policy === "UPGRADE" || policy === "BIDIRECTIONAL";
}

/** From the consumer protocol to the classic protocol. */
export function allowsDowngrade(policy: MigrationPolicy): boolean {
  return policy === "DOWNGRADE" || policy === "BIDIRECTIONAL";
}
