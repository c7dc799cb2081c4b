import assert from "node:assert/strict";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { errorByCode } from "@naru/protocol";
import type { ControllerStep, ControllerView } from "./controller-step.ts";
import { alterPartition } from "./alter-partition.ts";
import { fenceExpired, unregisterBroker } from "./broker-heartbeat.ts";
import { incrementalAlterConfigs } from "./controller-configs.ts";
import { ControllerRig } from "./controller-rig.test.ts";
import { createPartitions } from "./create-partitions.ts";
import { createTopics } from "./create-topics.ts";
import { deleteTopics } from "./delete-topics.ts";
import { updateFeatures } from "./update-features.ts";

// Conversations with the controller: a command, "----", and what came of it: the answer, then the
// records that were written, by their names in short. UPDATE_GOLDEN=1 writes them anew.
const folder = new URL("./testdata/", import.meta.url);

type Options = Readonly<Record<string, string>>;
type Command = (rig: ControllerRig, words: readonly string[], options: Options) => string[];

interface ItemResult {
  readonly errorCode: number;
  readonly errorMessage?: string | null;
}

function said(what: string, result: ItemResult): string {
  const message = result.errorMessage ? `: ${result.errorMessage}` : "";
  return `${what} <- ${errorByCode(result.errorCode)}${message}`;
}

function numbers(text: string | undefined): number[] {
  return text === undefined || text === "" ? [] : text.split(",").map(Number);
}

/** The answer in lines, then what the step wrote. */
function run<Response>(
  rig: ControllerRig,
  step: (view: ControllerView) => ControllerStep<Response>,
  lines: (response: Response) => string[],
): string[] {
  const { records, response } = rig.step(step);
  return [...lines(response), ...written(records)];
}

function written(records: ControllerStep<unknown>["records"]): string[] {
  return records.map(({ type, record }) => {
    const fields = Object.entries(record)
      .filter(([key]) => !["topicId", "directories", "incarnationId"].includes(key))
      .filter(([, value]) => !Array.isArray(value) || typeof value[0] !== "object")
      .map(([key, value]) => `${key}=${JSON.stringify(value)}`);
    return `  ${type} ${fields.join(" ")}`;
  });
}

const alterIsr: Command = (rig, [name = "", index], options) => {
  const topic = rig.image.topics.byName(name);
  const partition = topic?.partitions.get(Number(index));
  const leader = Number(options["leader"] ?? partition?.leader);
  const plus = (key: string, now: number | undefined): number =>
    (now ?? 0) + Number(options[key] ?? 0);
  const wanted = {
    partitionIndex: Number(index),
    leaderEpoch: plus("leaderEpoch", partition?.leaderEpoch),
    partitionEpoch: plus("partitionEpoch", partition?.partitionEpoch),
    newIsr: numbers(options["to"]),
  };
  const brokerEpoch = rig.image.brokers.get(leader)?.epoch ?? -1;
  const topics = [{ topicId: topic?.id ?? "AAAAAAAAAAAAAAAAAAAAAw", partitions: [wanted] }];
  return run(
    rig,
    (view) => alterPartition(view, { brokerId: leader, brokerEpoch, topics }),
    (response) =>
      response.topics.flatMap(({ partitions }) =>
        partitions.map((result) => said(`${name}-${index}`, result)),
      ),
  );
};

