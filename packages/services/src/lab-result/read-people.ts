import type { Pipeline } from "@alongside/db/pipeline/pipeline";
import { joinSql, type SqlFragment, sql } from "@alongside/db/sql";
import type { WithdrawalStanding } from "@alongside/domain/consent/withdrawal";
import { RESULT_JSON, type StoredResult } from "./stored-result";

/** What stands in the database about one person whose results are about to be written. */
export interface LabPerson {
  readonly participantId: string;
  readonly code: string;
  readonly siteId: string;
  readonly enrolledOn: string;
  readonly endedOn: string | null;
  readonly treatmentStartedOn: string | null;
  /** How far the person has stepped back; null or absent: not at all. */
  readonly withdrawal?: WithdrawalStanding | null;
  /** In force, of every kind, the newest first. */
  readonly results: readonly StoredResult[];
  /** Stored under one of the ids asked for, in force or not. */
  readonly sameIds: readonly StoredResult[];
}

/** What one programme's results are judged by, as stored; read together with the people. */
export interface StoredLabProgramme {
  readonly timeZone: string;
  readonly settings: {
    readonly version: number;
    readonly ruleId: string;
    readonly verification: string;
    readonly doubleEntry: boolean;
    readonly thirdPerson: boolean;
    readonly schedule: unknown;
  } | null;
  readonly assays: readonly unknown[];
  readonly timepoints: readonly {
    readonly code: string;
    readonly label: string;
    readonly targetDay: number;
    readonly daysBefore: number;
    readonly daysAfter: number;
  }[];
}

export interface LabPeople {
  readonly programme: StoredLabProgramme;
  readonly people: ReadonlyMap<string, LabPerson>;
}

export interface WhichPeople {
  readonly programmeId: string;
  /** At least one. */
  readonly participantIds: readonly string[];
  readonly resultIds: readonly string[];
}

/** Ids as a list of SQL values; at least one. */
export function uuidList(ids: readonly string[]): SqlFragment {
  return joinSql(ids.map((id) => sql`${id}::uuid`));
}

/**
 * Locks the people's rows, in the order of their ids so that two grids never wait for each other, then reads everything
 * the rules need. The locks are statements of their own: one that waited would still see the rows as they were before. A
 * share of the programme's row keeps its settings as they are meanwhile.
 *
 * @returns null when there is no such programme; people of other programmes are absent
 */
export async function lockAndReadPeople(pipeline: Pipeline, which: WhichPeople): Promise<LabPeople | null> {
  const lock = sql`
    SELECT 1 FROM participant
     WHERE participant_id IN (${uuidList(which.participantIds)}) AND programme_id = ${which.programmeId}::uuid
     ORDER BY participant_id FOR UPDATE`;
  const share = sql`SELECT 1 FROM programme WHERE id = ${which.programmeId}::uuid FOR KEY SHARE`;
  const [, , programmes, people] = await pipeline.ask([share, lock, ...readStatements(which)]);
  return answer(programmes ?? [], people ?? []);
}

/** The same without a lock, for who only looks. */
export async function readPeople(pipeline: Pipeline, which: WhichPeople): Promise<LabPeople | null> {
  const [programmes, people] = await pipeline.ask(readStatements(which));
  return answer(programmes ?? [], people ?? []);
}

/** The two reading statements: the programme, then its people. */
function readStatements({ programmeId, participantIds, resultIds }: WhichPeople): readonly SqlFragment[] {
  const programme = sql`
    SELECT jsonb_build_object(
      'timeZone', g.time_zone,
      'settings', (SELECT jsonb_build_object('version', s.version, 'ruleId', s.rule_id, 'verification', s.verification,
                          'doubleEntry', s.double_entry, 'thirdPerson', s.third_person, 'schedule', s.schedule)
                     FROM laboratory_settings s WHERE s.programme_id = g.id ORDER BY s.version DESC LIMIT 1),
      'assays', coalesce((SELECT jsonb_agg(a.content ORDER BY a.key, a.saved_at) FROM assay a
                           WHERE a.programme_id = g.id), '[]'),
      'timepoints', coalesce((SELECT jsonb_agg(jsonb_build_object('code', t.code, 'label', t.label,
                                'targetDay', t.target_day, 'daysBefore', t.days_before, 'daysAfter', t.days_after)
                                ORDER BY t.position) FROM timepoint t WHERE t.programme_id = g.id AND t.active), '[]')
    ) AS programme FROM programme g WHERE g.id = ${programmeId}::uuid`;
  const same = resultIds.length === 0 ? sql`false` : sql`r.id IN (${uuidList(resultIds)})`;
  const people = sql`
    SELECT jsonb_build_object(
      'participantId', p.participant_id, 'code', p.code, 'siteId', p.site_id,
      'enrolledOn', e.enrolled_on, 'endedOn', e.ended_on,
      'treatmentStartedOn', (SELECT t.started_on FROM treatment_start t
                              WHERE t.participant_id = p.participant_id AND t.current),
      'withdrawal', (SELECT jsonb_build_object('level', w.level, 'fromOn', w.from_on, 'leavesOut', w.leaves_out)
                       FROM withdrawal w WHERE w.participant_id = p.participant_id AND w.current),
      'results', coalesce((SELECT jsonb_agg(${RESULT_JSON} ORDER BY r.collected_on DESC, r.entered_at DESC, r.id DESC)
                             FROM lab_result r WHERE r.participant_id = p.participant_id AND r.current), '[]'),
      'sameIds', coalesce((SELECT jsonb_agg(${RESULT_JSON}) FROM lab_result r
                            WHERE r.participant_id = p.participant_id AND ${same}), '[]')
    ) AS person
      FROM participant p JOIN enrolment e ON e.participant_id = p.participant_id AND e.programme_id = p.programme_id AND e.current
     WHERE p.participant_id IN (${uuidList(participantIds)}) AND p.programme_id = ${programmeId}::uuid`;
  return [programme, people];
}

function answer(programmes: readonly unknown[], people: readonly unknown[]): LabPeople | null {
  const [row] = programmes as readonly { readonly programme: StoredLabProgramme }[];
  if (row === undefined) return null;
  const found = people as readonly { readonly person: LabPerson }[];
  return {
    programme: row.programme,
    people: new Map(found.map(({ person }) => [person.participantId, person])),
  };
}
