import { stillAsked } from "@alongside/db/consent/use-filter";
import { type SqlFragment, sql } from "@alongside/db/sql";
import { ENROLMENT_STATUSES } from "@alongside/domain/enrolment/enrolment-status";
import { type Failure, fail, ok, type Result } from "@alongside/domain/failure/failure";
import { readParticipantCode } from "@alongside/domain/identity/participant-code";
import type { DueState } from "@alongside/domain/schedule/due-state";
import { z } from "zod";
import { authorise, type Scope } from "../access/authorise";
import { type AuditDetail, READ_WITHOUT_TRACE, writeAuditEvent } from "../audit/write-audit-event";
import { fromDay } from "../calendar-date";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { inScope } from "../schedule/in-scope";
import { type CollectionPlan, isLacking, planRows, readPlan } from "../schedule/plan";
import { type Answered, nextWave, progressOf, waveStates } from "../schedule/wave-states";
import { codeProblem } from "./code-problem";

export const listParticipantsInput = z.object({
  programmeId: z.uuid(),
  /** Any part of a code. */
  text: z.string().trim().max(40).optional(),
  siteId: z.uuid().optional(),
  cohortId: z.uuid().optional(),
  status: z.enum(ENROLMENT_STATUSES).optional(),
  /** Only people with something open, or overdue. */
  due: z.enum(["open", "overdue"]).optional(),
  /** Last code of the page before. */
  after: z.string().max(40).optional(),
});
type Input = z.output<typeof listParticipantsInput>;

const PAGE_SIZE = 50;
/** Beyond this, how many match exactly is not worth the counting. */
const COUNT_MAX = 1000;

export interface ListedParticipant {
  readonly participantId: string;
  readonly code: string;
  readonly site: string;
  readonly cohort: string;
  readonly status: string;
  readonly enrolledOn: string;
  /** What to turn to next; null when nothing is to come. */
  readonly next: { readonly timepoint: string; readonly state: DueState; readonly day: string } | null;
  readonly progress: { readonly done: number; readonly expected: number };
}

export interface ParticipantPage {
  readonly rows: readonly ListedParticipant[];
  /** Hand back as `after` for the next page; null on the last. */
  readonly next: string | null;
  readonly count: { readonly n: number; readonly more: boolean };
  /** Set when nothing was found and what was typed looks like a code with a mistake in it. */
  readonly codeProblem: Failure | null;
}

/** Participants in the person's sites, by code, fifty at a time, each with what is due next. */
export async function listParticipants(
  context: Context,
  input: z.input<typeof listParticipantsInput>,
): Promise<Result<ParticipantPage>> {
  const parsed = parseInput(listParticipantsInput, input);
  if (!parsed.ok) return parsed;
  const asked = parsed.value;
  const scope = authorise(context, "participant.list", asked.programmeId);
  if (!scope.ok) return scope;
  const { db } = scope.value;
  const plan = await readPlan(db, asked.programmeId, context.now());
  if (plan === null) return fail("not-found", "programme.none");
  const matching = sql`${inScope(scope.value)} ${narrowing(asked, plan)}`;
  const [found, counted] = await Promise.all([
    db.$queryRaw<FoundRow[]>`
      SELECT p.participant_id::text AS "participantId", p.code, s.name AS site, c.name AS cohort,
        c.kind AS "cohortKind", e.status,
        e.enrolled_on::text AS "enrolledOn", e.ended_on::text AS "endedOn",
        NOT (${stillAsked(sql`p.participant_id`)}) AS "notAsked"
      FROM participant p
      JOIN enrolment e ON e.participant_id = p.participant_id AND e.programme_id = p.programme_id AND e.current
      JOIN site s ON s.id = p.site_id
      JOIN cohort c ON c.id = p.cohort_id
      WHERE ${matching} ${asked.after === undefined ? sql`` : sql`AND p.code > ${asked.after}`}
      ORDER BY p.code, p.participant_id
      LIMIT ${PAGE_SIZE + 1}`,
    db.$queryRaw<{ readonly n: number }[]>`
      SELECT count(*)::int AS n FROM (
        SELECT p.participant_id FROM participant p
        JOIN enrolment e ON e.participant_id = p.participant_id AND e.programme_id = p.programme_id AND e.current
        WHERE ${matching} LIMIT ${COUNT_MAX + 1}) AS matching`,
  ]);
  const page = found.slice(0, PAGE_SIZE);
  const answered = await readAnswered(scope.value, page);
  const n = counted[0]?.n ?? 0;
  if (page.length > READ_WITHOUT_TRACE) {
    const { actorId } = scope.value;
    await writeAuditEvent(db, context, scope.value, actorId, { rows: page.length, ...narrowed(asked) });
  }
  return ok({
    rows: page.map((row) => describe(row, plan, answered.get(row.participantId) ?? [])),
    next: found.length > PAGE_SIZE ? (page.at(-1)?.code ?? null) : null,
    count: { n: Math.min(n, COUNT_MAX), more: n > COUNT_MAX },
    codeProblem: n === 0 ? mistake(asked.text) : null,
  });
}

