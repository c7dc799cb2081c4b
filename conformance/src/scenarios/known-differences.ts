/** Questions to which Naru answers otherwise on purpose, each with the reason. */
export const knownDifferences: ReadonlyMap<string, string> = new Map([
  [
    "produce: null records",
    "Kafka never answers: its handler ends with a null pointer. Naru says INVALID_RECORD.",
  ],
  [
    "produce: gzip that is none",
    "Naru opens compressed batches only on compacted topics; the CRC has been checked.",
  ],
  [
    "IncrementalAlterConfigs: an unknown operation",
    "Kafka fails inside and says UNKNOWN_SERVER_ERROR. Naru says what is wrong with the request.",
  ],
]);
