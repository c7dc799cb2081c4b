/** What chance is drawn from in this run: NARU_CONFORMANCE_SEED, to see a run again, or any. */
export function seedOfRun(): number {
  const given = process.env["NARU_CONFORMANCE_SEED"];
  return given === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(given);
}
