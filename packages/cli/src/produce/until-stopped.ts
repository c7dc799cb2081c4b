/** The same items until the signal aborts, also while the next one is waited for. */
export async function* untilStopped<T>(
  items: AsyncIterable<T>,
  stop: AbortSignal,
): AsyncGenerator<T, void, void> {
  const iterator = items[Symbol.asyncIterator]();
  const stopped = Promise.withResolvers<{ readonly done: true; readonly value: undefined }>();
  const onStop = (): void => stopped.resolve({ done: true, value: undefined });
  stop.addEventListener("abort", onStop);
  if (stop.aborted) onStop();
  try {
    for (;;) {
      const next = await Promise.race([iterator.next(), stopped.promise]);
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    stop.removeEventListener("abort", onStop);
  }
}
