"use client";

import { useTranslations } from "next-intl";
import { ConfirmAction } from "@/features/file-import/confirm-action";
import styles from "@/features/file-import/file-import.module.css";

/** Throwing the uploaded file away, asked for twice: offered as long as nothing of it is stored. */
export function DiscardFile(props: { readonly onDiscard: () => void }): React.JSX.Element {
  const t = useTranslations("studyImport.report.discard");
  const words = {
    ...{ action: t("action"), title: t("title"), text: t("text") },
    ...{ confirm: t("confirm"), cancel: t("cancel") },
  };
  return (
    <div className={styles.actions}>
      <ConfirmAction words={words} onConfirm={props.onDiscard} />
    </div>
  );
}
