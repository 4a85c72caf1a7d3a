import type { Tx } from "@alongside/db/client";
import type { PlannedOutcome } from "@alongside/domain/analysis-plan/analysis-plan";
import { ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { authorise, type Scope } from "../access/authorise";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { type SignedPlan, savedPlans } from "./saved-plans";

export const listAnalysisPlansInput = z.object({ programmeId: z.uuid() });

/** A plan as it is shown. */
export interface ListedPlan extends SignedPlan {
  /** Null for somebody whose account is gone. */
  readonly savedBy: string | null;
}

/** When the change of an outcome was first shown to anybody. An outcome without one has never been seen. */
export interface Opening extends PlannedOutcome {
  readonly openedAt: Date;
}

export interface ListedPlans {
  /** Newest first. */
  readonly plans: readonly ListedPlan[];
  /** Also of outcomes that no plan names. */
  readonly openings: readonly Opening[];
}

/** What was planned, version by version, and which outcomes have been seen since when. */
export async function listAnalysisPlans(
  context: Context,
  input: z.input<typeof listAnalysisPlansInput>,
): Promise<Result<ListedPlans>> {
  const parsed = parseInput(listAnalysisPlansInput, input);
  if (!parsed.ok) return parsed;
  const scope = authorise(context, "analysis-plan.list", parsed.value.programmeId);
  if (!scope.ok) return scope;
  const plans = await savedPlans(scope.value.db, scope.value);
  const people = await scope.value.db.user.findMany({
    where: { id: { in: [...new Set(plans.map((plan) => plan.savedById))] } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return ok({
    plans: plans.map((plan) => ({ ...plan, savedBy: names.get(plan.savedById) ?? null })),
    openings: await openingsOf(scope.value.db, scope.value),
  });
}

/** Openings with the code of the timepoint, which is how plans name it. */
async function openingsOf(db: Tx, { programmeId }: Scope): Promise<readonly Opening[]> {
  const [openings, timepoints] = await Promise.all([
    db.outcomeOpening.findMany({
      where: { programmeId },
      select: { measure: true, timepointId: true, openedAt: true },
      orderBy: [{ openedAt: "asc" }, { measure: "asc" }, { timepointId: "asc" }],
    }),
    db.timepoint.findMany({ where: { programmeId }, select: { id: true, code: true } }),
  ]);
  const codes = new Map(timepoints.map(({ id, code }) => [id, code]));
  return openings.flatMap(({ measure, timepointId, openedAt }) => {
    const timepointCode = codes.get(timepointId);
    return timepointCode === undefined ? [] : [{ measure, timepointCode, openedAt }];
  });
}
