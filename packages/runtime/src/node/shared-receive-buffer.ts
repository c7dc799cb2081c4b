/**
 * 64 KiB: as much as one read of a socket brings at most, and small enough to stay in the cache.
 */
const SHARED_BYTES = 65_536;

/**
 * Where the bytes of every connection land that has no frame begun. One for all: a read and the
 * call that handles it are one step of the event loop, so that no two connections use it at once.
 */
export const sharedReceiveBuffer: Uint8Array = Buffer.allocUnsafeSlow(SHARED_BYTES);
