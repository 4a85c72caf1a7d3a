import { createHash } from "node:crypto";

/**
 * The hash of an event in its chain: SHA-256 over the hash before it (nothing for the first), its place as four bytes,
 * and the hash of what it says. The same is computed in SQL when an event is appended.
 */
export function link(before: Uint8Array | null, sequence: number, content: Uint8Array): Buffer {
  const place = Buffer.alloc(4);
  place.writeInt32BE(sequence);
  return createHash("sha256")
    .update(before ?? new Uint8Array())
    .update(place)
    .update(content)
    .digest();
}
