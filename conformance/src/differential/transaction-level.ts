import { apis } from "@naru/protocol";
import {
  decodeUpdateFeaturesResponse,
  encodeUpdateFeaturesRequest,
} from "@naru/protocol/messages/update-features";
import { until } from "../runner/waiting.ts";
import { calls } from "../wire/calls.ts";
import type { BrokerSide } from "./broker-side.ts";
import type { Pair } from "./pair.ts";

const FEATURE = "transaction.version";
const WITH_FEATURES = 4;
const UPGRADE = 1;
const SAFE_DOWNGRADE = 2;
const LEVEL_LIMIT_MS = 10_000;

const updateFeatures = {
  api: apis.UpdateFeatures,
  encode: encodeUpdateFeaturesRequest,
  decode: decodeUpdateFeaturesResponse,
};

/** Brings transaction.version of both to a level; comes back when both go by it. */
export async function setTransactionLevel(pair: Pair, level: number): Promise<void> {
  const before = await Promise.all(pair.sides.map(levelOf));
  if (before.every((each) => each === level)) return;
  const upgradeType = before[0]! < level ? UPGRADE : SAFE_DOWNGRADE;
  pair.step(`${FEATURE} from ${before[0]} to ${level}`);
  await pair.ask(updateFeatures, 1, {
    featureUpdates: [{ feature: FEATURE, maxVersionLevel: level, upgradeType }],
  });
  for (const side of pair.sides) {
    await until(`${side.name} goes by ${FEATURE} ${level}`, LEVEL_LIMIT_MS, async () =>
      (await levelOf(side)) === level ? true : undefined,
    );
  }
}

async function levelOf({ connection }: BrokerSide): Promise<number> {
  const software = { clientSoftwareName: "naru-conformance", clientSoftwareVersion: "1" };
  const { finalizedFeatures } = await connection.answer(calls.apiVersions, WITH_FEATURES, software);
  return finalizedFeatures.find(({ name }) => name === FEATURE)?.maxVersionLevel ?? 0;
}
