import type { ErrorName } from "@naru/protocol";
import { addPartitions, verifyPartitions } from "./add-partitions.ts";
import type { Enrolment } from "./enrolment.ts";
import type { TransactionMachine } from "./transaction-machine.ts";
import { EPOCH_BUMP_VERSION } from "./transaction-metadata.ts";
import type { TransactionStep } from "./transaction-step.ts";

/** One error for each partition. Of fencing a producer hears by the name that Produce has. */
export function enrol(
  machine: TransactionMachine,
  enrolment: Enrolment,
  step: TransactionStep,
): ErrorName[] {
  const errors = enrolment.verifyOnly
    ? verifyPartitions(machine, enrolment)
    : added(machine, enrolment, step);
  return errors.map((error) => (error === "PRODUCER_FENCED" ? "INVALID_PRODUCER_EPOCH" : error));
}

function added(
  machine: TransactionMachine,
  enrolment: Enrolment,
  step: TransactionStep,
): ErrorName[] {
  const call = { ...enrolment, clientTransactionVersion: EPOCH_BUMP_VERSION };
  const error = addPartitions(machine, call, step);
  return enrolment.partitions.map(() => error);
}
