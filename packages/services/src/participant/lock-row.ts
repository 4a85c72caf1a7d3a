import type { Tx } from "@alongside/db/client";

/**
 * Locks a participant's row for the rest of the transaction. A statement of its own, before any that reads: under READ
 * COMMITTED one that waited for the lock would still see the other rows as they were before the wait.
 * @returns false when the programme has no such participant
 */
export async function lockRow(tx: Tx, programmeId: string, participantId: string): Promise<boolean> {
  const locked = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM participant
     WHERE participant_id = ${participantId}::uuid AND programme_id = ${programmeId}::uuid FOR UPDATE`;
  return locked.length > 0;
}
