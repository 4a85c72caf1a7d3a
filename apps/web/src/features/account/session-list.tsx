import type { OpenSession } from "@alongside/auth/sessions";
import { Button } from "@alongside/ui/primitives/button";
import { StatusBadge } from "@alongside/ui/primitives/status-badge";
import { useFormatter, useTranslations } from "next-intl";
import styles from "./security-screen.module.css";

const WHEN = { dateStyle: "medium", timeStyle: "short" } as const;

/** Where a person is signed in, each to end, or all others at once. Plain forms. */
export function SessionList({ sessions }: { readonly sessions: readonly OpenSession[] }): React.JSX.Element {
  const t = useTranslations("security");
  const format = useFormatter();
  const named = ({ browser, system }: OpenSession) =>
    t("device", { browser: browser ?? t("unknownBrowser"), system: system ?? t("unknownSystem") });
  return (
    <section className={styles.section}>
      <h2>{t("sessions")}</h2>
      <p>{sessions.length > 1 ? t("sessionsText") : t("only")}</p>
      <ul className={styles.list}>
        {sessions.map((session) => (
          <li key={session.id}>
            <span>
              <strong>{named(session)}</strong>
              <br />
              <span className={styles.hint}>
                {t("since", { date: format.dateTime(session.since, WHEN) })}
                {" · "}
                {t("lastUsed", { date: format.dateTime(session.lastUsed, WHEN) })}
              </span>
            </span>
            {session.current ? (
              <StatusBadge tone="good">{t("current")}</StatusBadge>
            ) : (
              <form method="post" action="/account/security/sessions">
                <input type="hidden" name="session" value={session.id} />
                <Button type="submit" size="small" aria-label={t("endNamed", { device: named(session) })}>
                  {t("end")}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <form method="post" action="/account/security/sessions">
          <input type="hidden" name="session" value="others" />
          <Button type="submit">{t("endOthers")}</Button>
        </form>
      ) : null}
    </section>
  );
}
