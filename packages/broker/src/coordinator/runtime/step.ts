declare const answered: unique symbol;

/** Where an answer goes. A machine keeps it while the request waits, and never looks inside. */
export interface ReplyTo<Response> {
  readonly [answered]?: (response: Response) => void;
}

export interface Reply {
  readonly to: ReplyTo<never>;
  readonly response: unknown;
}

/** A timer to arm, in place of any with the same key; without `event`, one to cancel. */
export interface TimerRequest<Timer> {
  readonly key: string;
  readonly delayMs: number;
  readonly event: Timer | undefined;
}

/**
 * One operation on a shard, and what comes of it, as data: the shell appends the records as one
 * batch, arms the timers in their order, and once the records, and all that were written before
 * them, are durable, sends the replies and sees to the effects.
 */
export class Step<Rec, Timer, Effect = never> {
  readonly nowMs: number;
  /** The largest batch that the log takes. */
  readonly batchBytesMax: number;
  readonly records: Rec[] = [];
  readonly timers: TimerRequest<Timer>[] = [];
  readonly replies: Reply[] = [];
  /** What is to be done elsewhere, and rests on the records: lost with the shard's leadership. */
  readonly effects: Effect[] = [];
  /** Sentences for the log of the broker. */
  readonly notes: string[] = [];
  /** Its records mean something one by one: they may be several batches, where one is too small. */
  isDivisible = false;
  readonly #replay: (record: Rec) => void;
  readonly #fit: (records: readonly Rec[]) => boolean;

  constructor(
    nowMs: number,
    shard: {
      readonly batchBytesMax: number;
      readonly replay: (record: Rec) => void;
      /** Whether these are within the largest batch. */
      readonly fit: (records: readonly Rec[]) => boolean;
    },
  ) {
    this.nowMs = nowMs;
    this.batchBytesMax = shard.batchBytesMax;
    this.#replay = shard.replay;
    this.#fit = shard.fit;
  }

  /**
   * Whether the batch has room for this record beside those that are written. To be asked before
   * one that clients can make as large as they like: a batch that is too large costs the shard its
   * state, which is then read again.
   */
  fits(record: Rec): boolean {
    return this.#fit([...this.records, record]);
  }

  /** Replayed at once: the rest of the operation sees the new state. */
  write(record: Rec): void {
    this.#replay(record);
    this.records.push(record);
  }

  arm(key: string, delayMs: number, event: Timer): void {
    this.timers.push({ key, delayMs, event });
  }

  cancel(key: string): void {
    this.timers.push({ key, delayMs: 0, event: undefined });
  }

  reply<Response>(to: ReplyTo<Response>, response: Response): void {
    this.replies.push({ to, response });
  }

  effect(effect: Effect): void {
    this.effects.push(effect);
  }

  note(sentence: string): void {
    this.notes.push(sentence);
  }
}
