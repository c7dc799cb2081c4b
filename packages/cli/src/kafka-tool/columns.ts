/** Lines of columns, one blank between them; each as wide as said, or as its widest cell. */
export function columns(
  rows: readonly (readonly string[])[],
  leastWidths: readonly (number | undefined)[],
): string[] {
  const widths = leastWidths.map((least, index) => {
    if (least === undefined) return 0;
    return Math.max(least, ...rows.map((row) => row[index]?.length ?? 0));
  });
  return rows.map((row) => row.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(" "));
}
