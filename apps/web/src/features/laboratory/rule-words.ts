import { useLocale } from "next-intl";
import { useDay } from "@/features/participants/calendar-day";
import { useOpenTranslations } from "@/i18n/use-open-translations";
import { type RuleWords, ruleSentences } from "./rule-sentences";

/** Words for what a row breaks, in the reader's language. */
export function useRuleWords(): RuleWords {
  const say = useOpenTranslations();
  const locale = useLocale();
  const day = useDay();
  return ruleSentences({ say, locale, day });
}
