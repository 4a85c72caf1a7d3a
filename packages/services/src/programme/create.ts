import { inProgramme } from "@alongside/db/scope/in-programme";
import { ok } from "@alongside/domain/failure/failure";
import { z } from "zod";
import type { Context } from "../context";
import { perform } from "../perform";

export const createProgrammeInput = z.object({
  /** A programme the person administers now; it lends them the right to open another. */
  programmeId: z.uuid(),
  name: z.string().trim().min(2).max(120),
});

/** The three waves most programmes start with; changed under Settings. Days count from enrolment. */
export const FIRST_TIMEPOINTS = [
  { code: "baseline", label: "Baseline", kind: "baseline", position: 0, targetDay: 0, daysBefore: 0, daysAfter: 14 },
  { code: "end", label: "End of support", kind: "end", position: 1, targetDay: 90, daysBefore: 14, daysAfter: 21 },
  {
    code: "follow-up",
    label: "Follow-up",
    kind: "follow-up",
    position: 2,
    targetDay: 180,
    daysBefore: 21,
    daysAfter: 30,
  },
] as const;

/** Opens a new, empty programme whose first administrator is the person asking. */
export function createProgramme(context: Context, input: z.input<typeof createProgrammeInput>) {
  return perform(context, "programme.create", createProgrammeInput, input, async (tx, scope, { name }) => {
    const id = context.newId();
    const slug = randomSlug(context.randomBytes);
    const timepoints = { create: FIRST_TIMEPOINTS.map((timepoint) => ({ id: context.newId(), ...timepoint })) };
    const memberships = { create: { id: context.newId(), userId: scope.actorId, role: "administrator" } };
    const data = { id, slug, name, createdAt: context.now(), timepoints, memberships };
    await inProgramme(tx, id, () => tx.programme.create({ data }));
    return ok({ subjectId: id, detail: { name }, value: { id, slug } });
  });
}

/** Random, because an address must not say what a programme is about. */
export function randomSlug(randomBytes: Context["randomBytes"]): string {
  return Buffer.from(randomBytes(5)).toString("hex");
}
