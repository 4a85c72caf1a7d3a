import { useTranslations } from "next-intl";
import styles from "../settings.module.css";
import { SCHEDULE_FIELDS, type ScheduleField, type TypedSchedule } from "./settings-draft";

/** When results are expected. */
export function ScheduleFields(props: {
  readonly typed: TypedSchedule;
  /** Fields that do not hold what they should. */
  readonly wrong: readonly ScheduleField[];
  readonly onChange: (typed: TypedSchedule) => void;
}): React.JSX.Element {
  const t = useTranslations("laboratorySettings");
  const { typed, wrong } = props;
  return (
    <fieldset className={styles.fieldset}>
      <legend>{t("schedule")}</legend>
      <small className={styles.note}>{t("scheduleHint")}</small>
      <div className={styles.pair}>
        {SCHEDULE_FIELDS.map((field) => {
          const isWrong = wrong.includes(field);
          return (
            <label key={field} className={styles.field}>
              <span>{t(`part.${field}`)}</span>
              <input
                name={field}
                inputMode={field === "routineMonths" ? "text" : "numeric"}
                value={typed[field]}
                aria-invalid={isWrong || undefined}
                autoComplete="off"
                onChange={(event) => props.onChange({ ...typed, [field]: event.target.value })}
              />
              <small role={isWrong ? "alert" : undefined}>{t(isWrong ? `wrong.${field}` : `hint.${field}`)}</small>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
