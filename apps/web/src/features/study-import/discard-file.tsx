"use client";

import { Button } from "@alongside/ui/primitives/button";
import { ConfirmDialog } from "@alongside/ui/primitives/confirm-dialog";
import { useTranslations } from "next-intl";
import { useState } from "react";

/** Throwing the uploaded file away, asked for twice: offered as long as nothing of it is stored. */
export function DiscardFile(props: { readonly onDiscard: () => void }): React.JSX.Element {
  const t = useTranslations("studyImport.report.discard");
  const [asking, setAsking] = useState(false);
  return (
    <>
      <p>
        <Button onClick={() => setAsking(true)}>{t("action")}</Button>
      </p>
      <ConfirmDialog
        open={asking}
        title={t("title")}
        confirmLabel={t("confirm")}
        cancelLabel={t("cancel")}
        tone="danger"
        onConfirm={() => {
          setAsking(false);
          props.onDiscard();
        }}
        onCancel={() => setAsking(false)}
      >
        <p>{t("text")}</p>
      </ConfirmDialog>
    </>
  );
}
