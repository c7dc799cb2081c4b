/**
 * XXH3-64 with seed 0, as Kafka hashes what a group's assignment rests on. Written for clarity: it
 * runs when metadata changes, never for a record or a heartbeat.
 *
 * Inputs of up to 16, 128, 240 and more bytes are each hashed in their own way; all mix 64-bit
 * words of the input with words of a fixed secret. Numbers are unsigned; reads are little-endian.
 * https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md
 */
const SECRET = new DataView(
  Uint8Array.from(
    Buffer.from(
      "b8fe6c3923a44bbe7c01812cf721ad1cded46de9839097db7240a4a4b7b3671f" +
        "cb79e64eccc0e578825ad07dccff7221b8084674f743248ee03590e6813a264c" +
        "3c2852bb91c300cb88d0658b1b532ea371644897a20df94e3819ef46a9deacd8" +
        "a8fa763fe39c343ff9dcbbc7c70b4f1d8a51e04bcdb45931c89f7ec9d9787364" +
        "eac5ac8334d3ebc3c581a0fffa1363eb170ddd51b7f0da49d316552629d4689e" +
        "2b16be587d47a1fc8ff8b8d17ad031ce45cb3a8f95160428afd7fbcabb4b407e",
      "hex",
    ),
  ).buffer,
);

const PRIME32_1 = 0x9e3779b1n;
const PRIME32_2 = 0x85ebca77n;
const PRIME32_3 = 0xc2b2ae3dn;
const PRIME64_1 = 0x9e3779b185ebca87n;
const PRIME64_2 = 0xc2b2ae3d27d4eb4fn;
const PRIME64_3 = 0x165667b19e3779f9n;
const PRIME64_4 = 0x85ebca77c2b2ae63n;
const PRIME64_5 = 0x27d4eb2f165667c5n;
const PRIME_MX1 = 0x165667919e3779f9n;
const PRIME_MX2 = 0x9fb21c651e98df25n;

const STRIPE_BYTES = 64;
/** Each stripe of a block starts 8 bytes further in the secret, until its end is reached. */
const STRIPES_A_BLOCK = (SECRET.byteLength - STRIPE_BYTES) / 8;

/** The hash of all that `input` shows, as 64 bits without sign. */
export function xxh3(input: DataView): bigint {
  const length = input.byteLength;
  if (length === 0) return avalancheOfXxh64(word(SECRET, 56) ^ word(SECRET, 64));
  if (length <= 3) return hashTo3(input);
  if (length <= 8) return hashTo8(input);
  if (length <= 16) return hashTo16(input);
  if (length <= 128) return hashTo128(input);
  if (length <= 240) return hashTo240(input);
  return hashLong(input);
}

function hashTo3(input: DataView): bigint {
  const length = input.byteLength;
  const first = BigInt(input.getUint8(0));
  const middle = BigInt(input.getUint8(length >> 1));
  const last = BigInt(input.getUint8(length - 1));
  const combined = (first << 16n) | (middle << 24n) | last | (BigInt(length) << 8n);
  return avalancheOfXxh64(combined ^ halfWord(SECRET, 0) ^ halfWord(SECRET, 4));
}

function hashTo8(input: DataView): bigint {
  const length = input.byteLength;
  const both = halfWord(input, length - 4) + (halfWord(input, 0) << 32n);
  let hash = both ^ word(SECRET, 8) ^ word(SECRET, 16);
  hash ^= rotated(hash, 49n) ^ rotated(hash, 24n);
  hash = wrapped(hash * PRIME_MX2);
  hash ^= (hash >> 35n) + BigInt(length);
  hash = wrapped(hash * PRIME_MX2);
  return hash ^ (hash >> 28n);
}

function hashTo16(input: DataView): bigint {
  const length = input.byteLength;
  const low = word(input, 0) ^ word(SECRET, 24) ^ word(SECRET, 32);
  const high = word(input, length - 8) ^ word(SECRET, 40) ^ word(SECRET, 48);
  return avalanche(wrapped(BigInt(length) + bytesSwapped(low) + high + folded(low, high)));
}

/** Pairs of 16 bytes, one from each end, towards the middle. */
function hashTo128(input: DataView): bigint {
  const length = input.byteLength;
  let hash = BigInt(length) * PRIME64_1;
  for (let pair = (length - 1) >> 5; pair >= 0; pair -= 1) {
    hash += mixed(input, pair * 16, pair * 32);
    hash += mixed(input, length - (pair + 1) * 16, pair * 32 + 16);
  }
  return avalanche(wrapped(hash));
}

