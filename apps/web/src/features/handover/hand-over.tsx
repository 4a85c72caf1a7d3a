"use client";

import { Button } from "@alongside/ui/primitives/button";
import { ConfirmDialog } from "@alongside/ui/primitives/confirm-dialog";
import { IconHandGrab } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useApiClient } from "@/trpc/client";
import { FailureNotice } from "../failure/failure-notice";
import { tellTabs } from "../lock/tell-tabs";

/** Hands the phone to the participant: the session is narrowed to this form on the server, and this page is left. */
export function HandOver(props: {
  readonly programmeId: string;
  readonly participantId: string;
  readonly timepointCode: string;
  readonly instrument: string;
  readonly language: string;
}): React.JSX.Element {
  const t = useTranslations("handover");
  const client = useApiClient();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const begin = async () => {
    setBusy(true);
    try {
      await client.handover.begin.mutate(props);
      tellTabs();
      location.replace("/form");
    } catch (failed) {
      setError(failed);
      setBusy(false);
      setAsking(false);
    }
  };
  return (
    <div>
      {error === null ? null : <FailureNotice error={error} />}
      <Button onClick={() => setAsking(true)}>
        <IconHandGrab size={18} stroke={1.75} aria-hidden="true" />
        {t("begin")}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t("askTitle")}
        confirmLabel={t("begin")}
        cancelLabel={t("cancel")}
        busy={busy}
        onConfirm={() => void begin()}
        onCancel={() => setAsking(false)}
      >
        <p>{t("askText")}</p>
      </ConfirmDialog>
    </div>
  );
}
