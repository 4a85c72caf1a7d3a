import { DRAFT_VERSION } from "@alongside/domain/consent/consent";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { languageName } from "@/features/collect/language-name";
import { useDay } from "@/features/participants/calendar-day";
import styles from "./consent.module.css";
import type { ConsentAnswer } from "./consent-views";

/** What was said and when, in a few words. */
export function useAnswerText(): (answer: ConsentAnswer) => string {
  const t = useTranslations("consent");
  const day = useDay();
  return ({ state, decidedOn }) => t("answer", { state: t(`state.${state}`), day: day(decidedOn) });
}

/** To which words it was said, how it was witnessed, and who wrote it down. */
export function AnswerWords({ answer }: { readonly answer: ConsentAnswer }): React.JSX.Element {
  const t = useTranslations("consent");
  const format = useFormatter();
  const locale = useLocale();
  const { version, language, witness, recordedBy, recordedAt } = answer;
  const spoken = languageName(language ?? "en", locale);
  const words =
    version === null || language === null
      ? t("wordsUnknown")
      : version === DRAFT_VERSION
        ? t("draftWords", { language: spoken })
        : t("words", { version, language: spoken });
  const time = format.dateTime(recordedAt, { dateStyle: "medium" });
  return (
    <p className={styles.note}>
      {words}
      {witness === null ? null : ` · ${t(`how.${witness}`)}`} · {t("by", { name: recordedBy ?? t("nobody"), time })}
    </p>
  );
}
