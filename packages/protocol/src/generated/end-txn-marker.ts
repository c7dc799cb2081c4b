// Generated from schema/control/end-txn-marker.schema by `npm run gen`: change that file, not this one.
import { checkVersion } from "../messages-errors.ts";
import type { Reader } from "../reader.ts";
import type { Writer } from "../writer.ts";

/** The value of a control record that commits or aborts a transaction. Version 0. */
export interface EndTxnMarker {
  coordinatorEpoch: number;
}

/** What `encodeEndTxnMarker` takes. */
export interface EndTxnMarkerDraft {
  coordinatorEpoch: number;
}

/** A field that `version` lacks is left out; one that is set and may not be ignored is an error. */
export function encodeEndTxnMarker(
  writer: Writer,
  draft: EndTxnMarkerDraft,
  version: number,
): void {
  checkVersion("EndTxnMarker", version, 0, 0);
  writer.int32(draft.coordinatorEpoch);
}

/** Throws DecodeError on bytes that are no such message. */
export function decodeEndTxnMarker(reader: Reader, version: number): EndTxnMarker {
  reader.begin("EndTxnMarker", version, 0, 0);
  const coordinatorEpoch = reader.int32("coordinatorEpoch");
  return { coordinatorEpoch };
}
