import type { ErrorName } from "@naru/protocol";
import type { Clock } from "@naru/runtime";
import type { TransactionEnrolment } from "../coordinator/transaction/enrolment.ts";
import type { Partition } from "../partition/partition.ts";

/** What is needed of the broker to let a producer write in its transaction. */
export interface EnrolmentBroker {
  readonly clock: Clock;
  readonly enrolment: TransactionEnrolment;
  enrolmentSettings(): EnrolmentSettings;
}

export interface EnrolmentSettings {
  /** `transaction.partition.verification.enable`. */
  readonly verifies: boolean;
  /** `add.partitions.to.txn.retry.backoff.ms`, and how long that goes on. */
  readonly retryBackoffMs: number;
  readonly retryMaxMs: number;
}

/**
 * What a client of some version leaves to the broker (KIP-890): older ones add partitions to their
 * transaction themselves, and the broker only makes sure of it; the oldest of them do not know
 * TRANSACTION_ABORTABLE.
 */
export type EnrolmentKind = "verify" | "verify-abortable" | "add";

export interface TransactionalWriter {
  readonly transactionalId: string;
  readonly producerId: number;
  readonly producerEpoch: number;
  readonly kind: EnrolmentKind;
  /** Whether the broker itself waits for the end of the transaction before, for a little while. */
  readonly retries: boolean;
}

export interface WriteToEnrol {
  readonly partition: Partition;
  readonly baseSequence: number;
}

/** Whether a write may be appended, and with which guard; undefined where none is asked for. */
export interface Admission {
  readonly error: ErrorName;
  readonly guard: number | undefined;
}

const UNGUARDED: Admission = { error: "NONE", guard: undefined };

/**
 * Makes sure that the coordinator knows of each partition that a transaction writes to. Calls back
 * with one admission for each write, at once where the transaction is open there already.
 */
export function enrolWrites(
  broker: EnrolmentBroker,
  writer: TransactionalWriter,
  writes: readonly WriteToEnrol[],
  done: (admissions: readonly Admission[]) => void,
): void {
  const { verifies, retryBackoffMs, retryMaxMs } = broker.enrolmentSettings();
  const isAdding = writer.kind === "add";
  if (!isAdding && !verifies) return done(writes.map(() => UNGUARDED));
  const { clock } = broker;
  const { transactionalId } = writer;
  const startMs = clock.monotonicMs();
  const mayRetry = (): boolean =>
    isAdding && writer.retries && clock.monotonicMs() - startMs < retryMaxMs;
  const attempt = (): void =>
    enrolOnce(broker, writer, writes, (admissions) => {
      const isTooEarly = admissions.some(({ error }) => error === "CONCURRENT_TRANSACTIONS");
      if (isTooEarly && mayRetry()) retry(broker, { transactionalId, retryBackoffMs }, attempt);
      else done(verifies ? admissions : admissions.map(unguarded));
    });
  attempt();
}

/** When the back-off is over, or before: as soon as the transaction has ended. */
function retry(
  { clock, enrolment }: EnrolmentBroker,
  wait: { readonly transactionalId: string; readonly retryBackoffMs: number },
  attempt: () => void,
): void {
  let forget = (): void => {};
  const again = (): void => {
    timer.cancel();
    forget();
    attempt();
  };
  const timer = clock.schedule(wait.retryBackoffMs, again);
  forget = enrolment.onceEnded(wait.transactionalId, again);
}

function enrolOnce(
  { enrolment }: EnrolmentBroker,
  writer: TransactionalWriter,
  writes: readonly WriteToEnrol[],
  done: (admissions: readonly Admission[]) => void,
): void {
  const { transactionalId, producerId, producerEpoch, kind } = writer;
  const admissions = writes.map((write) => begin(writer, write));
  const asked = admissions.flatMap(({ guard = 0 }, index) => (guard > 0 ? [index] : []));
  if (asked.length === 0) return done(admissions);
  const partitions = asked.map((index) => {
    const { topic, index: partition } = writes[index]!.partition;
    return { topic, partition };
  });
  const verifyOnly = kind !== "add";
  enrolment.enrol(
    { transactionalId, producerId, producerEpoch, partitions, verifyOnly },
    (errors) => {
      for (const [at, index] of asked.entries()) {
        const error = toldTo(kind, errors[at]!);
        admissions[index] = { error, guard: admissions[index]!.guard };
      }
      done(admissions);
    },
  );
}

function begin(writer: TransactionalWriter, { partition, baseSequence }: WriteToEnrol): Admission {
  if (!partition.isLeader) return { error: "NOT_LEADER_OR_FOLLOWER", guard: undefined };
  const { producerId, producerEpoch, kind } = writer;
  const bumpsEpoch = kind === "add";
  const header = { producerId, producerEpoch, baseSequence, bumpsEpoch };
  const guard = partition.log.transactions.begin(header);
  return typeof guard === "number" ? { error: "NONE", guard } : { error: guard, guard: undefined };
}

function unguarded({ error }: Admission): Admission {
  return { error, guard: undefined };
}

/** In the words of the client's version. */
function toldTo(kind: EnrolmentKind, error: ErrorName): ErrorName {
  // Producers expect the one for the other here.
  if (error === "PRODUCER_FENCED") return "INVALID_PRODUCER_EPOCH";
  if (error === "TRANSACTION_ABORTABLE" && kind === "verify") return "INVALID_TXN_STATE";
  return error;
}
