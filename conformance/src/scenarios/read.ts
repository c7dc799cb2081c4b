import { batchesIn, ZERO_UUID } from "@naru/protocol";
import type { FetchRequestDraft, FetchResponse } from "@naru/protocol/messages/fetch";
import { calls } from "../wire/calls.ts";
import type { WireConnection } from "../wire/connection.ts";
import type { Scenario } from "../wire/scenario.ts";
import { batchOf, createTopic, nameOf, produce, textRecord } from "../wire/topic.ts";

const topic = "read";
const STRANGE_UUID = "AAAAAAAAAAAAAAAAAAAAFQ";

/** ListOffsets, OffsetForLeaderEpoch and Fetch, asked rightly and wrongly. */
export async function askReading(scenario: Scenario): Promise<void> {
  const { connection } = scenario;
  await createTopic(connection, topic, { partitions: 2 });
  for (let i = 0; i < 4; i += 1) {
    const records = [0, 1, 2].map((j) => textRecord(`k${j}`, `${i}.${j}`, 1000 + i * 100 + j));
    await produce(connection, { topic, partition: 0 }, batchOf(records));
  }
  await connection.answer(calls.deleteRecords, 2, {
    topics: [{ name: topic, partitions: [{ partitionIndex: 0, offset: 4 }] }],
    timeoutMs: 5_000,
  });
  await askOffsets(scenario);
  await askEpochs(scenario);
  await askFetch(scenario);
  await askSessions(scenario);
}

async function askOffsets(scenario: Scenario): Promise<void> {
  const times = [-1, -2, -3, -4, -5, -6, -7, 0, 1000, 1103, 1250, 1302, 1303, 9_999_999_999_999];
  for (const version of [1, 4, 6, 7, 8, 9, 11]) {
    for (const timestamp of times) {
      await scenario.askApart(`ListOffsets ${version}: time ${timestamp}`, (connection) =>
        connection.ask(calls.listOffsets, version, {
          replicaId: -1,
          topics: [{ name: topic, partitions: [{ partitionIndex: 0, timestamp }] }],
        }),
      );
    }
  }
  const partitions = [
    { partitionIndex: 1, timestamp: -1 },
    { partitionIndex: 5, timestamp: -1 },
    { partitionIndex: 0, currentLeaderEpoch: 9, timestamp: -1 },
    { partitionIndex: 0, currentLeaderEpoch: 0, timestamp: -1 },
  ];
  for (const name of [topic, "nowhere"]) {
    for (const [index, partition] of partitions.entries()) {
      await scenario.ask(`ListOffsets: ${name}, case ${index}`, (connection) =>
        connection.ask(calls.listOffsets, 7, {
          replicaId: -1,
          topics: [{ name, partitions: [partition] }],
        }),
      );
    }
  }
}

async function askEpochs(scenario: Scenario): Promise<void> {
  for (const [partition, leaderEpoch, currentLeaderEpoch] of [
    [0, 0, -1],
    [0, 0, 0],
    [0, 5, -1],
    [0, 0, 7],
    [0, -1, -1],
    [1, 0, -1],
    [8, 0, -1],
  ] as const) {
    const name = `partition ${partition}, epoch ${leaderEpoch}, current ${currentLeaderEpoch}`;
    await scenario.ask(`OffsetForLeaderEpoch: ${name}`, (connection) =>
      connection.ask(calls.offsetForLeaderEpoch, 4, {
        replicaId: -1,
        topics: [{ topic, partitions: [{ partition, leaderEpoch, currentLeaderEpoch }] }],
      }),
    );
  }
}

/** What a fetch answers, its records as base offsets and counts. */
function summary(response: FetchResponse | undefined): unknown {
  if (response === undefined) return undefined;
  const responses = response.responses.map((one) => ({
    topic: one.topic,
    partitions: one.partitions.map((partition) => ({
      ...partition,
      records: [...batchesIn(partition.records ?? new Uint8Array(0))].map(
        ({ baseOffset, count }) => `${baseOffset}+${count}`,
      ),
    })),
  }));
  return { error: nameOf(response.errorCode), hasSession: response.sessionId !== 0, responses };
}

function draftOf(fetchOffset: number, more: Partial<FetchRequestDraft> = {}): FetchRequestDraft {
  const partitions = [{ partition: 0, fetchOffset, partitionMaxBytes: 1_000_000 }];
  return {
    maxWaitMs: 0,
    minBytes: 1,
    maxBytes: 1_000_000,
    topics: [{ topic, partitions }],
    ...more,
  };
}

