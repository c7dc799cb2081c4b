/** Members of a group by @platformatic/kafka; `member-program.ts` says what goes in and out. */
import { Consumer } from "@platformatic/kafka";
import { inputEnded, optionsOf, Voice } from "./member-program.ts";

const options = optionsOf(process.argv.slice(2));
const LOOK_MS = 20;
const AGAIN_MS = 200;

/** One member. After what its consumer does not outlive, it goes on with a new consumer. */
class Member {
  readonly #voice: Voice;
  #consumer: Consumer | undefined;
  #isOver = false;
  #isRebalancing = false;

  constructor(voice: Voice) {
    this.#voice = voice;
    setInterval(() => this.#look(), LOOK_MS);
  }

  async run(): Promise<void> {
    while (!this.#isOver) {
      const consumer = newConsumer();
      this.#consumer = consumer;
      try {
        await this.#consume(consumer);
      } catch (error) {
        this.#voice.refused(error);
      }
      this.#voice.has([]);
      await consumer.close(true).catch(() => undefined);
      if (!this.#isOver) await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }

  async stop(): Promise<void> {
    this.#isOver = true;
    await this.#consumer?.close(true);
    this.#consumer = undefined;
    this.#voice.has([]);
  }

  /** A member of the consumer protocol says nothing when it is assigned something: look. */
  #look(): void {
    if (this.#isRebalancing || this.#consumer === undefined) return;
    this.#voice.has(this.#consumer.assignments?.[0]?.partitions ?? []);
  }

  async #consume(consumer: Consumer): Promise<void> {
    if (options.protocol === "classic") {
      consumer.on("consumer:group:rebalance", () => {
        this.#isRebalancing = true;
        this.#voice.has([]);
      });
      consumer.on("consumer:group:join", () => {
        this.#isRebalancing = false;
      });
    }
    const stream = await consumer.consume({
      topics: [options.topic],
      mode: "committed",
      fallbackMode: "earliest",
      autocommit: false,
      maxWaitTime: 200,
    });
    // A member that the broker has forgotten goes on with its old epoch for ever.
    consumer.on("consumer:heartbeat:error", ({ error }) => {
      const isForgotten = JSON.stringify(error, Object.getOwnPropertyNames(error)).includes(
        "UNKNOWN_MEMBER",
      );
      if (isForgotten) stream.destroy(error);
    });
    for await (const message of stream) {
      this.#look();
      const { partition } = message;
      const offset = Number(message.offset) + 1;
      this.#voice.say({ event: "records", partition, offsets: [offset - 1] });
      void Promise.resolve(message.commit()).then(
        () => this.#voice.say({ event: "committed", partition, offset }),
        (error: unknown) => this.#voice.refused(error),
      );
    }
  }
}

function newConsumer(): Consumer {
  const base = {
    clientId: options.name,
    groupId: options.group,
    bootstrapBrokers: [options.bootstrap],
    rebalanceTimeout: 60_000,
  };
  if (options.protocol === "consumer") {
    const groupRemoteAssignor = options.assignor;
    return new Consumer({ ...base, groupProtocol: "consumer", groupRemoteAssignor });
  }
  return new Consumer({
    ...base,
    sessionTimeout: options.sessionMs,
    heartbeatInterval: options.heartbeatMs,
    protocols: [{ name: options.assignor, version: 1 }],
  });
}

const members = Array.from(
  { length: options.members },
  (_, index) => new Member(new Voice(`${options.name}-${index}`)),
);
for (const member of members) void member.run();
await inputEnded();
await Promise.all(members.map((member) => member.stop()));
process.exit(0);
