import assert from "node:assert/strict";
import { test } from "node:test";
import { xxh3 } from "./xxh3.ts";

// Made with hash4j, the library that Kafka uses, over the bytes 0, 7, 14, ... modulo 256: a length
// on both sides of every border between the ways of hashing.
const expected: readonly (readonly [length: number, hash: bigint])[] = [
  [0, 0x2d06800538d394c2n],
  [1, 0xc44bdff4074eecdbn],
  [2, 0x9093381c8763d62en],
  [3, 0xc3489259e968ad9en],
  [4, 0xd3d60c1519014e89n],
  [8, 0xb88dee77f6bf6980n],
  [9, 0x3688dcad730d826n],
  [16, 0x9da23836adf2be1en],
  [17, 0xf34c3c9cf5a112d1n],
  [32, 0x99cb9ad0f1a11fben],
  [33, 0xc077b45492d29cden],
  [64, 0x6efb76ff16f37561n],
  [65, 0x2640848e9137156bn],
  [96, 0x764d2d5db92942dfn],
  [97, 0x77acb7e5f4fd940n],
  [128, 0x65f3c2c00fa93185n],
  [129, 0x28065c6ec25f5b25n],
  [143, 0x2a0cabb0c54e9ca6n],
  [144, 0x600e8d345ff9620dn],
  [240, 0x4917a75c0ef8eed7n],
  [241, 0x541b19226f0052e8n],
  [256, 0xff5a1cefade75bb9n],
  [257, 0x5c4bed20b0d2243an],
  [1024, 0xdc5acf0b043c445bn],
  [1025, 0xe1d9cd946277ae26n],
  [1088, 0x4a9c221912b93194n],
  [1089, 0xe6de48c4a6482d5n],
  [2048, 0x848d24cc268f7498n],
  [4000, 0x39503079d27497d8n],
];

test("each way of hashing, from its shortest input to its longest, gives the known hash", () => {
  for (const [length, hash] of expected) {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 7) % 256);
    assert.equal(xxh3(new DataView(bytes.buffer)), hash, `${length} bytes`);
  }
});
