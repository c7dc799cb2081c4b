/**
 * What came of opening compressed bytes. Survives structured clone, so that a worker can return it.
 */
export type Decompressed =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | {
      readonly ok: false;
      /** More bytes than the budget allows, or bytes that are not what a compressor wrote. */
      readonly fault: "over-budget" | "damaged";
      readonly reason: string;
    };

/** The bytes would be more than the budget: nothing of that size was allocated. */
export function overBudget(foundBytes: string, budgetBytes: number): Decompressed {
  const reason = `decompresses to ${foundBytes} bytes, expected at most ${budgetBytes}`;
  return { ok: false, fault: "over-budget", reason };
}

/** The bytes are not in the codec's format. */
export function damaged(reason: string): Decompressed {
  return { ok: false, fault: "damaged", reason };
}
