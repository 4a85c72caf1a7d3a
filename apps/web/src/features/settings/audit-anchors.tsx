import Link from "next/link";
import { useTranslations } from "next-intl";
import styles from "./settings.module.css";
import type { AuditState } from "./settings-views";

/** Anchors as they are to be printed or copied: each with the text that proves it. */
export function AuditAnchors({
  path,
  state,
}: {
  readonly path: string;
  readonly state: AuditState;
}): React.JSX.Element {
  const t = useTranslations("settings.audit.anchors");
  return (
    <>
      <p className={styles.lead}>{t("lead")}</p>
      <p>
        <Link href={path} prefetch={false}>
          {t("back")}
        </Link>
      </p>
      {state.key === null ? null : (
        <section className={styles.card}>
          <h3>{t("key")}</h3>
          <p className={styles.fingerprint}>{state.key.id}</p>
          <h4>{t("publicKey")}</h4>
          <pre className={styles.fingerprint}>{state.key.publicPem}</pre>
        </section>
      )}
      {state.anchors.map(({ number, day, chains, printed }) => (
        <section key={number} className={styles.card}>
          <h3>{t("number", { number, day })}</h3>
          <p>{t("chains", { chains })}</p>
          <pre className={styles.fingerprint}>{printed}</pre>
        </section>
      ))}
    </>
  );
}
