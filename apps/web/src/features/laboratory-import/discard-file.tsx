"use client";

import { useTranslations } from "next-intl";
import { ConfirmAction } from "@/features/file-import/confirm-action";
import shared from "@/features/file-import/file-import.module.css";

/** Throwing the file away, asked for twice. What an import has stored stays. */
export function DiscardFile(props: {
  readonly isDone: boolean;
  readonly busy: boolean;
  readonly onDiscard: () => void;
}): React.JSX.Element {
  const t = useTranslations("laboratoryImport.discard");
  const words = {
    ...{ action: t("action"), title: t("title"), text: t(props.isDone ? "textDone" : "text") },
    ...{ confirm: t("confirm"), cancel: t("cancel") },
  };
  return (
    <div className={shared.actions}>
      <ConfirmAction words={words} busy={props.busy} onConfirm={props.onDiscard} />
    </div>
  );
}
