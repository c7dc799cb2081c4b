/** The codecs of a batch, by the number in its attributes and by Kafka's name. */
export const compressionCodecs = {
  none: 0,
  gzip: 1,
  snappy: 2,
  lz4: 3,
  zstd: 4,
} as const satisfies Record<string, number>;

/** A codec's name, as `compression.type` spells it. */
export type CompressionType = keyof typeof compressionCodecs;

const namesByCodec = Object.keys(compressionCodecs) as CompressionType[];

/** The name of a codec's number; undefined for 5 to 7, which do not exist. */
export function compressionTypeOf(codec: number): CompressionType | undefined {
  return namesByCodec[codec];
}
