/** Why a data folder cannot be opened: the message says what was found and what to do. */
export class DataFolderError extends Error {
  override readonly name = "DataFolderError";
  readonly code: DataFolderErrorCode;
  readonly retriable = false;

  constructor(code: DataFolderErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}

export type DataFolderErrorCode =
  /** There is something here, and it is not a Kafka data folder. */
  | "NOT_A_DATA_FOLDER"
  /** Another node's, another cluster's, or a role's that Naru does not play. */
  | "WRONG_OWNER"
  /** Written by a Kafka that is newer than this broker. */
  | "TOO_NEW"
  | "DAMAGED";
