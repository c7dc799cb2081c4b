import type { CreateTopicsRequestCreatableTopicDraft } from "@naru/protocol/messages/create-topics";
import { calls } from "../wire/calls.ts";
import type { Scenario } from "../wire/scenario.ts";
import { createTopic, nameOf } from "../wire/topic.ts";

const TOPIC = 2;
const BROKER = 4;
const TIMEOUT_MS = 10_000;

/** Topics made rightly and wrongly, their settings, metadata and producer ids. */
export async function askCluster(scenario: Scenario): Promise<void> {
  await askCreating(scenario);
  await askChanging(scenario);
  await askConfigs(scenario);
  await askMetadata(scenario);
  await askProducerIds(scenario);
}

type Draft = Partial<CreateTopicsRequestCreatableTopicDraft>;

const config = (name: string, value: string | null): Draft => ({ configs: [{ name, value }] });

const topics: readonly (readonly [string, Draft])[] = [
  ["plain", { name: "plain" }],
  ["once more", { name: "plain" }],
  ["the broker's counts", { name: "defaults", numPartitions: -1, replicationFactor: -1 }],
  ["no partitions", { name: "none", numPartitions: 0 }],
  ["minus two partitions", { name: "none", numPartitions: -2 }],
  ["two replicas", { name: "wide", replicationFactor: 2 }],
  ["no replicas", { name: "wide", replicationFactor: 0 }],
  ["an empty name", { name: "" }],
  ["a dot", { name: "." }],
  ["two dots", { name: ".." }],
  ["a slash", { name: "a/b" }],
  ["a name too long", { name: "x".repeat(250) }],
  ["the longest name", { name: "x".repeat(249) }],
  ["a dotted name", { name: "a.b" }],
  ["a name that collides", { name: "a_b" }],
  ["an unknown setting", { name: "set", ...config("no.such.key", "1") }],
  ["a setting of null", { name: "set", ...config("retention.ms", null) }],
  ["no number", { name: "set", ...config("retention.ms", "soon") }],
  ["out of range", { name: "set", ...config("segment.bytes", "1") }],
  ["an unknown policy", { name: "set", ...config("cleanup.policy", "shred") }],
  ["an unknown codec", { name: "set", ...config("compression.type", "rar") }],
  ["no boolean", { name: "set", ...config("preallocate", "perhaps") }],
  ["a ratio above one", { name: "set", ...config("min.cleanable.dirty.ratio", "1.5") }],
  ["an unknown timestamp type", { name: "set", ...config("message.timestamp.type", "Noon") }],
  ["a good setting", { name: "set", ...config("max.message.bytes", "2000000") }],
  [
    "an assignment",
    {
      name: "assigned",
      numPartitions: -1,
      replicationFactor: -1,
      assignments: [
        { partitionIndex: 0, brokerIds: [1] },
        { partitionIndex: 1, brokerIds: [1] },
      ],
    },
  ],
  [
    "an assignment and a count",
    { name: "assigned2", numPartitions: 2, assignments: [{ partitionIndex: 0, brokerIds: [1] }] },
  ],
  [
    "an assignment with a hole",
    {
      name: "assigned3",
      numPartitions: -1,
      replicationFactor: -1,
      assignments: [{ partitionIndex: 1, brokerIds: [1] }],
    },
  ],
  [
    "an assignment to nobody",
    {
      name: "assigned4",
      numPartitions: -1,
      replicationFactor: -1,
      assignments: [{ partitionIndex: 0, brokerIds: [] }],
    },
  ],
  [
    "an assignment to a stranger",
    {
      name: "assigned5",
      numPartitions: -1,
      replicationFactor: -1,
      assignments: [{ partitionIndex: 0, brokerIds: [99] }],
    },
  ],
  [
    "an assignment twice to one",
    {
      name: "assigned6",
      numPartitions: -1,
      replicationFactor: -1,
      assignments: [{ partitionIndex: 0, brokerIds: [1, 1] }],
    },
  ],
];

