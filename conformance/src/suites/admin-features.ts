import assert from "node:assert/strict";
import { startKafka } from "../kafka/server.ts";
import type { KafkaTools } from "../kafka/tools.ts";
import { startNaru } from "../naru/broker.ts";
import type { Check } from "../runner/suite.ts";
import type { RunningBroker } from "../runner/target.ts";

const REFUSED = "The update failed for all features since the following feature had an error: ";
const ELR = "eligible.leader.replicas.version";

function oneFailed(sentence: string): readonly [number, string] {
  return [1, `${sentence}\n`];
}

/** Words of kafka-features in this order, with what Apache Kafka 4.3.1 says to each. */
const told: readonly (readonly [string, readonly [number, string]])[] = [
  [
    "upgrade --feature metadata.version=26 --dry-run",
    [0, "metadata.version can be upgraded to 26.\n"],
  ],
  [
    "upgrade --metadata 4.1-IV0",
    [
      0,
      " `metadata` flag is deprecated and may be removed in a future release.\n" +
        "metadata.version was upgraded to 26.\n",
    ],
  ],
  [
    "upgrade --feature metadata.version=25",
    oneFailed(
      `Could not upgrade metadata.version to 25. ${REFUSED}Invalid update version 25 for feature metadata.version. ` +
        "Can't downgrade the version of this feature without setting the upgrade type to either safe or unsafe downgrade.",
    ),
  ],
  ["downgrade --feature metadata.version=25", [0, "metadata.version was downgraded to 25.\n"]],
  [
    `upgrade --feature ${ELR}=1 --feature kraft.version=1`,
    [0, `${ELR} was upgraded to 1.\nkraft.version was upgraded to 1.\n`],
  ],
  [`disable --feature ${ELR} --dry-run`, [0, `${ELR} can be disabled.\n`]],
  [`disable --feature ${ELR}`, [0, `${ELR} was disabled.\n`]],
  [
    `downgrade --feature ${ELR}=1`,
    oneFailed(
      `Could not downgrade ${ELR} to 1. ${REFUSED}Invalid update version 1 for feature ${ELR}. Can't downgrade to a newer version.`,
    ),
  ],
  [
    `upgrade --feature ${ELR}=2 --dry-run`,
    oneFailed(
      `Can not upgrade ${ELR} to 2. ${REFUSED}Invalid update version 2 for feature ${ELR}. Local controller 1 only supports versions 0-1`,
    ),
  ],
  [
    "upgrade --feature nonsense=1",
    oneFailed(
      `Could not upgrade nonsense to 1. ${REFUSED}` +
        `Invalid update version 1 for feature nonsense. Local controller 1 does not support this feature.`,
    ),
  ],
  [
    "disable --feature nonsense",
    oneFailed(
      `Could not disable nonsense. ${REFUSED}Invalid update version 0 for feature nonsense. Feature nonsense not found.`,
    ),
  ],
  [
    "downgrade --feature kraft.version=0 --unsafe",
    oneFailed(
      `Could not downgrade kraft.version to 0. ${REFUSED}` +
        `Invalid update version 0 for feature kraft.version. Can't downgrade the version of this feature.`,
    ),
  ],
  [
    `upgrade --feature metadata.version=30 --feature ${ELR}=1`,
    [0, `${ELR} was upgraded to 1.\nmetadata.version was upgraded to 30.\n`],
  ],
  [
    "downgrade --feature metadata.version=29",
    oneFailed(
      `Could not downgrade metadata.version to 29. ${REFUSED}Unsupported metadata.version downgrade from 30 to 29. ` +
        "Refusing to perform the requested downgrade because it might delete metadata information.",
    ),
  ],
  [
    "downgrade --feature metadata.version=29 --unsafe",
    oneFailed(
      `Could not downgrade metadata.version to 29. ${REFUSED}Unsupported metadata.version downgrade from 30 to 29. ` +
        "Unsafe metadata downgrade is not supported in this version.",
    ),
  ],
  [
    `feature-dependencies --feature ${ELR}=1`,
    [0, `${ELR}=1 requires:\n    metadata.version=23 (4.0-IV1)\n`],
  ],
  [
    "version-mapping --release-version 4.0",
    [
      0,
      `metadata.version=25 (4.0)\nkraft.version=1\n` +
        `transaction.version=2\ngroup.version=1\n${ELR}=0\n` +
        "share.version=0\nstreams.version=0\n",
    ],
  ],
];

/** What kafka-features does to the levels of a cluster that begins at metadata.version 25. */
export async function checkFeatures(
  broker: RunningBroker,
  { tools, check }: { readonly tools: KafkaTools; readonly check: Check },
): Promise<void> {
  const server = ["--bootstrap-server", broker.bootstrap];
  for (const [words, [code, stdout]] of told) {
    await check(`kafka-features ${words}`, async () => {
      const finished = await tools.run("kafka-features", [...server, ...words.split(" ")]);
      assert.deepEqual({ code: finished.code, stdout: finished.stdout }, { code, stdout });
    });
  }
  await check(
    "the levels are there for Apache Kafka and for Naru, each after the other",
    async () => {
      const raised = { "metadata.version": "4.3-IV0", [ELR]: "1" };
      await checkLevels(broker, tools, raised);
      await broker.stop();
      for (const start of [startKafka, startNaru]) {
        await using again = await start({ folder: broker.folder });
        await checkLevels(again, tools, raised);
        await again.stop();
      }
    },
  );
}

async function checkLevels(
  broker: RunningBroker,
  tools: KafkaTools,
  levels: Readonly<Record<string, string>>,
): Promise<void> {
  const words = ["--bootstrap-server", broker.bootstrap, "describe"];
  const described = await tools.output("kafka-features", words);
  for (const [feature, level] of Object.entries(levels)) {
    const [line = ""] = described.split("\n").filter((each) => each.includes(`: ${feature}`));
    assert.match(line, new RegExp(`FinalizedVersionLevel: ${level.replaceAll(".", "\\.")}\\s`));
  }
}
