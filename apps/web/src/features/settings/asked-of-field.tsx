import { ASKED_OF, type AskedOf } from "@alongside/domain/schedule/asked-of";
import { useTranslations } from "next-intl";
import styles from "./settings.module.css";

/** The choice of whom an instrument is asked of; its form reads it as `askedOf`. */
export function AskedOfField(props: { readonly before: AskedOf }): React.JSX.Element {
  const t = useTranslations("settings.instruments");
  return (
    <fieldset className={styles.fieldset} aria-describedby="asked-of-hint">
      <legend>{t("whom")}</legend>
      {ASKED_OF.map((value) => (
        <label key={value} className={styles.choice}>
          <input type="radio" name="askedOf" value={value} defaultChecked={value === props.before} />
          {t(`askedOf.${value}`)}
        </label>
      ))}
      <small id="asked-of-hint" className={styles.quiet}>
        {t("whomHint")}
      </small>
    </fieldset>
  );
}
