/** What the transaction coordinator needs of the broker's configuration, and of its features. */
export interface TransactionConfig {
  /** The level of transaction.version that is finalized in the cluster. */
  readonly transactionVersion: number;
  readonly idExpirationMs: number;
  readonly abortTimedOutIntervalMs: number;
  readonly removeExpiredIntervalMs: number;
}
