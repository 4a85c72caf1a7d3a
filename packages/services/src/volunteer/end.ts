import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { calendarDate, fromDay, toDay } from "../calendar-date";
import type { Context } from "../context";
import { perform } from "../perform";

export const endVolunteerInput = z.object({
  programmeId: z.uuid(),
  volunteerId: z.uuid(),
  /** Last day; null for somebody who has come back. */
  leftOn: calendarDate.nullable(),
});

/**
 * Says on which day a volunteer left, or that they are back. What they gave stays.
 * @returns `not-found` outside the scope; `rule` for a day before they began
 */
export function endVolunteer(context: Context, input: z.input<typeof endVolunteerInput>): Promise<Result<null>> {
  return perform(context, "volunteer.save", endVolunteerInput, input, async (tx, _scope, asked) => {
    const { programmeId, volunteerId, leftOn } = asked;
    const where = { programmeId_id: { programmeId, id: volunteerId } };
    const found = await tx.volunteer.findUnique({ where });
    if (found === null) return fail("not-found", "volunteer.none");
    const startedOn = fromDay(found.startedOn);
    if (leftOn !== null && leftOn < startedOn) {
      return fail("rule", "volunteer.left-before-start", { params: { limit: startedOn } });
    }
    await tx.volunteer.update({ where, data: { leftOn: leftOn === null ? null : toDay(leftOn) } });
    return ok({ subjectId: volunteerId, detail: { leftOn }, value: null });
  });
}
