import { useFormatter, useTranslations } from "next-intl";
import styles from "./form-screen.module.css";
import type { Keeping } from "./use-draft";

/** Whether the device has the answers, quietly. */
export function KeptLine(props: { readonly keeping: Keeping; readonly keptAt: string }): React.JSX.Element {
  const t = useTranslations("collect.form");
  const format = useFormatter();
  return <p className={styles.kept}>{words()}</p>;

  function words(): string {
    if (props.keeping === "unavailable") return t("unavailable");
    if (props.keptAt === "") return "";
    if (props.keeping === "keeping") return t("keeping");
    const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    return t("kept", { time: format.dateTime(new Date(props.keptAt), { timeStyle: "short", timeZone }) });
  }
}
