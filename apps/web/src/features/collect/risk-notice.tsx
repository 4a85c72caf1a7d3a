import type { RiskAlert } from "@alongside/domain/instruments/risk-watch";
import { Notice } from "@alongside/ui/primitives/notice";
import { useLocale, useTranslations } from "next-intl";
import styles from "./form-screen.module.css";

/** An answer that calls for somebody to act, and what the programme has agreed to do. */
export function RiskNotice({ risk }: { readonly risk: RiskAlert }): React.JSX.Element {
  const t = useTranslations("risk");
  const locale = useLocale();
  const path = risk.responsePath;
  return (
    <Notice tone="danger" title={t("title")}>
      {risk.items.map(({ item, number, meaning }) => (
        <p key={item}>
          {t("item", { number })} {meaning[locale]}
        </p>
      ))}
      {path === null ? (
        <p>{t("noPath")}</p>
      ) : (
        <ul className={styles.list}>
          <li>{t("firstWords", { words: path.firstWords })}</li>
          <li>{t("contact", { contact: path.contact })}</li>
          <li>{t("within", { hours: path.withinHours })}</li>
        </ul>
      )}
    </Notice>
  );
}
