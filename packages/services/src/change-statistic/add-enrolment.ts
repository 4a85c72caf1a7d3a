import { ENROLLED_MEASURE, NO_TIMEPOINT } from "@alongside/analysis/change/cells";
import type { Tx } from "@alongside/db/client";
import type { Context } from "../context";

interface Placed {
  readonly participantId: string;
  readonly programmeId: string;
  readonly siteId: string;
  readonly cohortId: string;
}

/** Counts one more enrolled person, in the caller's transaction. */
export async function addEnrolment(tx: Tx, context: Context, placed: Placed): Promise<void> {
  const { participantId, programmeId, siteId, cohortId } = placed;
  const none = {
    sum: "0",
    sumSquares: "0",
    unscored: 0,
    pairs: 0,
    sumX: "0",
    sumY: "0",
    sumXX: "0",
    sumYY: "0",
    sumXY: "0",
  };
  const cell = { siteId, cohortId, measure: ENROLLED_MEASURE, timepointId: NO_TIMEPOINT, n: 1, ...none };
  await tx.changeStatisticDelta.create({
    data: { participantId, id: context.newId(), programmeId, cells: [cell], createdAt: context.now() },
  });
}
