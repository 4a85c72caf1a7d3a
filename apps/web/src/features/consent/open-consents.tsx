import Link from "next/link";
import { useTranslations } from "next-intl";
import styles from "./consent.module.css";
import type { OpenConsents as Open } from "./consent-views";

/** Whose yes was given to earlier words, and who still has to be asked. */
export function OpenConsents(props: { readonly base: string; readonly open: Open }): React.JSX.Element {
  const t = useTranslations("consent");
  const { rows, more } = props.open;
  return (
    <section aria-labelledby="open-consents">
      <h3 id="open-consents">{t("settings.openTitle")}</h3>
      {rows.length === 0 ? <p>{t("settings.openNone")}</p> : null}
      <ul className={styles.lines}>
        {rows.map(({ participantId, code, site, purpose, why }) => (
          <li key={`${participantId} ${purpose}`} className={styles.line}>
            <div className={styles.head}>
              <Link href={`${props.base}/participants/${participantId}`} prefetch={false}>
                {code}
              </Link>
              <span className={styles.name}>
                {site} · {t(`purpose.${purpose}`)}
              </span>
              <span>{t(`settings.why.${why}`)}</span>
            </div>
          </li>
        ))}
      </ul>
      {more ? <p>{t("settings.openMore", { count: rows.length })}</p> : null}
    </section>
  );
}
