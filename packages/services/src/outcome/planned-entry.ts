import type { OutcomeRequest } from "@alongside/analysis/outcome/outcome-request";
import type { SavedPlan } from "@alongside/domain/analysis-plan/outcome-standing";

/**
 * What the plan says about how people came in, as far as it concerns a measure: its cut-off is one of the primary measure's
 * score before, and holds for every line of that measure, whenever it is read and whoever is compared. A rule of entry is a
 * fact about the programme, not a hypothesis, so the newest plan counts, also where it came too late to plan the outcome.
 * @param plans newest first
 */
export function plannedEntry(
  measure: string,
  plans: readonly SavedPlan[],
): Pick<OutcomeRequest, "entryCutOff" | "entryIsKnown"> {
  const plan = plans.find((one) => one.plan.primary.measure === measure)?.plan;
  return { entryCutOff: plan?.entryCutOff ?? null, entryIsKnown: plan !== undefined };
}