function hashTo240(input: DataView): bigint {
  const length = input.byteLength;
  let hash = BigInt(length) * PRIME64_1;
  for (let at = 0; at < 128; at += 16) hash += mixed(input, at, at);
  hash = avalanche(wrapped(hash));
  for (let at = 128; at + 16 <= length; at += 16) hash += mixed(input, at, at - 128 + 3);
  hash += mixed(input, length - 16, 136 - 17);
  return avalanche(wrapped(hash));
}

function hashLong(input: DataView): bigint {
  const length = input.byteLength;
  const lanes = [
    PRIME32_3,
    PRIME64_1,
    PRIME64_2,
    PRIME64_3,
    PRIME64_4,
    PRIME32_2,
    PRIME64_5,
    PRIME32_1,
  ];
  // The last stripe is hashed apart: it overlaps the one before where the length asks for it.
  const stripeCount = Math.floor((length - 1) / STRIPE_BYTES);
  for (let stripe = 0; stripe < stripeCount; stripe += 1) {
    const place = stripe % STRIPES_A_BLOCK;
    accumulate(lanes, input, { at: stripe * STRIPE_BYTES, secretAt: place * 8 });
    if (place === STRIPES_A_BLOCK - 1) scramble(lanes);
  }
  const lastSecretAt = SECRET.byteLength - STRIPE_BYTES - 7;
  accumulate(lanes, input, { at: length - STRIPE_BYTES, secretAt: lastSecretAt });
  let hash = BigInt(length) * PRIME64_1;
  for (let lane = 0; lane < 8; lane += 2) {
    const secretAt = 11 + lane * 8;
    hash += folded(
      lanes[lane]! ^ word(SECRET, secretAt),
      lanes[lane + 1]! ^ word(SECRET, secretAt + 8),
    );
  }
  return avalanche(wrapped(hash));
}

function accumulate(
  lanes: bigint[],
  input: DataView,
  { at, secretAt }: { at: number; secretAt: number },
): void {
  for (let lane = 0; lane < 8; lane += 1) {
    const value = word(input, at + lane * 8);
    const keyed = value ^ word(SECRET, secretAt + lane * 8);
    const neighbour = lane ^ 1;
    lanes[neighbour] = wrapped(lanes[neighbour]! + value);
    lanes[lane] = wrapped(lanes[lane]! + (keyed & 0xffff_ffffn) * (keyed >> 32n));
  }
}

function scramble(lanes: bigint[]): void {
  const secretAt = SECRET.byteLength - STRIPE_BYTES;
  for (const [lane, value] of lanes.entries()) {
    const keyed = value ^ (value >> 47n) ^ word(SECRET, secretAt + lane * 8);
    lanes[lane] = wrapped(keyed * PRIME32_1);
  }
}

/** 16 bytes of the input with 16 bytes of the secret. */
function mixed(input: DataView, at: number, secretAt: number): bigint {
  return folded(
    word(input, at) ^ word(SECRET, secretAt),
    word(input, at + 8) ^ word(SECRET, secretAt + 8),
  );
}

/** Both halves of the 128-bit product, one upon the other. */
function folded(a: bigint, b: bigint): bigint {
  const product = a * b;
  return wrapped(product) ^ (product >> 64n);
}

function avalanche(value: bigint): bigint {
  const hash = wrapped((value ^ (value >> 37n)) * PRIME_MX1);
  return hash ^ (hash >> 32n);
}

/** The older function's end, which the shortest inputs still have. */
function avalancheOfXxh64(value: bigint): bigint {
  let hash = wrapped((value ^ (value >> 33n)) * PRIME64_2);
  hash = wrapped((hash ^ (hash >> 29n)) * PRIME64_3);
  return hash ^ (hash >> 32n);
}

function rotated(value: bigint, bits: bigint): bigint {
  return wrapped(value << bits) | (value >> (64n - bits));
}

function bytesSwapped(value: bigint): bigint {
  const bytes = new DataView(new ArrayBuffer(8));
  bytes.setBigUint64(0, value);
  return bytes.getBigUint64(0, true);
}

function wrapped(value: bigint): bigint {
  return BigInt.asUintN(64, value);
}

function word(bytes: DataView, at: number): bigint {
  return bytes.getBigUint64(at, true);
}

function halfWord(bytes: DataView, at: number): bigint {
  return BigInt(bytes.getUint32(at, true));
}
