import { useTranslations } from "next-intl";
import styles from "../settings.module.css";
import type { SettingsFields } from "./settings-draft";
import { SETTINGS_PARTS, useSettingsParts } from "./use-settings-parts";

/** The parts in which two versions differ, each with what it was and what it is. */
export function PartChanges(props: {
  readonly before: SettingsFields;
  readonly after: SettingsFields;
}): React.JSX.Element {
  const t = useTranslations("laboratorySettings");
  const words = useSettingsParts();
  const [old, now] = [words(props.before), words(props.after)];
  return (
    <ul className={styles.plainList}>
      {SETTINGS_PARTS.filter((part) => old[part] !== now[part]).map((part) => (
        <li key={part}>{t("change", { part: t(`part.${part}`), before: old[part], after: now[part] })}</li>
      ))}
    </ul>
  );
}