async function askCreating(scenario: Scenario): Promise<void> {
  for (const validateOnly of [true, false]) {
    for (const [name, draft] of topics) {
      // What was not made cannot be there once more.
      if (validateOnly && name === "once more") continue;
      await scenario.ask(
        `CreateTopics${validateOnly ? ", only validated" : ""}: ${name}`,
        async (connection) => {
          const topic = {
            name,
            numPartitions: 1,
            replicationFactor: 1,
            assignments: [],
            configs: [],
            ...draft,
          };
          const response = await connection.answer(calls.createTopics, 7, {
            topics: [topic],
            timeoutMs: TIMEOUT_MS,
            validateOnly,
          });
          const { errorCode, errorMessage, numPartitions, replicationFactor, configs } =
            response.topics[0]!;
          const told = configs?.map(
            (one) =>
              `${one.name}=${one.value} ${one.configSource} ${one.readOnly} ${one.isSensitive}`,
          );
          return {
            error: nameOf(errorCode),
            errorMessage,
            numPartitions,
            replicationFactor,
            configs: told,
          };
        },
      );
    }
  }
  await scenario.ask("CreateTopics: the same name twice in one request", async (connection) => {
    const topic = {
      name: "twice",
      numPartitions: 1,
      replicationFactor: 1,
      assignments: [],
      configs: [],
    };
    const response = await connection.answer(calls.createTopics, 5, {
      topics: [topic, topic],
      timeoutMs: TIMEOUT_MS,
    });
    return response.topics.map(({ name, errorCode, errorMessage }) => [
      name,
      nameOf(errorCode),
      errorMessage,
    ]);
  });
}

async function askChanging(scenario: Scenario): Promise<void> {
  await createTopic(scenario.connection, "changing", { partitions: 2 });
  const counts: readonly (readonly [string, number, null | { brokerIds: number[] }[]])[] = [
    ["changing", 2, null],
    ["changing", 1, null],
    ["changing", -1, null],
    ["nowhere", 3, null],
    ["changing", 3, [{ brokerIds: [1] }, { brokerIds: [1] }]],
    ["changing", 3, [{ brokerIds: [7] }]],
    ["changing", 3, [{ brokerIds: [1] }]],
    ["changing", 4, null],
  ];
  for (const [index, [name, count, assignments]] of counts.entries()) {
    await scenario.ask(`CreatePartitions: case ${index}`, async (connection) => {
      const draft = {
        topics: [{ name, count, assignments }],
        timeoutMs: TIMEOUT_MS,
        validateOnly: false,
      };
      const { results } = await connection.answer(calls.createPartitions, 3, draft);
      return results.map(({ errorCode, errorMessage }) => [nameOf(errorCode), errorMessage]);
    });
  }
  const at: readonly (readonly [string, number, number])[] = [
    ["changing", 0, 0],
    ["changing", 0, 5],
    ["changing", 0, -1],
    ["changing", 0, -2],
    ["changing", 9, 0],
    ["nowhere", 0, 0],
  ];
  for (const [name, partitionIndex, offset] of at) {
    await scenario.ask(
      `DeleteRecords: ${name}-${partitionIndex} to ${offset}`,
      async (connection) => {
        const draft = {
          topics: [{ name, partitions: [{ partitionIndex, offset }] }],
          timeoutMs: TIMEOUT_MS,
        };
        const response = await connection.answer(calls.deleteRecords, 2, draft);
        return response.topics.map(({ partitions }) =>
          partitions.map((one) => [one.lowWatermark, nameOf(one.errorCode)]),
        );
      },
    );
  }
  for (const names of [["changing"], ["changing"], ["nowhere"], [""]]) {
    await scenario.ask(
      `DeleteTopics: ${JSON.stringify(names)} ${scenario.answers.size}`,
      async (connection) => {
        const { responses } = await connection.answer(calls.deleteTopics, 5, {
          topicNames: names,
          timeoutMs: TIMEOUT_MS,
        });
        return responses.map(({ name, errorCode, errorMessage }) => [
          name,
          nameOf(errorCode),
          errorMessage,
        ]);
      },
    );
  }
}

