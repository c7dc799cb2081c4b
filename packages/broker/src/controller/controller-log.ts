import type { MetadataImage } from "../metadata/metadata-image.ts";

/** The metadata log as the controller needs it: what is appended is committed, or is not there. */
export interface ControllerLog {
  /** As it was when the log was opened. */
  readonly image: MetadataImage;
  readonly epoch: number;
  readonly endOffset: number;
  readonly quorum: {
    readonly kraftVersion: number;
    readonly voters: readonly Voter[] | undefined;
  };
  /** Begins an epoch of this node's own. */
  lead(): Promise<void>;
  /**
   * Writes framed records as one batch, all or none. Rejects when the log can no longer be trusted.
   */
  append(values: readonly Uint8Array[]): Promise<"committed" | "disk-full">;
  /** Writes a snapshot of a committed image when it is time. */
  snapshotWhenDue(image: MetadataImage): Promise<void>;
}

interface Voter {
  readonly voterId: number;
  readonly voterDirectoryId: string;
  readonly endpoints: readonly {
    readonly name: string;
    readonly host: string;
    readonly port: number;
  }[];
}

/** A batch of the metadata log is never larger: Kafka's reader refuses one that is. */
export const METADATA_BATCH_BYTES_MAX = 8_388_608;

/** A safe upper bound of the bytes that a value takes in a batch. */
export function recordBytesAtMost(value: Uint8Array): number {
  return value.length + 32;
}
