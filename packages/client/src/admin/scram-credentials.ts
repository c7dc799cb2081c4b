import { apis } from "@naru/protocol";
import {
  decodeAlterUserScramCredentialsResponse,
  encodeAlterUserScramCredentialsRequest,
} from "@naru/protocol/messages/alter-user-scram-credentials";
import {
  decodeDescribeUserScramCredentialsResponse,
  encodeDescribeUserScramCredentialsRequest,
} from "@naru/protocol/messages/describe-user-scram-credentials";
import type { Cluster } from "../cluster/cluster.ts";
import { apiCall } from "../network/api-call.ts";
import { outcomeOf, throwIfFailed, type Outcome } from "./outcome.ts";

const describeCall = apiCall(
  apis.DescribeUserScramCredentials,
  encodeDescribeUserScramCredentialsRequest,
  decodeDescribeUserScramCredentialsResponse,
);
const alterCall = apiCall(
  apis.AlterUserScramCredentials,
  encodeAlterUserScramCredentialsRequest,
  decodeAlterUserScramCredentialsResponse,
);

/** Kafka's numbers of the SCRAM mechanisms. */
export const scramMechanisms = { "SCRAM-SHA-256": 1, "SCRAM-SHA-512": 2 } as const;
export type ScramMechanism = keyof typeof scramMechanisms;

/** One user's credentials, without what is secret. */
export interface ScramDescription extends Outcome {
  readonly credentials: readonly { readonly mechanism: string; readonly iterations: number }[];
}

/** The credentials of these users, or of all; who has none is named with RESOURCE_NOT_FOUND. */
export async function describeScramCredentials(
  cluster: Cluster,
  users: readonly string[] | null,
): Promise<ScramDescription[]> {
  const response = await cluster.requestAny(describeCall, {
    users: users === null ? null : users.map((name) => ({ name })),
  });
  const { errorCode, errorMessage } = response;
  throwIfFailed("SCRAM credentials", outcomeOf("SCRAM credentials", errorCode, errorMessage));
  return response.results.map((result) => ({
    ...outcomeOf(result.user, result.errorCode, result.errorMessage),
    credentials: result.credentialInfos.map(({ mechanism, iterations }) => ({
      mechanism: nameOf(mechanism),
      iterations,
    })),
  }));
}

/** A credential as it is kept: the password itself does not leave the client. */
export interface ScramCredential {
  readonly mechanism: ScramMechanism;
  readonly iterations: number;
  readonly salt: Uint8Array;
  readonly saltedPassword: Uint8Array;
}

/** Sets and deletes credentials of one user. */
export async function alterScramCredentials(
  cluster: Cluster,
  user: string,
  changes: {
    readonly upsertions: readonly ScramCredential[];
    readonly deletions: readonly ScramMechanism[];
  },
): Promise<void> {
  const response = await cluster.requestAny(alterCall, {
    deletions: changes.deletions.map((mechanism) => ({
      name: user,
      mechanism: scramMechanisms[mechanism],
    })),
    upsertions: changes.upsertions.map(({ mechanism, ...credential }) => ({
      name: user,
      mechanism: scramMechanisms[mechanism],
      ...credential,
    })),
  });
  for (const { errorCode, errorMessage } of response.results) {
    throwIfFailed(`user ${user}`, outcomeOf(user, errorCode, errorMessage));
  }
}

function nameOf(mechanism: number): string {
  const found = Object.entries(scramMechanisms).find(([, number]) => number === mechanism);
  return found?.[0] ?? "UNKNOWN";
}
