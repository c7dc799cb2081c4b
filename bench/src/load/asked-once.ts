import { Reader, responseHeaderVersion } from "@naru/protocol";
import {
  type Call,
  requestFrame,
  type WireConnection,
} from "../../../conformance/src/wire/connection.ts";
import { nameOf } from "../../../conformance/src/wire/topic.ts";
import type { RepeatedRequest } from "./repeated-requests.ts";

const CORRELATION_ID = 1;

/** Asks once to learn the answer; throws when an error is in it. */
export async function askedOnce<Draft, Response>(
  connection: WireConnection,
  call: Call<Draft, Response>,
  what: {
    readonly version: number;
    readonly draft: Draft;
    errorCodes(response: Response): readonly number[];
  },
): Promise<RepeatedRequest> {
  const { version, draft } = what;
  const request = requestFrame(call, version, draft, CORRELATION_ID);
  connection.send(request);
  const frame = await connection.frame();
  if (frame === undefined) throw new Error(`${call.api.name} ${version}: no answer.`);
  // The connection reads on into the same memory.
  const answer = new Uint8Array(frame);
  const reader = new Reader(answer);
  reader.int32("correlationId");
  if (responseHeaderVersion(call.api, version) === 1) reader.skipTags();
  const failed = what.errorCodes(call.decode(reader, version)).find((code) => code !== 0);
  if (failed === undefined) return { request, answer };
  throw new Error(`${call.api.name} ${version}: ${nameOf(failed)}, expected no error.`);
}
