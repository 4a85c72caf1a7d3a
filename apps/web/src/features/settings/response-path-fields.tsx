"use client";

import { Notice } from "@alongside/ui/primitives/notice";
import { useTranslations } from "next-intl";
import type { ResponsePath } from "./response-path";
import styles from "./settings.module.css";

/** Who acts when an answer shows risk, how soon, and what is said first. */
export function ResponsePathFields({ before }: { readonly before: ResponsePath | null }): React.JSX.Element {
  const t = useTranslations("settings.instruments");
  return (
    <fieldset className={styles.fieldset}>
      <legend>{t("riskTitle")}</legend>
      <Notice tone="information">
        <p>{t("riskText")}</p>
      </Notice>
      <label className={styles.field}>
        <span>{t("contact")}</span>
        <input
          name="contact"
          required
          minLength={3}
          maxLength={200}
          defaultValue={before?.contact}
          autoComplete="off"
        />
      </label>
      <label className={styles.field}>
        <span>{t("withinHours")}</span>
        <input
          name="withinHours"
          type="number"
          required
          min={0}
          max={168}
          step={1}
          defaultValue={before?.withinHours ?? 1}
        />
      </label>
      <label className={styles.field}>
        <span>{t("firstWords")}</span>
        <textarea name="firstWords" required minLength={3} maxLength={500} rows={3} defaultValue={before?.firstWords} />
        <small>{t("firstWordsHint")}</small>
      </label>
    </fieldset>
  );
}
