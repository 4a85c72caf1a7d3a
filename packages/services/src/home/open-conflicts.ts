import type { Db } from "@alongside/db/client";
import { type Scope, scopeFilter } from "../access/authorise";
import type { Verb } from "../access/matrix";

/** A participant for whom two versions of something wait for a decision. */
export interface OpenConflict {
  readonly participantId: string;
  readonly code: string;
  readonly count: number;
}

const NAMED = 20;

/** Who has undecided conflicts in the scope, the oldest first. */
export async function readOpenConflicts<V extends Verb>(db: Db, scope: Scope<V>): Promise<readonly OpenConflict[]> {
  const rows = await db.assessmentConflict.findMany({
    where: { programmeId: scope.programmeId, resolvedAt: null, assessment: { participant: scopeFilter(scope) } },
    select: { participantId: true, assessment: { select: { participant: { select: { code: true } } } } },
    orderBy: [{ receivedAt: "asc" }, { participantId: "asc" }, { id: "asc" }],
    take: NAMED,
  });
  const ids = [...new Set(rows.map((row) => row.participantId))];
  return ids.map((participantId) => {
    const own = rows.filter((row) => row.participantId === participantId);
    return { participantId, code: own[0]?.assessment.participant.code ?? "", count: own.length };
  });
}