/** What a list was narrowed to, for the trail: never what was typed. */
function narrowed({ siteId, cohortId, status, due }: Input): AuditDetail {
  return {
    ...{ ...(siteId !== undefined && { siteId }), ...(cohortId !== undefined && { cohortId }) },
    ...{ ...(status !== undefined && { status }), ...(due !== undefined && { due }) },
  };
}

interface FoundRow {
  readonly participantId: string;
  readonly code: string;
  readonly site: string;
  readonly cohort: string;
  readonly cohortKind: string;
  readonly status: string;
  readonly enrolledOn: string;
  readonly endedOn: string | null;
  readonly notAsked: boolean;
}

function narrowing(asked: Input, plan: CollectionPlan): SqlFragment {
  const { text, siteId, cohortId, status, due } = asked;
  return sql`
    ${siteId === undefined ? sql`` : sql`AND p.site_id = ${siteId}::uuid`}
    ${cohortId === undefined ? sql`` : sql`AND p.cohort_id = ${cohortId}::uuid`}
    ${status === undefined ? sql`` : sql`AND e.status = ${status}`}
    ${containing(text)}
    ${due === undefined ? sql`` : sql`AND EXISTS (SELECT 1 FROM ${planRows(plan)} WHERE ${isLacking(plan)} AND ${inState(due, plan)})`}`;
}

/** With `isLacking`: the window is still open, or has closed. */
function inState(due: "open" | "overdue", plan: CollectionPlan): SqlFragment {
  return due === "open"
    ? sql`e.enrolled_on + wave.closes_after >= ${plan.today}::date`
    : sql`e.enrolled_on + wave.closes_after < ${plan.today}::date`;
}

/**
 * Codes that contain what was typed: as it stands, or with the letters people write for digits read as those. Only
 * spaces and hyphens are passed over; a character that no code has finds nobody, and so leads to a word about it.
 */
function containing(text: string | undefined): SqlFragment {
  const typed = (text ?? "")
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Dash_Punctuation}]/gu, "");
  if (typed === "") return sql``;
  const digits = typed.replaceAll("O", "0").replace(/[IL]/g, "1");
  return sql`AND (strpos(replace(p.code, '-', ''), ${typed}) > 0 OR strpos(replace(p.code, '-', ''), ${digits}) > 0)`;
}

/** The complaint about a whole code that does not check; null for parts of codes and for sound ones. */
function mistake(text: string | undefined): Failure | null {
  if (text === undefined || text === "") return null;
  const reading = readParticipantCode(text);
  return reading.ok || reading.problem === "length" ? null : codeProblem(reading);
}

async function readAnswered({ db }: Scope, rows: readonly FoundRow[]): Promise<ReadonlyMap<string, Answered[]>> {
  const found = await db.assessment.findMany({
    where: { participantId: { in: rows.map((row) => row.participantId) }, current: true },
    select: { participantId: true, timepointId: true, instrument: true, answeredOn: true },
  });
  const byPerson = new Map<string, Answered[]>(rows.map((row) => [row.participantId, []]));
  for (const one of found) byPerson.get(one.participantId)?.push({ ...one, answeredOn: fromDay(one.answeredOn) });
  return byPerson;
}

function describe(row: FoundRow, plan: CollectionPlan, answered: readonly Answered[]): ListedParticipant {
  const { endedOn, cohortKind, notAsked, ...shown } = row;
  const waves = waveStates(plan, { enrolledOn: row.enrolledOn, endedOn, cohortKind, notAsked }, answered);
  const turn = nextWave(waves);
  return {
    ...shown,
    next: turn && {
      timepoint: turn.wave.label,
      state: turn.state,
      day: turn.state === "upcoming" ? turn.window.opensOn : turn.window.closesOn,
    },
    progress: progressOf(waves),
  };
}
