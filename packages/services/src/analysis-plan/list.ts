import { ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { type SignedPlan, savedPlans } from "./saved-plans";

export const listAnalysisPlansInput = z.object({ programmeId: z.uuid() });

/** A plan as it is shown. */
export interface ListedPlan extends SignedPlan {
  /** Null for somebody whose account is gone. */
  readonly savedBy: string | null;
}

/** What was planned, version by version, newest first. */
export async function listAnalysisPlans(
  context: Context,
  input: z.input<typeof listAnalysisPlansInput>,
): Promise<Result<readonly ListedPlan[]>> {
  const parsed = parseInput(listAnalysisPlansInput, input);
  if (!parsed.ok) return parsed;
  const scope = authorise(context, "analysis-plan.list", parsed.value.programmeId);
  if (!scope.ok) return scope;
  const plans = await savedPlans(context.db, scope.value);
  const people = await context.db.user.findMany({
    where: { id: { in: [...new Set(plans.map((plan) => plan.savedById))] } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return ok(plans.map((plan) => ({ ...plan, savedBy: names.get(plan.savedById) ?? null })));
}
