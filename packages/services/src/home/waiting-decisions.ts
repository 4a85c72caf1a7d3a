import { releaseState } from "@alongside/domain/release/release";
import { authorise, scopeFilter } from "../access/authorise";
import type { Context } from "../context";
import { factsOf, findReleases } from "../release/stored-release";

/** So many of the newest releases are looked through for one that waits. */
const LOOKED_THROUGH = 200;

/** What waits for a second person, asked for by somebody else. */
export interface WaitingDecisions {
  readonly erasures: number;
  readonly releases: number;
  readonly reports: number;
}

/** How much waits for this person's decision; null for somebody who decides nothing. Nobody decides what they asked for. */
export async function countWaitingDecisions(context: Context, programmeId: string): Promise<WaitingDecisions | null> {
  const [confirming, deciding, publishing] = [
    authorise(context, "erasure.confirm", programmeId),
    authorise(context, "release.decide", programmeId),
    authorise(context, "report.decide", programmeId),
  ];
  if (!confirming.ok && !deciding.ok && !publishing.ok) return null;
  const [erasures, releases, reports] = await Promise.all([
    confirming.ok
      ? confirming.value.db.withdrawal.count({
          where: {
            ...{ programmeId, current: true, level: "erase", recordedById: { not: confirming.value.actorId } },
            participant: scopeFilter(confirming.value),
          },
        })
      : 0,
    deciding.ok ? findReleases(deciding.value.db, { programmeId }, LOOKED_THROUGH) : [],
    publishing.ok
      ? publishing.value.db.publishedReport.count({
          where: { programmeId, decisions: { none: {} }, askedById: { not: publishing.value.actorId } },
        })
      : 0,
  ]);
  const waiting = releases.filter(
    (one) =>
      deciding.ok &&
      one.askedById !== deciding.value.actorId &&
      releaseState(factsOf(one), context.now()) === "waiting",
  );
  return { erasures, releases: waiting.length, reports };
}
