import { createHash } from "node:crypto";

/** What is kept of an erased person's random id: enough to recognise it when a device sends it, too little to find it. */
export function personHash(participantId: string): string {
  return createHash("sha256").update(participantId).digest("hex");
}
