import { z } from "zod";

/** A timepoint of a plan as it was when the plan was saved: the days, counted from enrolment, that belong to it. */
export const plannedWindowSchema = z.object({
  timepointCode: z.string().trim().min(1).max(60),
  targetDay: z.number().int(),
  daysBefore: z.number().int().min(0),
  daysAfter: z.number().int().min(0),
});
export type PlannedWindow = z.infer<typeof plannedWindowSchema>;

/** A timepoint as the programme has it now. */
export type CurrentWindow = PlannedWindow & { readonly kind: string };

interface WindowedPlan {
  readonly primary: { readonly timepointCode: string };
  readonly secondary: readonly { readonly timepointCode: string }[];
  readonly windows?: readonly PlannedWindow[] | undefined;
}

/** The windows a plan rests on, in order of code: of the times it names, and of the baseline they are compared with. */
export function windowsOf(plan: WindowedPlan, timepoints: readonly CurrentWindow[]): PlannedWindow[] {
  const named = new Set([plan.primary, ...plan.secondary].map(({ timepointCode }) => timepointCode));
  return timepoints
    .filter(({ timepointCode, kind }) => kind === "baseline" || named.has(timepointCode))
    .map(({ timepointCode, targetDay, daysBefore, daysAfter }) => ({ timepointCode, targetDay, daysBefore, daysAfter }))
    .toSorted((a, b) => (a.timepointCode < b.timepointCode ? -1 : 1));
}

/**
 * Codes of the times a plan names that are no longer what they were when it was saved. A baseline that was changed changes all of
 * them. None for plans saved before windows were part of a plan: what theirs were is not known.
 */
export function changedWindows(plan: WindowedPlan, timepoints: readonly CurrentWindow[]): readonly string[] {
  const { windows } = plan;
  if (windows === undefined) return [];
  const now = windowsOf(plan, timepoints);
  const isAsPlanned = (one: PlannedWindow) =>
    now.some((other) => JSON.stringify(other) === JSON.stringify(windowOnly(one)));
  const changed = windows.filter((one) => !isAsPlanned(one)).map(({ timepointCode }) => timepointCode);
  const named = [...new Set([plan.primary, ...plan.secondary].map(({ timepointCode }) => timepointCode))];
  return changed.some((code) => !named.includes(code)) ? named : changed;
}

/** Its parts in one order, whatever order they were stored in. */
function windowOnly({ timepointCode, targetDay, daysBefore, daysAfter }: PlannedWindow): PlannedWindow {
  return { timepointCode, targetDay, daysBefore, daysAfter };
}