const commands: Record<string, Command> = {
  up: (rig, ids) => {
    rig.up(...ids.map(Number));
    return [];
  },
  register: (rig, [id], options) => {
    const previousBrokerEpoch = Number(options["previous"] ?? -1);
    const before = rig.batches.length;
    const epoch = rig.register(Number(id), { previousBrokerEpoch });
    const values = rig.batches.slice(before).flatMap((batch) => batch.values);
    return [
      `b${id} <- ${epoch < 0 ? errorByCode(-epoch) : `epoch ${epoch}`}, ${values.length} records`,
    ];
  },
  beat: (rig, [id], options) => {
    const wants = {
      wantFence: options["fence"] === "yes",
      wantShutDown: options["leave"] === "yes",
    };
    const { fenced, mayStop } = rig.beat(Number(id), wants);
    return [`b${id} <- ${fenced ? "fenced" : "unfenced"}${mayStop ? ", may stop" : ""}`];
  },
  advance: (rig, [ms]) => {
    rig.nowMs += Number(ms);
    return run(rig, fenceExpired, (id) => (id === undefined ? [] : [`b${id} is fenced`]));
  },
  create: (rig, [name = ""], options) => {
    const assignments = Object.entries(options)
      .filter(([key]) => /^\d+$/.test(key))
      .map(([key, ids]) => ({ partitionIndex: Number(key), brokerIds: numbers(ids) }));
    const isManual = assignments.length > 0;
    const names = name.split("+");
    const topics = names.map((name) => ({
      name: name === "''" ? "" : name,
      numPartitions: Number(options["partitions"] ?? (isManual ? -1 : 1)),
      replicationFactor: Number(options["factor"] ?? (isManual ? -1 : 1)),
      assignments,
      configs: Object.entries(options)
        .filter(([key]) => key.includes("."))
        .map(([name, value]) => ({ name, value })),
    }));
    const validateOnly = options["validate"] === "yes";
    return run(
      rig,
      (view) => createTopics(view, { topics, validateOnly }),
      (response) =>
        response.topics.map((topic) =>
          topic.errorCode === 0
            ? `${topic.name} <- ${topic.numPartitions} partitions, factor ${topic.replicationFactor}`
            : said(topic.name, topic),
        ),
    );
  },
  enlarge: (rig, [name = ""], options) => {
    const assigned = options["to"]?.split(";").map((ids) => ({ brokerIds: numbers(ids) }));
    const wanted = { name, count: Number(options["count"]), assignments: assigned ?? null };
    const request = { topics: [wanted], timeoutMs: 0, validateOnly: false };
    return run(
      rig,
      (view) => createPartitions(view, request),
      (response) => response.results.map((result) => said(result.name, result)),
    );
  },
  delete: (rig, names) =>
    run(
      rig,
      (view) => deleteTopics(view, { topicNames: [...names], timeoutMs: 0 }),
      (response) => response.responses.map((result) => said(result.name ?? "?", result)),
    ),
  isr: alterIsr,
  config: (rig, [type, name = ""], options) => {
    const configs = Object.entries(options).map(([key, value]) => ({
      name: key,
      configOperation: value === "" ? 1 : 0,
      value: value === "" ? null : value,
    }));
    const resourceName = name === "default" ? "" : name;
    const resource = { resourceType: type === "topic" ? 2 : 4, resourceName, configs };
    return run(
      rig,
      (view) => incrementalAlterConfigs(view, { resources: [resource], validateOnly: false }),
      (response) => response.responses.map((result) => said(`${type} ${name}`, result)),
    );
  },
  feature: (rig, words, options) => {
    const named = Object.entries(options).filter(([name]) => name !== "validate");
    const [feature = "", level = ""] = words;
    const levels = named.length > 0 ? named : [[feature, level] as const];
    const upgradeType = words.includes("unsafe") ? 3 : words.includes("downgrade") ? 2 : 1;
    const featureUpdates = levels.map(([name, text]) => ({
      feature: name,
      maxVersionLevel: Number(text),
      upgradeType,
    }));
    const validateOnly = options["validate"] === "yes";
    return run(
      rig,
      (view) => updateFeatures(view, { featureUpdates, validateOnly }),
      (response) => [said(levels.map(([name]) => name).join(" "), response)],
    );
  },
  unregister: (rig, [id]) =>
    run(
      rig,
      (view) => unregisterBroker(view, { brokerId: Number(id) }),
      (response) => [said(`b${id}`, response)],
    ),
  show: (rig, [name = ""]) =>
    [...(rig.image.topics.byName(name)?.partitions ?? [])].map(([index, partition]) => {
      const { leader, leaderEpoch, partitionEpoch, replicas, isr, elr, lastKnownElr } = partition;
      const recovering = partition.leaderRecoveryState === "RECOVERING" ? " RECOVERING" : "";
      return (
        `${name}-${index}: leader ${leader} epoch ${leaderEpoch}/${partitionEpoch} ` +
        `replicas [${replicas.join()}] isr [${isr.join()}] elr [${elr.join()}] ` +
        `last [${lastKnownElr.join()}]${recovering}`
      );
    }),
};

function perform(rig: ControllerRig, line: string): string[] {
  const [name = "", ...rest] = line.split(" ");
  const words = rest.filter((word) => !word.includes("="));
  const options = Object.fromEntries(
    rest
      .filter((word) => word.includes("="))
      .map((word) => [word.slice(0, word.indexOf("=")), word.slice(word.indexOf("=") + 1)]),
  );
  const command = commands[name];
  assert.ok(command !== undefined, `no command is called ${name}`);
  return command(rig, words, options);
}

for (const file of readdirSync(folder)) {
  test(`conversation: ${file}`, () => {
    const text = readFileSync(new URL(file, folder), "utf8");
    const rig = new ControllerRig();
    const blocks = text.split(/\n{2,}/).filter((block) => block.trim() !== "");
    const replayed = blocks.map((block) => {
      const [asked = ""] = block.split("\n----");
      const outcome = asked
        .trim()
        .split("\n")
        .flatMap((line) => (line.startsWith("#") ? [] : perform(rig, line)));
      return `${asked.trim()}\n----\n${outcome.join("\n")}`.trimEnd();
    });
    const expected = `${replayed.join("\n\n")}\n`;
    if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(new URL(file, folder), expected);
    else assert.equal(text, expected);
  });
}
