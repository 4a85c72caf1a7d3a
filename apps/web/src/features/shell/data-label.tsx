import { useTranslations } from "next-intl";
import styles from "./data-label.module.css";

/** Never out of sight while the numbers are not those of real people in this programme. */
export function DataLabel({ label }: { readonly label: string }): React.JSX.Element {
  const t = useTranslations("shell.dataLabel");
  const simulated = label === "simulated";
  return (
    <p className={styles.label}>
      <strong>{simulated ? t("simulated") : label}</strong>
      <span>{simulated ? t("simulatedNote") : t("otherNote")}</span>
    </p>
  );
}
