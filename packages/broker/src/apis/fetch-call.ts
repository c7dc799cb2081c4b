import type { Timer } from "@naru/runtime";
import type {
  FetchRequest,
  FetchResponseDraft,
  FetchResponseFetchableTopicResponseDraft as TopicAnswer,
  FetchResponsePartitionDataDraft as PartitionAnswer,
} from "@naru/protocol/messages/fetch";
import type { Partition, PartitionWaiter } from "../partition/partition.ts";
import type { Answer, RequestContext } from "./api.ts";
import type { FetchPlan } from "./fetch-plan.ts";
import { FetchRead } from "./fetch-read.ts";
import { endpointsOf } from "./node-endpoints.ts";
import type { RecordBroker } from "./record-broker.ts";

/**
 * One Fetch request on its way. It reads; when there is less than `minBytes` it waits on its
 * partitions until enough has been appended or `maxWaitMs` is over, and reads again.
 */
export class FetchCall implements PartitionWaiter {
  readonly #broker: RecordBroker;
  readonly #request: FetchRequest;
  readonly #context: RequestContext;
  readonly #plan: FetchPlan;
  /** The partitions waited on, each with its count of appended bytes when last looked at. */
  readonly #watched = new Map<Partition, number>();
  #arrivedBytes = 0;
  #timer: Timer | undefined;
  #isReading = false;
  #isOver = false;
  #resolve: ((response: FetchResponseDraft | undefined) => void) | undefined;

  constructor(
    broker: RecordBroker,
    options: { request: FetchRequest; context: RequestContext; plan: FetchPlan },
  ) {
    this.#broker = broker;
    this.#request = options.request;
    this.#context = options.context;
    this.#plan = options.plan;
  }

  start(): Answer<FetchResponseDraft> {
    const read = this.#read();
    if (read instanceof Promise) return read.then((done) => this.#answerOrWait(done));
    return this.#answerOrWait(read);
  }

  progressed(partition: Partition): void {
    const seen = this.#watched.get(partition) ?? 0;
    this.#watched.set(partition, partition.appendedBytes);
    this.#arrivedBytes += partition.appendedBytes - seen;
    const hasEnough = this.#arrivedBytes >= this.#request.minBytes || !partition.isLeader;
    if (!hasEnough || this.#isReading || this.#isOver) return;
    this.#isReading = true;
    // What other partitions append in this turn is read along with it.
    this.#broker.clock.atEndOfTurn(() => this.#tryAgain("when-enough"));
  }

  #read(): FetchRead | Promise<FetchRead> {
    return new FetchRead(this.#broker, {
      request: this.#request,
      version: this.#context.apiVersion,
    }).run(this.#plan.partitions.values());
  }

  #answerOrWait(read: FetchRead): Answer<FetchResponseDraft> {
    const { minBytes, maxWaitMs } = this.#request;
    const isDone =
      read.bytes >= minBytes || read.mustAnswer || maxWaitMs <= 0 || read.answers.length === 0;
    if (isDone) return this.#response(read);
    read.release();
    this.#arrivedBytes = read.bytes;
    return new Promise((resolve) => {
      this.#resolve = resolve;
      for (const partition of read.partitions) {
        this.#watched.set(partition, partition.appendedBytes);
        partition.addWaiter(this);
      }
      this.#timer = this.#broker.clock.schedule(maxWaitMs, () => this.#tryAgain("time-is-over"));
      this.#context.onClosed(() => this.#end(undefined));
    });
  }

  #tryAgain(reason: "when-enough" | "time-is-over"): void {
    if (this.#isOver) return;
    if (reason === "time-is-over") this.#stopWaiting();
    const read = this.#read();
    if (read instanceof Promise) {
      read.then(
        (done) => this.#finish(done, reason),
        () => this.#end(undefined),
      );
    } else {
      this.#finish(read, reason);
    }
  }

  #finish(read: FetchRead, reason: "when-enough" | "time-is-over"): void {
    this.#isReading = false;
    if (this.#isOver) return read.release();
    const isEnough = read.bytes >= this.#request.minBytes || read.mustAnswer;
    if (reason === "when-enough" && !isEnough) {
      // Appended, but not yet for this reader: read_committed stops at an open transaction.
      this.#arrivedBytes = read.bytes;
      read.release();
      return;
    }
    this.#end(this.#response(read));
  }

  #end(response: FetchResponseDraft | undefined): void {
    this.#stopWaiting();
    if (this.#isOver) return;
    this.#isOver = true;
    this.#resolve?.(response);
  }

  #stopWaiting(): void {
    this.#timer?.cancel();
    for (const partition of this.#watched.keys()) partition.removeWaiter(this);
    this.#watched.clear();
  }

  #response(read: FetchRead): FetchResponseDraft {
    this.#context.onSent(() => read.release());
    const { kind, session } = this.#plan;
    const responses: TopicAnswer[] = [];
    let current: { key: string; partitions: PartitionAnswer[] } | undefined;
    for (const { asked, answer } of read.answers) {
      const isNews = session === undefined || session.isNews(asked, answer);
      if (kind === "incremental" && !isNews) continue;
      const key = asked.topic === "" ? asked.topicId : asked.topic;
      if (current?.key !== key) {
        current = { key, partitions: [] };
        responses.push({
          topic: asked.topic,
          topicId: asked.topicId,
          partitions: current.partitions,
        });
      }
      current.partitions.push(answer);
    }
    const response: FetchResponseDraft = {
      throttleTimeMs: 0,
      errorCode: 0,
      sessionId: session?.id ?? 0,
      responses,
    };
    if (read.hasMoved) response.nodeEndpoints = endpointsOf(this.#broker.image());
    return response;
  }
}
