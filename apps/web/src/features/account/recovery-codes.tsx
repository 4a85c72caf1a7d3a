import { Button } from "@alongside/ui/primitives/button";
import { useTranslations } from "next-intl";
import styles from "./security-screen.module.css";

/** Recovery codes, shown until the person says that they have kept them, and for ten minutes at most. */
export function RecoveryCodes({ codes }: { readonly codes: readonly string[] }): React.JSX.Element {
  const t = useTranslations("security");
  return (
    <section className={styles.section} aria-labelledby="codes-title">
      <h2 id="codes-title">{t("codesTitle")}</h2>
      <p>{t("codesText")}</p>
      <ul className={styles.codes} translate="no">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <form method="post" action="/account/security/seen">
        <Button type="submit" kind="primary">
          {t("codesDone")}
        </Button>
      </form>
    </section>
  );
}
