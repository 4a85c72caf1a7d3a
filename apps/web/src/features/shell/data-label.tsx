import { useTranslations } from "next-intl";
import styles from "./data-label.module.css";

/** The label of programmes that hold a published study; data, so it is put into words here. */
const PUBLISHED = "published data set";

/** Never out of sight while the numbers are not those of real people in this programme. */
export function DataLabel({ label }: { readonly label: string }): React.JSX.Element {
  const t = useTranslations("shell.dataLabel");
  const simulated = label === "simulated";
  return (
    <p className={styles.label}>
      <strong>{simulated ? t("simulated") : label === PUBLISHED ? t("published") : label}</strong>
      <span>{simulated ? t("simulatedNote") : t("otherNote")}</span>
    </p>
  );
}
