"use client";

import { Button } from "@alongside/ui/primitives/button";
import { ConfirmDialog } from "@alongside/ui/primitives/confirm-dialog";
import { type Column, DataTable } from "@alongside/ui/primitives/data-table";
import { StatusBadge } from "@alongside/ui/primitives/status-badge";
import { useMutation } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { FailureNotice } from "@/features/failure/failure-notice";
import { useApi } from "@/trpc/client";
import { CohortForm } from "./cohort-form";
import { kindOf } from "./cohort-kind";
import { FormDialog } from "./form-dialog";
import { SavedLine } from "./saved-line";
import styles from "./settings.module.css";
import type { Plan } from "./settings-views";
import { useSettled } from "./use-settled";

type Cohort = Plan["cohorts"][number];

/** The programme's cohorts: add, change, close, reopen. */
export function CohortsPanel(props: {
  readonly programmeId: string;
  readonly cohorts: readonly Cohort[];
}): React.JSX.Element {
  const t = useTranslations("settings");
  const parts = useTranslations("parts");
  const language = useLocale();
  const api = useApi();
  const { programmeId, cohorts } = props;
  const [edited, setEdited] = useState<Cohort | "new" | null>(null);
  const [closing, setClosing] = useState<Cohort | null>(null);
  const settled = useSettled(() => {
    setEdited(null);
    setClosing(null);
  });
  const outcome = { onMutate: settled.begin, onSuccess: settled.settle };
  const update = useMutation(api.cohort.update.mutationOptions(outcome));
  const create = useMutation(api.cohort.create.mutationOptions(outcome));
  const setActive = (cohort: Cohort, active: boolean) => {
    const { id: cohortId, name, kind, description, position } = cohort;
    update.mutate({ programmeId, cohortId, name, kind: kindOf(kind), description, position, active });
  };
  const columns: readonly Column<Cohort>[] = [
    { id: "name", header: t("name"), cell: (one) => one.name, sortKey: (one) => one.name },
    { id: "kind", header: t("cohorts.kind"), cell: (one) => t(`cohorts.kinds.${kindOf(one.kind)}`) },
    { id: "description", header: t("cohorts.description"), cell: (one) => one.description },
    { id: "order", header: t("order"), cell: (one) => one.position, sortKey: (one) => one.position, numeric: true },
    {
      id: "state",
      header: t("state"),
      cell: (one) => (
        <StatusBadge tone={one.active ? "good" : "neutral"}>{one.active ? t("active") : t("closed")}</StatusBadge>
      ),
    },
    {
      id: "actions",
      header: t("actions"),
      cell: (one) => (
        <div className={styles.rowActions}>
          <Button size="small" onClick={() => setEdited(one)} aria-label={t("editNamed", { name: one.name })}>
            {t("edit")}
          </Button>
          {one.active ? (
            <Button size="small" onClick={() => setClosing(one)} aria-label={t("closeNamed", { name: one.name })}>
              {t("close")}
            </Button>
          ) : (
            <Button size="small" onClick={() => setActive(one, true)} aria-label={t("reopenNamed", { name: one.name })}>
              {t("reopen")}
            </Button>
          )}
        </div>
      ),
    },
  ];
  const thrown = update.error ?? create.error;
  const error = thrown ? <FailureNotice error={thrown} /> : null;
  const open = (what: Cohort | "new") => {
    update.reset();
    create.reset();
    setEdited(what);
  };
  const next = Math.max(-1, ...cohorts.map(({ position }) => position)) + 1;
  return (
    <>
      <DataTable
        caption={t("cohorts.caption")}
        captionHidden
        columns={columns}
        rows={cohorts}
        rowKey={(one) => one.id}
        language={language}
        empty={<p>{t("cohorts.empty")}</p>}
      />
      {edited === null && closing === null ? error : null}
      <div className={styles.actions}>
        <Button kind="primary" onClick={() => open("new")}>
          {t("cohorts.add")}
        </Button>
        <SavedLine saved={settled.saved} />
      </div>
      <FormDialog
        open={edited !== null}
        title={edited === "new" || edited === null ? t("cohorts.add") : t("editNamed", { name: edited.name })}
        onClose={() => setEdited(null)}
      >
        <CohortForm
          before={edited === "new" || edited === null ? { name: "", kind: "peer-support", position: next } : edited}
          busy={update.isPending || create.isPending}
          onSubmit={(fields) => {
            if (edited === "new") create.mutate({ programmeId, ...fields });
            else if (edited) update.mutate({ programmeId, cohortId: edited.id, active: edited.active, ...fields });
          }}
        />
        {error}
      </FormDialog>
      <ConfirmDialog
        open={closing !== null}
        title={t("cohorts.closeTitle", { name: closing?.name ?? "" })}
        confirmLabel={t("close")}
        cancelLabel={parts("cancel")}
        tone="danger"
        busy={update.isPending}
        onConfirm={() => closing && setActive(closing, false)}
        onCancel={() => setClosing(null)}
      >
        <p>{t("cohorts.closeText")}</p>
        {error}
      </ConfirmDialog>
    </>
  );
}
