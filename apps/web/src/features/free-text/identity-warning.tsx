"use client";

import { Notice } from "@alongside/ui/primitives/notice";
import { useTranslations } from "next-intl";
import type { WatchedText } from "./use-watched-text";
import styles from "./watched-field.module.css";

/**
 * Says what in a text may tell who somebody is, and asks for a word before it is saved. The box is required, so that no
 * form around it is sent before.
 */
export function IdentityWarning(props: {
  readonly watched: WatchedText;
  readonly id: string;
  /** Somebody has tried to send it without saying so: then it is announced at once. */
  readonly asked?: boolean;
}): React.JSX.Element {
  const { watched, id } = props;
  const t = useTranslations("freeText");
  return (
    <div id={id} role="status">
      {watched.found.length === 0 ? null : (
        <Notice tone="caution" announced={props.asked === true && !watched.accepted} title={t("title")}>
          <ul className={styles.found}>
            {watched.found.map(({ kind, text }) => (
              <li key={text}>{t(`found.${kind}`, { text })}</li>
            ))}
          </ul>
          <p>{t("advice")}</p>
          <label className={styles.anyway}>
            <input
              type="checkbox"
              required
              checked={watched.accepted}
              onChange={(event) => watched.accept(event.target.checked)}
            />
            {t("anyway")}
          </label>
          <p className={styles.quiet}>{t("aNote")}</p>
        </Notice>
      )}
    </div>
  );
}
