import type { Tx } from "@alongside/db/client";
import type { CurrentWindow } from "@alongside/domain/analysis-plan/planned-window";

/** The timepoints of a programme as they are now, as plans keep them. */
export async function currentWindows(tx: Tx, programmeId: string): Promise<readonly CurrentWindow[]> {
  const timepoints = await tx.timepoint.findMany({
    where: { programmeId },
    select: { code: true, kind: true, targetDay: true, daysBefore: true, daysAfter: true },
  });
  return timepoints.map(({ code, ...window }) => ({ timepointCode: code, ...window }));
}
