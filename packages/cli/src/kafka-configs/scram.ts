import { pbkdf2Sync, randomBytes } from "node:crypto";
import {
  scramMechanisms,
  type Admin,
  type ScramCredential,
  type ScramMechanism,
} from "@naru/client";
import { ProtocolError } from "@naru/protocol";
import type { Io } from "../io.ts";
import { javaException, javaMessage } from "../kafka-tool/java-exception.ts";
import { naming } from "./broker-answer.ts";
import type { ChangedConfigs } from "./changed-configs.ts";

const digests = {
  "SCRAM-SHA-256": { digest: "sha256", bytes: 32 },
  "SCRAM-SHA-512": { digest: "sha512", bytes: 64 },
} as const satisfies Record<ScramMechanism, unknown>;

const DEFAULT_ITERATIONS = 4096;
const ITERATIONS_MIN = 4096;
const SALT_BYTES = 24;

/** Whether a key is the name of a mechanism. */
export function isScram(key: string): key is ScramMechanism {
  return Object.hasOwn(scramMechanisms, key);
}

/** --describe of users: a line for each that has credentials, or for these. */
export async function describeScram(admin: Admin, users: readonly string[], io: Io): Promise<void> {
  const asked = admin.describeScramCredentials(users.length === 0 ? null : users);
  const described = await naming("DescribeUserScramCredentials", asked);
  for (const { name, error, message, credentials } of described) {
    if (error === "RESOURCE_NOT_FOUND") continue;
    if (error === "NONE") {
      const texts = credentials.map(
        ({ mechanism, iterations }) => `${mechanism}=iterations=${iterations}`,
      );
      io.out(`SCRAM credential configs for user-principal '${name}' are ${texts.join(", ")}`);
    } else {
      const why = message ?? javaMessage(error);
      const [, exception = ""] = /(\w+):/.exec(javaException(error, why)) ?? [];
      io.out(
        `Error retrieving SCRAM credential configs for user-principal '${name}': ${exception}: ${why}`,
      );
    }
  }
}

/** --alter of a user's credentials. The password is salted here and goes nowhere. */
export async function alterScram(
  admin: Admin,
  user: string,
  { added, deleted }: ChangedConfigs,
): Promise<void> {
  const upsertions = [...added].flatMap(([key, value]) =>
    isScram(key) ? [credentialOf(key, value)] : [],
  );
  const altered = admin.alterScramCredentials(user, {
    upsertions,
    deletions: deleted.filter(isScram),
  });
  await naming("AlterUserScramCredentials", altered);
}

/** `[iterations=8192,password=secret]`, or the password alone. */
function credentialOf(mechanism: ScramMechanism, text: string): ScramCredential {
  const [matched, count, password] = /^(?:iterations=(-?\d*),)?password=(.*)$/.exec(text) ?? [];
  if (matched === undefined || password === undefined) {
    const enumName = mechanism.replaceAll("-", "_");
    throw new Error(`Invalid credential property ${enumName}=${text}`);
  }
  if (count === "" || count === "-") throw new Error(`For input string: "${count}"`);
  const iterations = count === undefined || count === "-1" ? DEFAULT_ITERATIONS : Number(count);
  if (iterations < ITERATIONS_MIN) {
    throw new Error(
      `Iterations ${iterations} is less than the minimum ${ITERATIONS_MIN} required for ${mechanism}`,
    );
  }
  if (password === "") {
    throw new ProtocolError("UNACCEPTABLE_CREDENTIAL", "Password must not be empty");
  }
  const salt = randomBytes(SALT_BYTES);
  const { digest, bytes } = digests[mechanism];
  const saltedPassword = pbkdf2Sync(password, salt, iterations, bytes, digest);
  return { mechanism, iterations, salt, saltedPassword };
}
