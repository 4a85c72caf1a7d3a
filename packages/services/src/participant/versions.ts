import type { ScopedDb } from "@alongside/db/client";
import { fromDay } from "../calendar-date";

/** One stored version of an assessment. */
export interface AssessmentVersion {
  readonly assessmentId: string;
  readonly edition: string;
  readonly mode: string;
  readonly language: string;
  readonly answeredOn: string;
  readonly recordedAt: Date;
  readonly recordedBy: string | null;
  readonly current: boolean;
  /** Why it took the place of the version before; null for a first version. */
  readonly reason: string | null;
  /** Submissions with other content that wait for somebody to decide. */
  readonly openConflicts: number;
}

/** All versions at one timepoint of one instrument, the one in force first. */
export interface VersionsAt {
  readonly timepointId: string;
  readonly timepoint: string;
  readonly instrument: string;
  readonly versions: readonly AssessmentVersion[];
}

/** Everything that was ever saved for a participant, by place in the plan. */
export async function readVersions(db: ScopedDb, participantId: string): Promise<readonly VersionsAt[]> {
  const rows = await db.assessment.findMany({
    where: { participantId },
    select: {
      id: true,
      timepointId: true,
      programmeId: true,
      instrument: true,
      edition: true,
      mode: true,
      language: true,
      answeredOn: true,
      recordedAt: true,
      recordedById: true,
      current: true,
      reason: true,
      conflicts: { where: { resolvedAt: null }, select: { id: true } },
    },
    orderBy: [{ current: "desc" }, { recordedAt: "desc" }, { id: "desc" }],
  });
  const [people, timepoints] = await Promise.all([
    db.user.findMany({
      where: { id: { in: [...new Set(rows.flatMap((row) => row.recordedById ?? []))] } },
      select: { id: true, name: true },
    }),
    db.timepoint.findMany({
      where: { id: { in: [...new Set(rows.map((row) => row.timepointId))] } },
      select: { id: true, label: true, position: true },
      orderBy: [{ position: "asc" }, { code: "asc" }],
    }),
  ]);
  const names = new Map(people.map((one) => [one.id, one.name]));
  return timepoints.flatMap((timepoint) => {
    const here = rows.filter((row) => row.timepointId === timepoint.id);
    return [...new Set(here.map((row) => row.instrument))].toSorted().map((instrument) => ({
      timepointId: timepoint.id,
      timepoint: timepoint.label,
      instrument,
      versions: here
        .filter((row) => row.instrument === instrument)
        .map(({ id, edition, mode, language, answeredOn, recordedAt, recordedById, current, reason, conflicts }) => ({
          assessmentId: id,
          edition,
          mode,
          language,
          answeredOn: fromDay(answeredOn),
          recordedAt,
          recordedBy: recordedById === null ? null : (names.get(recordedById) ?? null),
          current,
          reason,
          openConflicts: conflicts.length,
        })),
    }));
  });
}
