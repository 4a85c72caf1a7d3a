import { effectiveThreshold } from "@alongside/analysis/disclosure-control/shown-count";
import { ok, type Result } from "@alongside/domain/failure/failure";
import type { ReportChoices } from "@alongside/domain/report/report-request";
import { z } from "zod";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { type StoredSchedule, storedSchedule } from "./stored-schedule";

export const listReportSchedulesInput = z.object({ programmeId: z.uuid() });

/** A report that is asked for again by itself. */
export interface ListedSchedule extends Pick<StoredSchedule, "audience" | "every"> {
  readonly scheduleId: string;
  /** In the programme's own words; empty where it has the usual one. */
  readonly title: string;
  readonly language: ReportChoices["language"];
  /** ISO day. */
  readonly nextOn: string;
  /** Why it could not be made the last time, for words that may name the smallest number of people told; null where it could. */
  readonly problem: { readonly reason: string; readonly params: { readonly smallest: number } } | null;
  /** Null for somebody whose account is gone. */
  readonly setBy: string | null;
  readonly mayStop: boolean;
}

/** Everything that is asked for again, the next first. */
export async function listReportSchedules(
  context: Context,
  input: z.input<typeof listReportSchedulesInput>,
): Promise<Result<readonly ListedSchedule[]>> {
  const parsed = parseInput(listReportSchedulesInput, input);
  if (!parsed.ok) return parsed;
  const { programmeId } = parsed.value;
  const scope = authorise(context, "report.read", programmeId);
  if (!scope.ok) return scope;
  const { actorId, db } = scope.value;
  const asks = authorise(context, "report.ask", programmeId).ok;
  const decides = authorise(context, "report.decide", programmeId).ok;
  const rows = await db.reportSchedule.findMany({
    where: { programmeId, stoppedAt: null },
    orderBy: [{ nextOn: "asc" }, { id: "asc" }],
  });
  const programme = await db.programme.findUnique({
    where: { id: programmeId },
    select: { suppressionThreshold: true },
  });
  const smallest = effectiveThreshold(programme?.suppressionThreshold ?? 0);
  const schedules = rows.map((row) => storedSchedule.parse(row));
  const setters = [...new Set(schedules.map(({ setById }) => setById))];
  const people = await db.user.findMany({ where: { id: { in: setters } }, select: { id: true, name: true } });
  return ok(
    schedules.map(({ id, choices, audience, every, nextOn, problem, setById }) => ({
      problem: problem === null ? null : { reason: problem, params: { smallest } },
      ...{ scheduleId: id, audience, every, title: choices.texts.title, language: choices.language },
      nextOn: nextOn.toISOString().slice(0, 10),
      setBy: people.find((one) => one.id === setById)?.name ?? null,
      mayStop: asks && (setById === actorId || decides),
    })),
  );
}
