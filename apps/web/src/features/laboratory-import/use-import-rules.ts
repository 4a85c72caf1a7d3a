import { useLocale } from "next-intl";
import { type RuleWords, ruleSentences } from "@/features/laboratory/rule-sentences";
import { useDay } from "@/features/participants/calendar-day";
import { useOpenTranslations } from "@/i18n/use-open-translations";

/** Words for what a row of a file breaks, in the reader's language. */
export function useImportRules(): RuleWords {
  const say = useOpenTranslations();
  const locale = useLocale();
  const day = useDay();
  return ruleSentences({ say, locale, day, first: "laboratoryImport" });
}