/** Name of what is asked, and where. */
const places: readonly (readonly [string, FetchRequestDraft["topics"]])[] = [
  [
    "no such topic",
    [
      {
        topic: "nowhere",
        partitions: [{ partition: 0, fetchOffset: 0, partitionMaxBytes: 100 }],
      },
    ],
  ],
  [
    "no such partition",
    [{ topic, partitions: [{ partition: 7, fetchOffset: 0, partitionMaxBytes: 100 }] }],
  ],
  [
    "an epoch to come",
    [
      {
        topic,
        partitions: [
          { partition: 0, currentLeaderEpoch: 4, fetchOffset: 5, partitionMaxBytes: 100 },
        ],
      },
    ],
  ],
  [
    "the epoch there is",
    [
      {
        topic,
        partitions: [
          { partition: 0, currentLeaderEpoch: 0, fetchOffset: 5, partitionMaxBytes: 100 },
        ],
      },
    ],
  ],
  [
    "one byte at most",
    [{ topic, partitions: [{ partition: 0, fetchOffset: 5, partitionMaxBytes: 1 }] }],
  ],
  [
    "no bytes at all",
    [{ topic, partitions: [{ partition: 0, fetchOffset: 5, partitionMaxBytes: 0 }] }],
  ],
  [
    "an empty partition",
    [{ topic, partitions: [{ partition: 1, fetchOffset: 0, partitionMaxBytes: 100 }] }],
  ],
  [
    "last fetched epoch to come",
    [
      {
        topic,
        partitions: [{ partition: 0, lastFetchedEpoch: 3, fetchOffset: 5, partitionMaxBytes: 100 }],
      },
    ],
  ],
  [
    "last fetched epoch 0",
    [
      {
        topic,
        partitions: [{ partition: 0, lastFetchedEpoch: 0, fetchOffset: 5, partitionMaxBytes: 100 }],
      },
    ],
  ],
];

async function askFetch(scenario: Scenario): Promise<void> {
  const fetch = (version: number, draft: FetchRequestDraft) => async (connection: WireConnection) =>
    summary(await connection.ask(calls.fetch, version, draft));
  for (const offset of [-1, 0, 3, 4, 5, 11, 12, 13]) {
    await scenario.ask(`Fetch: offset ${offset}`, fetch(12, draftOf(offset)));
  }
  for (const version of [4, 5, 7, 9, 11]) {
    await scenario.ask(`Fetch ${version}: offset 4`, fetch(version, draftOf(4)));
    await scenario.ask(`Fetch ${version}: offset 99`, fetch(version, draftOf(99)));
  }
  for (const [name, topics] of places) {
    await scenario.ask(`Fetch: ${name}`, fetch(12, draftOf(0, { topics })));
  }
  await scenario.ask("Fetch: read_committed", fetch(12, draftOf(4, { isolationLevel: 1 })));
  await scenario.ask("Fetch: max bytes of 1", fetch(12, draftOf(4, { maxBytes: 1 })));
  await scenario.ask("Fetch: nothing asked", fetch(12, draftOf(0, { topics: [] })));
  for (const topicId of [STRANGE_UUID, ZERO_UUID]) {
    const topics = [
      { topicId, partitions: [{ partition: 0, fetchOffset: 0, partitionMaxBytes: 100 }] },
    ];
    await scenario.askApart(`Fetch: topic id ${topicId}`, fetch(16, draftOf(0, { topics })));
  }
}

async function askSessions(scenario: Scenario): Promise<void> {
  let sessionId = 0;
  const ask = (name: string, more: Partial<FetchRequestDraft>): Promise<void> =>
    scenario.ask(`sessions: ${name}`, async (connection) => {
      const response = await connection.answer(
        calls.fetch,
        12,
        draftOf(12, { sessionId, ...more }),
      );
      if (sessionId === 0) sessionId = response.sessionId;
      return summary(response);
    });
  await ask("a new one", { sessionEpoch: 0 });
  await ask("nothing new", { sessionEpoch: 1, topics: [] });
  await ask("nothing new again", { sessionEpoch: 2, topics: [] });
  await produce(scenario.connection, { topic, partition: 0 }, batchOf([textRecord("k", "new")]));
  await ask("something new", { sessionEpoch: 3, topics: [] });
  await ask("a wrong epoch", { sessionEpoch: 9, topics: [] });
  await ask("a partition more", {
    sessionEpoch: 4,
    topics: [{ topic, partitions: [{ partition: 1, fetchOffset: 0, partitionMaxBytes: 100 }] }],
  });
  await ask("one forgotten", {
    sessionEpoch: 5,
    topics: [],
    forgottenTopicsData: [{ topic, partitions: [0] }],
  });
  await ask("an unknown id", { sessionId: 12_345, sessionEpoch: 1, topics: [] });
  await ask("the end of it", { sessionEpoch: -1 });
  await ask("after its end", { sessionEpoch: 6, topics: [] });
}
