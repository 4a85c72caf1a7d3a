import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { perform } from "../perform";

export const stopReportScheduleInput = z.object({ programmeId: z.uuid(), scheduleId: z.uuid() });

/**
 * Has a report not asked for again: one's own or, for whoever decides about reports, anybody's. What was asked for stays.
 * @returns `report-schedule.none` for what is not there, or not theirs
 */
export async function stopReportSchedule(
  context: Context,
  input: z.input<typeof stopReportScheduleInput>,
): Promise<Result<{ readonly scheduleId: string }>> {
  return perform(context, "report.ask", stopReportScheduleInput, input, async (tx, { actorId }, asked) => {
    const { programmeId, scheduleId: id } = asked;
    const found = await tx.reportSchedule.findUnique({ where: { programmeId_id: { programmeId, id } } });
    const decides = authorise(context, "report.decide", programmeId).ok;
    if (found === null || (found.setById !== actorId && !decides)) return fail("not-found", "report-schedule.none");
    if (found.stoppedAt !== null) return ok({ subjectId: actorId, detail: null, value: { scheduleId: id } });
    await tx.reportSchedule.update({
      where: { programmeId_id: { programmeId, id } },
      data: { stoppedAt: context.now() },
    });
    return ok({ subjectId: actorId, detail: { scheduleId: id, stopped: true }, value: { scheduleId: id } });
  });
}
