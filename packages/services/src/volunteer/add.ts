import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { coversSite } from "../access/authorise";
import { calendarDate, toDay } from "../calendar-date";
import type { Context } from "../context";
import { perform } from "../perform";

export const addVolunteerInput = z.object({
  programmeId: z.uuid(),
  /** Made by the caller, so that a repeated request adds once. */
  volunteerId: z.uuid(),
  siteId: z.uuid(),
  /** What the programme calls them. No name: letters, digits and hyphens. */
  code: z
    .string()
    .trim()
    .regex(/^[\p{L}\d][\p{L}\d-]{1,15}$/u, "volunteer.code"),
  startedOn: calendarDate,
});

export interface AddedVolunteer {
  readonly volunteerId: string;
}

/**
 * Adds a peer volunteer under a code.
 * @returns `not-found` for a site that is not there, `forbidden` for one out of reach, `duplicate` for a code that is taken
 */
export function addVolunteer(
  context: Context,
  input: z.input<typeof addVolunteerInput>,
): Promise<Result<AddedVolunteer>> {
  return perform(context, "volunteer.save", addVolunteerInput, input, async (tx, scope, asked) => {
    const { programmeId, volunteerId, siteId, code, startedOn } = asked;
    if (!coversSite(scope, siteId)) return fail("forbidden", "access.site");
    const site = await tx.site.findFirst({ where: { id: siteId, programmeId, active: true }, select: { id: true } });
    if (site === null) return fail("not-found", "site.none");
    const value = { volunteerId };
    const before = await tx.volunteer.findUnique({ where: { programmeId_id: { programmeId, id: volunteerId } } });
    if (before !== null) {
      const same = before.code === code && before.siteId === siteId;
      return same ? ok({ subjectId: volunteerId, detail: null, value }) : fail("conflict", "volunteer.id-reused");
    }
    await tx.volunteer.create({
      data: {
        ...{ programmeId, id: volunteerId, siteId, code, startedOn: toDay(startedOn) },
        ...{ addedById: scope.actorId, addedAt: context.now() },
      },
    });
    return ok({ subjectId: volunteerId, detail: { code, siteId }, value });
  });
}
