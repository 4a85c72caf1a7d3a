"use client";

import { useTranslations } from "next-intl";
import styles from "./settings.module.css";

/** Under whose permission a programme holds wording: who, where it is written, since when. */
export function PermissionFields({ today }: { readonly today: string }): React.JSX.Element {
  const t = useTranslations("settings.wording");
  return (
    <fieldset className={styles.fieldset}>
      <legend>{t("step3")}</legend>
      <div className={styles.pair}>
        <label className={styles.field}>
          <span>{t("holder")}</span>
          <input name="holder" required maxLength={2000} autoComplete="off" />
        </label>
        <label className={styles.field}>
          <span>{t("grantedOn")}</span>
          <input name="grantedOn" type="date" required max={today} />
        </label>
      </div>
      <label className={styles.field}>
        <span>{t("reference")}</span>
        <input name="reference" required maxLength={2000} autoComplete="off" />
        <small>{t("referenceHint")}</small>
      </label>
      <label className={styles.field}>
        <span>{t("note")}</span>
        <textarea name="note" rows={2} maxLength={2000} />
      </label>
    </fieldset>
  );
}
