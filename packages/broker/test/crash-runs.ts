// Turning the machine off before one disk call of a broker's life, and looking at what is left.
import type { DiskErrorCode } from "@naru/runtime";
import { SimulatedRandom, simulatedRuntime, type SimulatedNode } from "@naru/runtime/simulated";
import { Promises, live, machineOf } from "./broker-life.ts";
import { checkPromises } from "./kept-promises-rig.test.ts";

/**
 * Runs the life until disk call `call`, and checks `outcomes` ways in which the disk may be left.
 */
export async function crashAt(
  call: number,
  { outcomes, crashAgainAt }: { outcomes: number; crashAgainAt?: number },
): Promise<"crashed" | "lived on"> {
  const sim = simulatedRuntime({ seed: call });
  const machine = machineOf(sim, sim.node("broker").disk, "first life");
  const promises = new Promises();
  machine.disk.crashAt(call);
  let hasLived = true;
  await sim.run(live(sim, machine, promises)).catch((error: unknown) => {
    hasLived = false;
    if (!machine.disk.isCrashed) throw error;
  });
  machine.crash();
  for (let outcome = 0; outcome < outcomes; outcome += 1) {
    const chance = `${call}/${outcome}`;
    let after = turnedOn(machine, chance);
    try {
      if (crashAgainAt !== undefined) {
        // Off again in the middle of the start that recovers.
        after.disk.crashAt(crashAgainAt);
        await sim.run(checkPromises(sim, after, promises)).catch((error: unknown) => {
          if (!after.disk.isCrashed) throw error;
        });
        after.crash();
        promises.isClean = false;
        after = turnedOn(after, `${chance} again`);
      }
      await sim.run(checkPromises(sim, after, promises));
    } catch (error) {
      throw new Error(`crash at disk call ${call}, outcome ${outcome}`, { cause: error });
    }
    after.crash();
  }
  return hasLived ? "lived on" : "crashed";

  function turnedOn(off: SimulatedNode, chance: string): SimulatedNode {
    return machineOf(sim, off.disk.crash(new SimulatedRandom(chance)), chance);
  }
}

/**
 * Runs the life with one disk call that fails, and checks what is left when the power goes then.
 */
export async function failAt(
  call: number,
  code: DiskErrorCode,
): Promise<"failed" | "lived on" | "not reached"> {
  const sim = simulatedRuntime({ seed: call });
  const machine = machineOf(sim, sim.node("broker").disk, "first life");
  const promises = new Promises();
  machine.disk.failAt(call, code);
  let hasLived = true;
  await sim.run(live(sim, machine, promises)).catch(() => {
    hasLived = false;
  });
  const wasReached = machine.disk.callCount >= call;
  machine.crash();
  const after = machineOf(sim, machine.disk.crash(new SimulatedRandom(call)), "after");
  await sim.run(checkPromises(sim, after, promises)).catch((error: unknown) => {
    throw new Error(`${code} at disk call ${call}`, { cause: error });
  });
  if (!wasReached) return "not reached";
  return hasLived ? "lived on" : "failed";
}
