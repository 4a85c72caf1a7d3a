import { useOpenTranslations } from "@/i18n/use-open-translations";
import { failureOf } from "@/trpc/failure-of";

/** What is wrong with a field of the plan, by its path in the plan; null where nothing is. */
export type PlanProblems = (path: string) => string | null;

/** Problems of a refused plan by field, and whether that is all there is to say about the refusal. */
export function usePlanProblems(error: unknown): { readonly at: PlanProblems; readonly allAtFields: boolean } {
  const say = useOpenTranslations();
  const issues = failureOf(error)?.issues ?? [];
  const at = (path: string) => {
    const issue = issues.find((one) => one.path === `plan.${path}`);
    if (issue === undefined) return null;
    const key = `failure.rule.${issue.rule}`;
    return say.has(key) ? say(key, { ...issue.params, value: issue.value ?? "" }) : issue.rule;
  };
  return { at, allAtFields: issues.length > 0 && issues.every(({ path }) => path.startsWith("plan.")) };
}
