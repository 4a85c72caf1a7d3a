import { PageHeader } from "@alongside/ui/primitives/page-header";
import { useTranslations } from "next-intl";
import styles from "./method-screen.module.css";

const PARTS = ["compared", "estimate", "reading", "claim", "missing", "hidden"] as const;

/** What stands behind the figures, for whoever has to answer for them. */
export function MethodScreen({ backHref }: { readonly backHref: string }): React.JSX.Element {
  const t = useTranslations("change.method");
  return (
    <>
      <PageHeader title={t("title")} eyebrow={<a href={backHref}>{t("back")}</a>} lead={t("lead")} />
      {PARTS.map((part) => (
        <section key={part} className={styles.part}>
          <h2>{t(`${part}.title`)}</h2>
          <p>{t(`${part}.text`)}</p>
        </section>
      ))}
    </>
  );
}
