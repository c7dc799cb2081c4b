import { codeOf, type ErrorName } from "@naru/protocol";
import type { Timer } from "@naru/runtime";
import type {
  FetchRequest,
  FetchResponseDraft,
  FetchResponseFetchableTopicResponseDraft as TopicAnswer,
  FetchResponsePartitionDataDraft as PartitionAnswer,
} from "@naru/protocol/messages/fetch";
import type { Partition, PartitionWaiter } from "../partition/partition.ts";
import { LaterAnswer } from "../network/later-answer.ts";
import type { Answer, RequestContext } from "./api.ts";
import type { FetchPlan } from "./fetch-plan.ts";
import { FetchRead } from "./fetch-read.ts";
import { endpointsOf } from "./node-endpoints.ts";
import type { RecordBroker } from "./record-broker.ts";

/** An answer that speaks of the request as a whole: the client begins a new session. */
export function refusedFetch(error: ErrorName, sessionId = 0): FetchResponseDraft {
  return { throttleTimeMs: 0, errorCode: codeOf(error), sessionId, responses: [] };
}

/**
 * One Fetch request on its way. It reads; when there is less than `minBytes` it waits on its
 * partitions until enough has been appended or `maxWaitMs` is over, and reads again.
 */
export class FetchCall implements PartitionWaiter {
  readonly #broker: RecordBroker;
  readonly #request: FetchRequest;
  readonly #context: RequestContext;
  readonly #plan: FetchPlan;
  readonly #minBytes: number;
  /** The partitions waited on, each with its count of readable bytes when last looked at. */
  readonly #watched = new Map<Partition, number>();
  #arrivedBytes = 0;
  #timer: Timer | undefined;
  #isReading = false;
  #isOver = false;
  #later: LaterAnswer<FetchResponseDraft> | undefined;

  constructor(
    broker: RecordBroker,
    options: { request: FetchRequest; context: RequestContext; plan: FetchPlan },
  ) {
    this.#broker = broker;
    this.#request = options.request;
    this.#context = options.context;
    this.#plan = options.plan;
    // More than an answer may hold would never come.
    const { minBytes, maxBytes } = options.request;
    this.#minBytes = Math.min(minBytes, maxBytes, broker.fetchMaxBytes());
  }

  start(): Answer<FetchResponseDraft> {
    const read = this.#read();
    // A LaterAnswer can be awaited, so a promise of one becomes a promise of the answer.
    if (read instanceof Promise) return read.then((done) => this.#answerOrWait(done));
    return this.#answerOrWait(read);
  }

  progressed(partition: Partition): void {
    const seen = this.#watched.get(partition) ?? 0;
    this.#watched.set(partition, partition.readableBytes);
    this.#arrivedBytes += partition.readableBytes - seen;
    if (this.#arrivedBytes < this.#minBytes && partition.isLeader) return;
    if (this.#isReading || this.#isOver) return;
    this.#isReading = true;
    // What other partitions append in this turn is read along with it.
    this.#broker.clock.atEndOfTurn(() => this.#tryAgain("when-enough"));
  }

  #read(): FetchRead | Promise<FetchRead> {
    return new FetchRead(this.#broker, {
      request: this.#request,
      version: this.#context.apiVersion,
    }).run(this.#plan.partitions);
  }

  #answerOrWait(read: FetchRead): Answer<FetchResponseDraft> {
    const { maxWaitMs } = this.#request;
    if (this.#isEnough(read) || maxWaitMs <= 0 || read.answers.length === 0) {
      return this.#response(read);
    }
    read.release();
    this.#arrivedBytes = read.bytes;
    this.#later = new LaterAnswer();
    this.#timer = this.#broker.clock.schedule(maxWaitMs, () => this.#tryAgain("time-is-over"));
    for (const { partition, readableBytes } of read.partitions) {
      this.#watched.set(partition, readableBytes);
      partition.addWaiter(this);
    }
    // A read from a cold disk takes its time: what came meanwhile will not be told again.
    for (const { partition } of read.partitions) this.progressed(partition);
    // Last: the client may be gone already, and then nothing may be left that waits.
    this.#context.onClosed(() => this.#end(undefined));
    return this.#later;
  }

  #isEnough(read: FetchRead): boolean {
    return read.bytes >= this.#minBytes || read.mustAnswer;
  }

  #tryAgain(reason: "when-enough" | "time-is-over"): void {
    if (this.#isOver) return;
    if (reason === "time-is-over") this.#stopWaiting();
    // Nobody above catches: this runs in a callback of the clock.
    try {
      const read = this.#read();
      if (read instanceof Promise) {
        read
          .then((done) => this.#finish(done, reason))
          .catch((error: unknown) => this.#failed(error));
      } else this.#finish(read, reason);
    } catch (error) {
      this.#failed(error);
    }
  }

  #failed(error: unknown): void {
    this.#stopWaiting();
    if (this.#isOver) return;
    this.#isOver = true;
    this.#later?.reject(error);
  }

  #finish(read: FetchRead, reason: "when-enough" | "time-is-over"): void {
    this.#isReading = false;
    if (this.#isOver) return read.release();
    if (reason === "when-enough" && !this.#isEnough(read)) {
      // Readable, but not yet for this reader: read_committed stops at an open transaction. The
      // next progress may be its end, so the count stays as it is.
      read.release();
      return;
    }
    this.#end(this.#response(read));
  }

  #end(response: FetchResponseDraft | undefined): void {
    this.#stopWaiting();
    if (this.#isOver) return;
    this.#isOver = true;
    this.#later?.resolve(response);
  }

  #stopWaiting(): void {
    this.#timer?.cancel();
    for (const partition of this.#watched.keys()) partition.removeWaiter(this);
    this.#watched.clear();
  }

  #response(read: FetchRead): FetchResponseDraft {
    this.#context.onSent(() => read.release());
    const { session, epoch } = this.#plan;
    if (session !== undefined && session.epoch !== epoch) {
      // The session went on while this request waited: what it would say is old news.
      return refusedFetch("INVALID_FETCH_SESSION_EPOCH", session.id);
    }
    const response: FetchResponseDraft = {
      throttleTimeMs: 0,
      errorCode: 0,
      sessionId: session?.id ?? 0,
      responses: this.#topicAnswers(read),
    };
    if (read.hasMoved) response.nodeEndpoints = endpointsOf(this.#broker.image());
    return response;
  }

  #topicAnswers(read: FetchRead): TopicAnswer[] {
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
    return responses;
  }
}
