import type { ScopedDb } from "@alongside/db/client";
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
export async function readOpenConflicts<V extends Verb>(
  db: ScopedDb,
  scope: Scope<V>,
): Promise<readonly OpenConflict[]> {
  const groups = await db.assessmentConflict.groupBy({
    by: ["participantId"],
    where: { programmeId: scope.programmeId, resolvedAt: null, assessment: { participant: scopeFilter(scope) } },
    _count: true,
    _min: { receivedAt: true },
    orderBy: [{ _min: { receivedAt: "asc" } }, { participantId: "asc" }],
    take: NAMED,
  });
  const people = await db.participant.findMany({
    where: { participantId: { in: groups.map(({ participantId }) => participantId) } },
    select: { participantId: true, code: true },
  });
  const codes = new Map(people.map(({ participantId, code }) => [participantId, code]));
  return groups.map(({ participantId, _count: count }) => ({
    participantId,
    code: codes.get(participantId) ?? "",
    count,
  }));
}
