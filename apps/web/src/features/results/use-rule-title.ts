import { useLocale } from "next-intl";
import type { ResultsView } from "./results-view";

/** The name of a rule in the reader's language; its id for one the page does not know. */
export function useRuleTitle(view: ResultsView): (id: string) => string {
  const locale = useLocale();
  return (id) => [...view.rules, ...view.besides].find((rule) => rule.id === id)?.title[locale] ?? id;
}
