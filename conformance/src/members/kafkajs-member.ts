/** Members of a group by KafkaJS; `member-program.ts` says what goes in and out. */
import kafkaJs, { type Consumer } from "kafkajs";
import { inputEnded, optionsOf, Voice } from "./member-program.ts";

const options = optionsOf(process.argv.slice(2));
const { topic } = options;
const kafka = new kafkaJs.Kafka({
  clientId: options.name,
  brokers: [options.bootstrap],
  logLevel: kafkaJs.logLevel.NOTHING,
  retry: { initialRetryTime: 100, retries: 50 },
});

async function startMember(voice: Voice): Promise<Consumer> {
  const consumer = kafka.consumer({
    groupId: options.group,
    sessionTimeout: options.sessionMs,
    heartbeatInterval: options.heartbeatMs,
    maxWaitTimeInMs: 200,
  });
  consumer.on("consumer.rebalancing", () => voice.has([]));
  consumer.on("consumer.group_join", ({ payload }) => {
    // An eager member gives up all and begins anew from what is committed.
    voice.has([]);
    voice.has(payload.memberAssignment[topic] ?? []);
  });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  await consumer.run({
    autoCommit: false,
    eachBatch: async ({ batch: { partition, messages } }) => {
      const offsets = messages.map(({ offset }) => Number(offset));
      const offset = offsets.at(-1)! + 1;
      voice.say({ event: "records", partition, offsets });
      try {
        await consumer.commitOffsets([{ topic, partition, offset: String(offset) }]);
        voice.say({ event: "committed", partition, offset });
      } catch (error) {
        voice.refused(error);
      }
    },
  });
  return consumer;
}

const members = Array.from({ length: options.members }, (_, index) =>
  startMember(new Voice(`${options.name}-${index}`)),
);
await inputEnded();
for (const member of await Promise.all(members)) await member.disconnect();
process.exit(0);
