import { NO_PROOF, verifyTrail } from "../audit/verify-trail";
import { createDb } from "../client";

/** The audit trails of a restored database, computed again. */
export interface RestoredTrails {
  readonly programmes: number;
  readonly events: number;
  /** Places at which a trail was changed before the backup was made; `pnpm audit:verify` names them. */
  readonly faults: number;
}

/**
 * Computes every audit trail of a database again. What it finds was so in the backup: each row has been compared with it.
 * Signatures of anchors are left to `pnpm audit:verify`, once the keys are back.
 */
export async function verifyRestoredTrails(ownerUrl: string): Promise<RestoredTrails> {
  const db = createDb(ownerUrl, { poolMax: 1 });
  try {
    const programmes = await db.programme.findMany({ select: { id: true } });
    let [events, faults] = [0, 0];
    for (const { id } of programmes) {
      const report = await verifyTrail(db, id, NO_PROOF);
      events += report.events;
      faults += report.findings.length;
    }
    return { programmes: programmes.length, events, faults };
  } finally {
    await db.$disconnect();
  }
}
