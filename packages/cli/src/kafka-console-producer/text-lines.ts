/**
 * Lines of text as Java's readLine gives them: ended by a line feed, a carriage return, or both.
 * What is no UTF-8 becomes U+FFFD, as there.
 */
export async function* textLines(
  input: AsyncIterable<Uint8Array>,
): AsyncGenerator<readonly string[]> {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let rest = "";
  /** The piece before ended in a carriage return: a line feed now belongs to it. */
  let isAfterReturn = false;
  const linesOf = (text: string): string[] => {
    const fresh = isAfterReturn && text.startsWith("\n") ? text.slice(1) : text;
    if (text !== "") isAfterReturn = text.endsWith("\r");
    const lines = (rest + fresh).split(/\r\n|\r|\n/);
    rest = lines.pop() ?? "";
    return lines;
  };
  for await (const bytes of input) {
    const lines = linesOf(decoder.decode(bytes, { stream: true }));
    if (lines.length > 0) yield lines;
  }
  const last = linesOf(decoder.decode());
  if (rest !== "") last.push(rest);
  if (last.length > 0) yield last;
}
