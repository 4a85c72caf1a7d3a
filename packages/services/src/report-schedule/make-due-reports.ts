import { createHash } from "node:crypto";
import type { Database } from "@alongside/db/client";
import { rolesOf } from "@alongside/db/scope/roles-of";
import { scopedDb } from "@alongside/db/scope/scoped-db";
import { withoutProgramme } from "@alongside/db/scope/without-programme";
import type { Actor } from "@alongside/domain/access/actor";
import { IDLE_MINUTES } from "@alongside/domain/access/hold";
import { isRole } from "@alongside/domain/access/role";
import type { Result } from "@alongside/domain/failure/failure";
import { REPORT_RHYTHMS } from "@alongside/domain/report/report-request";
import { addMonths } from "@alongside/domain/schedule/calendar-date";
import type { Context } from "../context";
import { askPublication } from "../report-publication/ask";
import { type StoredSchedule, storedSchedule } from "./stored-schedule";

/** What came of a round. */
export interface ReportsMade {
  readonly asked: number;
  /** Schedules that could not be kept today, and why; they are tried again tomorrow. */
  readonly problems: readonly { readonly scheduleId: string; readonly why: string }[];
}

/**
 * Asks for every report that is due, as the person who set it would: with the rights they have today, and waiting for a second
 * person. Safe to call as often as one likes and from several servers: each due day has one report, and each day one try. Work
 * of the server itself, so nobody's rights are asked but theirs.
 * @param contextOf how somebody is let in, as at a request
 */
export async function makeDueReports(
  database: Database,
  contextOf: (actor: Actor) => Context,
  now: Date,
): Promise<ReportsMade> {
  const today = now.toISOString().slice(0, 10);
  const outside = withoutProgramme(database);
  const due = await outside.$queryRaw<{ programmeId: string; scheduleId: string }[]>`
    SELECT programme_id AS "programmeId", schedule_id AS "scheduleId" FROM app_reports_due(${today}::date)`;
  const problems: { scheduleId: string; why: string }[] = [];
  for (const { programmeId, scheduleId } of due) {
    const why = await keep(database, contextOf, { programmeId, scheduleId, today });
    if (why !== null) problems.push({ scheduleId, why });
  }
  return { asked: due.length - problems.length, problems };
}

interface DueReport {
  readonly programmeId: string;
  readonly scheduleId: string;
  readonly today: string;
}

/** Null when it was asked for; else the name of the rule that stood in the way. */
async function keep(
  database: Database,
  contextOf: (actor: Actor) => Context,
  { programmeId, scheduleId, today }: DueReport,
): Promise<string | null> {
  const db = scopedDb(database, { programmeId, siteIds: "all" });
  const where = { programmeId_id: { programmeId, id: scheduleId } };
  const row = await db.reportSchedule.findUnique({ where });
  if (row === null) return null;
  const schedule = storedSchedule.parse(row);
  const dueOn = schedule.nextOn.toISOString().slice(0, 10);
  const actor = await setter(database, schedule.setById, scheduleId);
  const { choices, audience, words } = schedule;
  const asked =
    actor === null
      ? null
      : await askPublication(contextOf(actor), {
          ...{ programmeId, ...choices, audience, words },
          reportId: reportIdOf(scheduleId, dueOn),
        });
  const why = asked === null ? "report-schedule.nobody" : whatStood(asked);
  const triedOn = new Date(today);
  const data =
    why === null ? { triedOn, problem: null, nextOn: nextDay(schedule, dueOn, today) } : { triedOn, problem: why };
  await db.reportSchedule.update({ where, data });
  return why;
}

/** Null also where another server has asked for this day's report in the same moment: it is there. */
function whatStood(asked: Result<unknown>): string | null {
  return asked.ok || asked.failure.code === "duplicate" ? null : asked.failure.reason;
}

/** The person as they would be after signing in today; null where their account is gone or disabled. */
async function setter(database: Database, userId: string, scheduleId: string): Promise<Actor | null> {
  const outside = withoutProgramme(database);
  const user = await outside.user.findUnique({ where: { id: userId } });
  if (user === null || user.disabledAt !== null) return null;
  const roles = await rolesOf(outside, userId);
  return {
    ...{ userId, name: user.name, email: user.email, language: user.language },
    mustChangePassword: user.mustChangePassword,
    // No session: the schedule stands in the trail in its place. It was set by somebody who had taken every step.
    ...{ sessionId: scheduleId, secondFactor: "passed", hold: null, idleMinutes: IDLE_MINUTES.usual, hasPin: false },
    memberships: roles.flatMap(({ programmeId, role, siteId }) =>
      isRole(role) ? [{ programmeId, role, siteId }] : [],
    ),
  };
}

/** The first day of the rhythm after today: of days nobody was there to keep, one report is made and not all. */
function nextDay({ every }: StoredSchedule, dueOn: string, today: string): Date {
  const months = REPORT_RHYTHMS[every];
  for (let turn = 1; ; turn += 1) {
    const day = addMonths(dueOn, turn * months);
    if (day > today) return new Date(day);
  }
}

/** The same for the same schedule and day, whichever server asks. A UUID of version 8. */
function reportIdOf(scheduleId: string, dueOn: string): string {
  const hex = createHash("sha256").update(`${scheduleId} ${dueOn}`).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    "-",
  );
}
