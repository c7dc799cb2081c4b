/** A column of a table: the same rows are printed for people and as JSON. */
export interface Column<Row> {
  readonly title: string;
  /** Numbers stand at the right. */
  readonly isNumber?: boolean;
  readonly cell: (row: Row) => string | number;
}

/** Lines with a header; every column as wide as its widest cell. */
export function table<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string[] {
  const cells = rows.map((row) => columns.map(({ cell }) => String(cell(row))));
  const titles = columns.map(({ title }) => title);
  const widths = titles.map((title, index) =>
    Math.max(title.length, ...cells.map((line) => line[index]?.length ?? 0)),
  );
  const line = (words: readonly string[]): string =>
    words
      .map((word, index) => {
        const width = widths[index] ?? 0;
        return columns[index]?.isNumber === true ? word.padStart(width) : word.padEnd(width);
      })
      .join("  ")
      .trimEnd();
  return [line(titles), ...cells.map(line)];
}
