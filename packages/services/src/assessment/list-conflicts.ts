import type { ScopedDb } from "@alongside/db/client";
import { ok, type Result } from "@alongside/domain/failure/failure";
import type { Answers } from "@alongside/domain/instruments/answers";
import type { RiskAlert } from "@alongside/domain/instruments/risk-watch";
import { z } from "zod";
import { authorise, scopeFilter } from "../access/authorise";
import { writeAuditEvent } from "../audit/write-audit-event";
import { fromDay } from "../calendar-date";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { conflictContent } from "./conflict-content";
import type { SaveAssessment } from "./input";
import { storedAnswers } from "./read";
import { riskReader } from "./read-risk";

export const listConflictsInput = z.object({ programmeId: z.uuid(), participantId: z.uuid().optional() });

/** One of the versions: what can differ between two of them, and who sent it when. */
export type ConflictSide = Pick<
  SaveAssessment,
  "timepointId" | "instrument" | "edition" | "language" | "answeredOn"
> & {
  readonly mode: string;
  readonly answers: Answers;
  readonly receivedAt: Date;
  /** Null for an account that is gone. */
  readonly receivedBy: string | null;
  /** Set when an answer calls for somebody to act. */
  readonly risk: RiskAlert | null;
};

export interface ConflictView {
  readonly conflictId: string;
  readonly participantId: string;
  readonly code: string;
  /** What stands at the place now: the assessment stored under the id, or what has corrected it since. */
  readonly stored: ConflictSide;
  readonly other: ConflictSide;
}

/** A disagreement somebody has settled. */
export interface DecidedConflict {
  readonly conflictId: string;
  readonly timepointId: string;
  readonly instrument: string;
  /** `stored`: what was there stayed. `other`: the other version took its place. */
  readonly kept: "stored" | "other";
  readonly decidedAt: Date;
  readonly decidedBy: string | null;
  readonly reason: string | null;
}

export interface ListedConflicts {
  /** Not yet decided, oldest first. */
  readonly open: readonly ConflictView[];
  /** Decided, the latest first. */
  readonly decided: readonly DecidedConflict[];
}

/** A hundred open disagreements are more than anybody compares at one sitting. */
const LIMIT = { open: 100, decided: 20 };

/** Submissions that came with the id of a stored assessment and other content, and what became of the decided ones. */
export async function listAssessmentConflicts(
  context: Context,
  input: z.input<typeof listConflictsInput>,
): Promise<Result<ListedConflicts>> {
  const parsed = parseInput(listConflictsInput, input);
  if (!parsed.ok) return parsed;
  const { programmeId, participantId } = parsed.value;
  const scope = authorise(context, "assessment.list-conflicts", programmeId);
  if (!scope.ok) return scope;
  const { db } = scope.value;
  const where = {
    programmeId,
    assessment: { participant: scopeFilter(scope.value) },
    ...(participantId !== undefined && { participantId }),
  };
  const include = { assessment: { include: { participant: { select: { code: true } } } } };
  const [open, decided] = await Promise.all([
    db.assessmentConflict.findMany({
      where: { ...where, resolvedAt: null },
      include,
      orderBy: [{ receivedAt: "asc" }, { participantId: "asc" }, { id: "asc" }],
      take: LIMIT.open,
    }),
    db.assessmentConflict.findMany({
      where: { ...where, resolvedAt: { not: null } },
      include,
      orderBy: [{ resolvedAt: "desc" }, { participantId: "asc" }, { id: "asc" }],
      take: LIMIT.decided,
    }),
  ]);
  // Whoever compares versions reads answers.
  for (const participant of new Set(open.map((row) => row.participantId))) {
    const shown = open.filter((row) => row.participantId === participant).length;
    await writeAuditEvent(db, context, scope.value, participant, { conflicts: shown });
  }
  const standing = await readStanding(
    db,
    open.map(({ assessment }) => assessment),
  );
  const senders = [...open, ...standing.values()].map((row) =>
    "receivedById" in row ? row.receivedById : row.recordedById,
  );
  const [nameOf, riskOf] = await Promise.all([
    readNames(db, [...senders, ...decided.map(({ resolvedById }) => resolvedById)]),
    riskReader(db, programmeId),
  ]);
  return ok({
    open: open.flatMap(({ assessment, ...row }) => {
      const content = conflictContent(row.content);
      if (content === null) return [];
      const now = standing.get(placeKey(assessment)) ?? assessment;
      const { timepointId, instrument, edition, language, mode } = now;
      const sheet = { timepointId, instrument, edition, language, mode, answers: storedAnswers(now.answers) };
      const stored = {
        ...sheet,
        answeredOn: fromDay(now.answeredOn),
        receivedAt: now.recordedAt,
        receivedBy: nameOf(now.recordedById),
        risk: riskOf(sheet),
      };
      const { receivedAt, receivedById } = row;
      const other = { ...content, receivedAt, receivedBy: nameOf(receivedById), risk: riskOf(content) };
      return [
        { conflictId: row.id, participantId: row.participantId, code: assessment.participant.code, stored, other },
      ];
    }),
    decided: decided.flatMap(({ assessment: { timepointId, instrument }, ...row }) => {
      if (row.resolvedAt === null) return [];
      const kept = row.resolution === "other" ? ("other" as const) : ("stored" as const);
      const { id: conflictId, resolvedAt: decidedAt, reason } = row;
      return [{ conflictId, timepointId, instrument, kept, decidedAt, decidedBy: nameOf(row.resolvedById), reason }];
    }),
  });
}

interface Place {
  readonly participantId: string;
  readonly timepointId: string;
  readonly instrument: string;
}

function placeKey({ participantId, timepointId, instrument }: Place): string {
  return `${participantId} ${timepointId} ${instrument}`;
}

/** What fills the places now, by place. */
async function readStanding(db: ScopedDb, places: readonly Place[]) {
  const distinct = new Map(
    places.map((place) => {
      const { participantId, timepointId, instrument } = place;
      return [placeKey(place), { participantId, timepointId, instrument }];
    }),
  );
  const rows =
    distinct.size === 0 ? [] : await db.assessment.findMany({ where: { current: true, OR: [...distinct.values()] } });
  return new Map(rows.map((row) => [placeKey(row), row]));
}

async function readNames(db: ScopedDb, ids: readonly (string | null)[]): Promise<(id: string | null) => string | null> {
  const people = await db.user.findMany({
    where: { id: { in: [...new Set(ids.flatMap((id) => id ?? []))] } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return (id) => (id === null ? null : (names.get(id) ?? null));
}
