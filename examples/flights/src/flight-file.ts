import { fileURLToPath } from "node:url";
import { asyncBufferFromFile, type AsyncBuffer, parquetReadObjects } from "hyparquet";
import { compressors } from "hyparquet-compressors";

/** A flight as the data file has it. The date is microseconds since 1970, local time. */
export interface Flight {
  readonly date: Date | bigint;
  readonly delay: bigint | null;
  readonly distance: bigint | null;
  readonly origin: string;
  readonly destination: string;
}

/** A flight as a record: keyed by the airport that it leaves from. */
export interface FlightRecord {
  readonly key: string;
  readonly value: string;
}

const CHUNK_ROWS = 50_000;

/** The file of 3,000,000 flights that the npm package vega-datasets brings. */
export function openFlights(): Promise<AsyncBuffer> {
  const file = new URL("../data/flights-3m.parquet", import.meta.resolve("vega-datasets"));
  return asyncBufferFromFile(fileURLToPath(file));
}

/** The first flights of the file, in pieces, as records. */
export async function* readFlights(
  file: AsyncBuffer,
  count: number,
): AsyncGenerator<readonly FlightRecord[]> {
  for (let rowStart = 0; rowStart < count; rowStart += CHUNK_ROWS) {
    const rowEnd = Math.min(rowStart + CHUNK_ROWS, count);
    const rows = await parquetReadObjects({ file, compressors, rowStart, rowEnd });
    yield rows.map((row) => recordOf(row as unknown as Flight));
  }
}

function recordOf({ date, delay, distance, origin, destination }: Flight): FlightRecord {
  const value = JSON.stringify({
    date: date instanceof Date ? date.toISOString() : Number(date),
    delay: delay === null ? null : Number(delay),
    distance: distance === null ? null : Number(distance),
    destination,
  });
  return { key: origin, value };
}
