"use client";

import { useMantineColorScheme } from "@mantine/core";
import { useTranslations } from "next-intl";
import styles from "./language-form.module.css";

const SCHEMES = ["auto", "light", "dark"] as const;

/** Light, dark, or as the device has it. */
export function ThemeChoice(): React.JSX.Element {
  const t = useTranslations("shell.theme");
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <fieldset className={styles.form}>
      <legend className="visually-hidden">{t("label")}</legend>
      {SCHEMES.map((scheme) => (
        <button
          key={scheme}
          type="button"
          className={styles.choice}
          aria-pressed={scheme === colorScheme}
          onClick={() => setColorScheme(scheme)}
        >
          {t(scheme)}
        </button>
      ))}
    </fieldset>
  );
}
