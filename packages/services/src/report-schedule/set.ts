import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { REPORT_AUDIENCES, REPORT_WORDS_MAX, REPORT_WORDS_MIN } from "@alongside/domain/report/report-request";
import { todayIn } from "@alongside/domain/schedule/calendar-date";
import { z } from "zod";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { perform } from "../perform";
import { loadFigures } from "../report/load-figures";
import { reportInput } from "../report/report-input";
import { withoutSeeingPeople } from "../report-publication/without-seeing-people";
import { RHYTHMS } from "./stored-schedule";

export const setReportScheduleInput = reportInput.extend({
  /** Made by the caller, so that a repeated request sets it once. */
  scheduleId: z.uuid(),
  audience: z.enum(REPORT_AUDIENCES),
  words: z.string().trim().min(REPORT_WORDS_MIN).max(REPORT_WORDS_MAX),
  every: z.enum(RHYTHMS),
  /** The first day, after today. */
  firstOn: z.iso.date(),
});

/**
 * Has a report asked for again by itself, from a day on. Each time it is made from the records of that day, with the rights the
 * person has then, and waits for a second person like any other.
 * @returns `report-schedule.frozen` for a snapshot, which stays the same; `report-schedule.past`; what `loadFigures` refuses now
 */
export async function setReportSchedule(
  context: Context,
  input: z.input<typeof setReportScheduleInput>,
): Promise<Result<{ readonly scheduleId: string }>> {
  const parsed = parseInput(setReportScheduleInput, input);
  if (!parsed.ok) return parsed;
  const { programmeId, scheduleId: id, audience, words, every, firstOn, ...choices } = parsed.value;
  const scope = authorise(context, "report.ask", programmeId);
  if (!scope.ok) return scope;
  if (choices.snapshotId !== undefined) return fail("rule", "report-schedule.frozen");
  if (firstOn <= todayIn("UTC", context.now())) return fail("rule", "report-schedule.past");
  // What cannot be made today would fail unseen on some day later.
  const figures = await loadFigures(withoutSeeingPeople(context, programmeId), scope.value, parsed.value);
  if (!figures.ok) return figures;
  return perform(context, "report.ask", setReportScheduleInput, input, async (tx, { actorId }) => {
    const found = await tx.reportSchedule.findUnique({ where: { programmeId_id: { programmeId, id } } });
    if (found !== null) {
      if (found.setById !== actorId) return fail("not-found", "report-schedule.none");
      return ok({ subjectId: actorId, detail: null, value: { scheduleId: id } });
    }
    const nextOn = new Date(firstOn);
    const data = { programmeId, id, choices, audience, words, every, nextOn, setById: actorId, setAt: context.now() };
    await tx.reportSchedule.create({ data });
    return ok({ subjectId: actorId, detail: { scheduleId: id, every, firstOn, audience }, value: { scheduleId: id } });
  });
}
