import { Button } from "@alongside/ui/primitives/button";
import { ConfirmDialog } from "@alongside/ui/primitives/confirm-dialog";
import { Notice } from "@alongside/ui/primitives/notice";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import styles from "./form-screen.module.css";
import type { DraftControl } from "./use-draft";

/** Says that the form goes on from what the device had kept, and lets the person begin afresh. */
export function ResumedNotice(props: {
  readonly resumed: NonNullable<DraftControl["resumed"]>;
  readonly onStartOver: () => void;
}): React.JSX.Element {
  const t = useTranslations("collect.form.resumed");
  const parts = useTranslations("parts");
  const format = useFormatter();
  const [asking, setAsking] = useState(false);
  const { count, keptAt } = props.resumed;
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const date = format.dateTime(new Date(keptAt), { dateStyle: "medium", timeStyle: "short", timeZone });
  return (
    <Notice tone="information" title={t("title")}>
      <p>{t("text", { count, date })}</p>
      <div className={styles.actions}>
        <Button size="small" onClick={() => setAsking(true)}>
          {t("startOver")}
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        title={t("confirmTitle")}
        confirmLabel={t("confirm")}
        cancelLabel={parts("cancel")}
        tone="danger"
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          props.onStartOver();
        }}
      >
        <p>{t("confirmText")}</p>
      </ConfirmDialog>
    </Notice>
  );
}
