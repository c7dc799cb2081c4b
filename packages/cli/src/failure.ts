/** What a failure says to a user: its sentence; for a bug of ours the way to it as well. */
export function failureText(error: unknown): string {
  if (!(error instanceof Error)) return `naru: ${String(error)}`;
  const isForeseen = "code" in error || error.constructor === Error;
  if (!isForeseen) return `naru: this is a bug of Naru's. ${error.stack ?? error.message}`;
  const hint = "hint" in error && typeof error.hint === "string" ? error.hint : "";
  const isSaid = hint === "" || error.message.includes(hint);
  const next = "code" in error ? nextSteps[String(error.code)] : undefined;
  return `naru: ${error.message}${isSaid ? "" : ` ${hint}`}${next ?? ""}`;
}

const nextSteps: Readonly<Record<string, string>> = {
  CONNECTION_FAILED: " 'naru start' starts one; --bootstrap-server names another.",
};
