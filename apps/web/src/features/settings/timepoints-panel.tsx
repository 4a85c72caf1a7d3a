"use client";

import { Button } from "@alongside/ui/primitives/button";
import { ConfirmDialog } from "@alongside/ui/primitives/confirm-dialog";
import { DataTable } from "@alongside/ui/primitives/data-table";
import { useMutation } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { FailureNotice } from "@/features/failure/failure-notice";
import { useApi } from "@/trpc/client";
import { FormDialog } from "./form-dialog";
import { SavedLine } from "./saved-line";
import styles from "./settings.module.css";
import type { Timepoint } from "./settings-views";
import { TIMEPOINT_KINDS, type TimepointFields, TimepointForm, timepointKind } from "./timepoint-form";
import { useSettled } from "./use-settled";
import { useTimepointColumns } from "./use-timepoint-columns";

/** The programme's waves: add, change, take out of the plan, put back. */
export function TimepointsPanel(props: {
  readonly programmeId: string;
  readonly timepoints: readonly Timepoint[];
}): React.JSX.Element {
  const t = useTranslations("settings");
  const parts = useTranslations("parts");
  const api = useApi();
  const { programmeId, timepoints } = props;
  const [edited, setEdited] = useState<Timepoint | "new" | null>(null);
  const [leaving, setLeaving] = useState<Timepoint | null>(null);
  const settled = useSettled(() => {
    setEdited(null);
    setLeaving(null);
  });
  const outcome = { onMutate: settled.begin, onSuccess: settled.settle };
  const update = useMutation(api.timepoint.update.mutationOptions(outcome));
  const create = useMutation(api.timepoint.create.mutationOptions(outcome));
  const save = (one: Timepoint, given: Partial<TimepointFields & { readonly active: boolean }>) => {
    const { id: timepointId, code: _code, kind: _kind, ...rest } = { ...one, ...given };
    update.mutate({ programmeId, timepointId, ...rest });
  };
  const open = (what: Timepoint | "new") => {
    update.reset();
    create.reset();
    setEdited(what);
  };
  const columns = useTimepointColumns({
    onEdit: open,
    onTakeOut: setLeaving,
    onPutBack: (one) => save(one, { active: true }),
  });
  const thrown = update.error ?? create.error;
  const error = thrown ? <FailureNotice error={thrown} /> : null;
  const old = edited === "new" ? null : edited;
  const hasBaseline = timepoints.some(({ kind }) => kind === "baseline");
  return (
    <>
      <DataTable
        caption={t("timepoints.caption")}
        captionHidden
        columns={columns}
        rows={timepoints}
        rowKey={(one) => one.id}
        language={useLocale()}
      />
      {edited === null && leaving === null ? error : null}
      <div className={styles.actions}>
        <Button kind="primary" onClick={() => open("new")}>
          {t("timepoints.add")}
        </Button>
        <SavedLine saved={settled.saved} />
      </div>
      <FormDialog
        open={edited !== null}
        title={old ? t("editNamed", { name: old.label }) : t("timepoints.add")}
        onClose={() => setEdited(null)}
      >
        <TimepointForm
          before={old ? { ...old, kind: timepointKind(old.kind) } : blank(timepoints, hasBaseline)}
          isNew={old === null}
          kinds={TIMEPOINT_KINDS.filter((kind) => kind !== "baseline" || !hasBaseline)}
          busy={update.isPending || create.isPending}
          onSubmit={(fields) => (old ? save(old, fields) : create.mutate({ programmeId, ...fields }))}
        />
        {error}
      </FormDialog>
      <ConfirmDialog
        open={leaving !== null}
        title={t("timepoints.takeOutTitle", { name: leaving?.label ?? "" })}
        confirmLabel={t("timepoints.takeOut")}
        cancelLabel={parts("cancel")}
        tone="danger"
        busy={update.isPending}
        onConfirm={() => leaving && save(leaving, { active: false })}
        onCancel={() => setLeaving(null)}
      >
        <p>{t("timepoints.takeOutText")}</p>
        {error}
      </ConfirmDialog>
    </>
  );
}

/** A new wave, half a year after the last. */
function blank(timepoints: readonly Timepoint[], hasBaseline: boolean): TimepointFields {
  const last = Math.max(-180, ...timepoints.map(({ targetDay }) => targetDay));
  const position = Math.max(-1, ...timepoints.map((one) => one.position)) + 1;
  const kind = hasBaseline ? "follow-up" : "baseline";
  return { code: "", label: "", kind, position, targetDay: last + 180, daysBefore: 14, daysAfter: 30 };
}