async function askConfigs(scenario: Scenario): Promise<void> {
  await createTopic(scenario.connection, "configured", { configs: { "retention.ms": "5000" } });
  const resources: readonly (readonly [string, number, string, string[] | null])[] = [
    ["all of a topic", TOPIC, "configured", null],
    ["some of a topic", TOPIC, "configured", ["retention.ms", "no.such.key"]],
    ["a topic that is not there", TOPIC, "nowhere", null],
    ["a topic with an illegal name", TOPIC, "a/b", null],
    ["another broker", BROKER, "7", null],
    ["a broker that is no number", BROKER, "seven", null],
    ["the default of all brokers", BROKER, "", null],
    ["an unknown kind", 99, "x", null],
  ];
  for (const [name, resourceType, resourceName, configurationKeys] of resources) {
    await scenario.ask(`DescribeConfigs: ${name}`, async (connection) => {
      const draft = {
        resources: [{ resourceType, resourceName, configurationKeys }],
        includeSynonyms: true,
      };
      const { results } = await connection.answer(calls.describeConfigs, 4, draft);
      return results.map((result) => ({
        ...result,
        configs: result.configs.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
      }));
    });
  }
  const changes: readonly (readonly [string, number, string, string, number, string | null])[] = [
    ["set", TOPIC, "configured", "retention.ms", 0, "6000"],
    ["delete", TOPIC, "configured", "retention.ms", 1, null],
    ["delete what is not set", TOPIC, "configured", "retention.ms", 1, null],
    ["append to what is no list", TOPIC, "configured", "retention.ms", 2, "1"],
    ["subtract", TOPIC, "configured", "cleanup.policy", 3, "delete"],
    ["set to null", TOPIC, "configured", "retention.ms", 0, null],
    ["an unknown key", TOPIC, "configured", "no.such.key", 0, "1"],
    ["a wrong value", TOPIC, "configured", "segment.bytes", 0, "-4"],
    ["an unknown operation", TOPIC, "configured", "retention.ms", 9, "1"],
    ["a topic that is not there", TOPIC, "nowhere", "retention.ms", 0, "1"],
    ["another broker", BROKER, "7", "log.retention.ms", 0, "1"],
    ["what brokers cannot change", BROKER, "1", "node.id", 0, "4"],
    ["a wrong value of a broker", BROKER, "", "log.retention.ms", 0, "soon"],
    ["an unknown kind", 99, "x", "y", 0, "z"],
  ];
  for (const [name, resourceType, resourceName, key, configOperation, value] of changes) {
    await scenario.ask(`IncrementalAlterConfigs: ${name}`, async (connection) => {
      const configs = [{ name: key, configOperation, value }];
      const draft = { resources: [{ resourceType, resourceName, configs }], validateOnly: false };
      const { responses } = await connection.answer(calls.alterConfigs, 1, draft);
      return responses.map(({ errorCode, errorMessage }) => [nameOf(errorCode), errorMessage]);
    });
  }
}

async function askMetadata(scenario: Scenario): Promise<void> {
  await createTopic(scenario.connection, "seen", { partitions: 2 });
  for (const version of [0, 1, 4, 5, 7, 8, 9, 12]) {
    for (const name of ["seen", "nowhere", "a/b", ""]) {
      await scenario.askApart(`Metadata ${version}: '${name}'`, async (connection) => {
        const draft =
          version >= 4
            ? { topics: [{ name }], allowAutoTopicCreation: false }
            : { topics: [{ name: name === "nowhere" ? "seen" : name }] };
        const response = await connection.ask(calls.metadata, version, draft);
        return response?.topics.map(({ topicId, ...topic }) => ({
          ...topic,
          hasId: topicId.replaceAll("A", "") !== "",
        }));
      });
    }
  }
  await scenario.ask("Metadata: created by asking", async (connection) => {
    const response = await connection.answer(calls.metadata, 9, {
      topics: [{ name: "asked.for" }],
      allowAutoTopicCreation: true,
    });
    return response.topics.map(({ errorCode, name }) => [nameOf(errorCode), name]);
  });
  await scenario.ask("Metadata: no topics asked", async (connection) => {
    const response = await connection.answer(calls.metadata, 9, { topics: [] });
    return [
      response.topics,
      response.controllerId,
      response.brokers.map(({ nodeId, rack }) => [nodeId, rack]),
    ];
  });
}

async function askProducerIds(scenario: Scenario): Promise<void> {
  for (const version of [0, 2, 3, 4, 5]) {
    await scenario.ask(`InitProducerId ${version}: a new one`, async (connection) => {
      const response = await connection.answer(calls.initProducerId, version, {
        transactionalId: null,
        transactionTimeoutMs: 0,
      });
      return [nameOf(response.errorCode), response.producerId >= 0, response.producerEpoch];
    });
  }
  for (const producer of [
    { producerId: 5, producerEpoch: -1 },
    { producerId: -1, producerEpoch: 3 },
    { producerId: 5, producerEpoch: 3 },
  ]) {
    await scenario.ask(`InitProducerId: ${JSON.stringify(producer)}`, async (connection) => {
      const response = await connection.answer(calls.initProducerId, 4, {
        transactionalId: null,
        transactionTimeoutMs: 0,
        ...producer,
      });
      return [nameOf(response.errorCode), response.producerEpoch];
    });
  }
  await scenario.ask("InitProducerId: an empty transactional id", async (connection) => {
    const response = await connection.answer(calls.initProducerId, 4, {
      transactionalId: "",
      transactionTimeoutMs: 1000,
    });
    return nameOf(response.errorCode);
  });
}
