"use client";

import type { ContactField } from "@alongside/domain/identity/contact-field";
import { Button } from "@alongside/ui/primitives/button";
import { ConfirmDialog } from "@alongside/ui/primitives/confirm-dialog";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FailureNotice } from "@/features/failure/failure-notice";
import { useApi } from "@/trpc/client";
import styles from "./contact-details.module.css";
import type { About } from "./contact-view";

/** Deletes contact details, one by one or all of them, after asking once more. */
export function RemoveDetails(
  props: About & { readonly kept: readonly ContactField[]; readonly code: string },
): React.JSX.Element {
  const { programmeId, participantId, kept, code } = props;
  const t = useTranslations("contactDetails");
  const parts = useTranslations("parts");
  const router = useRouter();
  const [asked, setAsked] = useState<ContactField | "all" | null>(null);
  const remove = useMutation(
    useApi().contactDetails.remove.mutationOptions({
      onSuccess: () => router.refresh(),
      onSettled: () => setAsked(null),
    }),
  );
  const title =
    asked === null || asked === "all"
      ? t("removeAsk", { code })
      : t("removeAskOne", { code, field: t(`short.${asked}`) });
  return (
    <section className={styles.card} aria-labelledby="remove-details">
      <h2 id="remove-details">{t("removeTitle")}</h2>
      <p>{t("removeText")}</p>
      <div className={styles.actions}>
        {kept.map((field) => (
          <Button key={field} size="small" onClick={() => setAsked(field)}>
            {t("removeSome", { field: t(`short.${field}`) })}
          </Button>
        ))}
        <Button kind="danger" onClick={() => setAsked("all")}>
          {t("removeAll")}
        </Button>
      </div>
      {remove.error ? <FailureNotice error={remove.error} /> : null}
      <p role="status" className={styles.quiet}>
        {remove.isSuccess ? t("removed") : ""}
      </p>
      <ConfirmDialog
        open={asked !== null}
        title={title}
        tone="danger"
        confirmLabel={t("remove")}
        cancelLabel={parts("cancel")}
        busy={remove.isPending}
        onCancel={() => setAsked(null)}
        onConfirm={() => {
          if (asked !== null) remove.mutate({ programmeId, participantId, fields: asked === "all" ? "all" : [asked] });
        }}
      >
        <p>{t("removeText")}</p>
      </ConfirmDialog>
    </section>
  );
}
