import { THRESHOLD_RULES, type ThresholdRuleId } from "@alongside/domain/viral-load/threshold-rules.data";
import { useLocale, useTranslations } from "next-intl";
import { useDay } from "@/features/participants/calendar-day";
import styles from "../settings.module.css";
import own from "./laboratory.module.css";

/** The rules there are, each with its source, and which one the programme follows. */
export function RuleField(props: {
  readonly value: ThresholdRuleId;
  readonly onChange: (id: ThresholdRuleId) => void;
}): React.JSX.Element {
  const t = useTranslations("laboratorySettings");
  const locale = useLocale();
  const day = useDay();
  return (
    <fieldset className={styles.fieldset}>
      <legend>{t("part.rule")}</legend>
      <small className={styles.note}>{t("ruleHint")}</small>
      {THRESHOLD_RULES.map((rule) => (
        <label key={rule.id} className={own.option}>
          <input type="radio" name="rule" checked={props.value === rule.id} onChange={() => props.onChange(rule.id)} />
          <span>
            {rule.title[locale]}
            <small>{t("source", { source: rule.source, day: day(rule.validFrom) })}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
