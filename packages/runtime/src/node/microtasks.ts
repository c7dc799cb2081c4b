/** Resolves when every promise reaction that can run now has run, and those that these bring. */
export function microtasksDone(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve));
}
