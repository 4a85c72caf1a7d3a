"use client";

import { Button } from "@alongside/ui/primitives/button";
import { ConfirmDialog } from "@alongside/ui/primitives/confirm-dialog";
import { useMutation } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { FailureNotice } from "@/features/failure/failure-notice";
import { useApi } from "@/trpc/client";
import { FormDialog } from "../form-dialog";
import { SavedLine } from "../saved-line";
import { useSettled } from "../use-settled";
import { emptyAssay, type ListedAssay, nextEdition, offeredOf } from "./assay-draft";
import { AssayForm } from "./assay-form";
import { AssayTable } from "./assay-table";

/** The assays results can be entered under: the programme's own, and the published ones with their sources. */
export function AssaysPanel(props: {
  readonly programmeId: string;
  readonly today: string;
  readonly listed: readonly ListedAssay[];
}): React.JSX.Element {
  const t = useTranslations("assayRegister");
  const parts = useTranslations("parts");
  const locale = useLocale();
  const api = useApi();
  const { programmeId, today, listed } = props;
  const [edited, setEdited] = useState<ListedAssay | "new" | null>(null);
  const [leaving, setLeaving] = useState<ListedAssay | null>(null);
  const settled = useSettled(() => {
    setEdited(null);
    setLeaving(null);
  });
  const outcome = { onMutate: settled.begin, onSuccess: settled.settle };
  const save = useMutation(api.assay.save.mutationOptions(outcome));
  const setActive = useMutation(api.assay.setActive.mutationOptions(outcome));
  const open = (what: ListedAssay | "new") => {
    save.reset();
    setEdited(what);
  };
  const put = ({ assay: { key, edition } }: ListedAssay, active: boolean) =>
    setActive.mutate({ programmeId, key, edition, active });
  const follows = edited === null || edited === "new" ? null : edited.assay;
  const error = setActive.error ? <FailureNotice error={setActive.error} /> : null;
  const instead =
    leaving === null
      ? undefined
      : offeredOf(
          listed.filter((one) => one !== leaving),
          leaving.assay.key,
        );
  const shared = { listed, onEdition: open };
  return (
    <>
      <AssayTable
        {...shared}
        rows={listed.filter(({ own }) => own)}
        kind="own"
        onSwitch={put}
        onSwitchOff={setLeaving}
      />
      {leaving === null ? error : null}
      <div>
        <Button onClick={() => open("new")}>{t("add")}</Button> <SavedLine saved={settled.saved} />
      </div>
      <AssayTable {...shared} rows={listed.filter(({ own }) => !own)} kind="published" />
      <FormDialog
        open={edited !== null}
        title={follows === null ? t("add") : t("editionOf", { name: follows.name[locale] })}
        onClose={() => setEdited(null)}
      >
        <AssayForm
          begin={follows === null ? emptyAssay(today) : nextEdition(follows, listed, today)}
          follows={follows}
          listed={listed}
          busy={save.isPending}
          error={save.error ? <FailureNotice error={save.error} /> : null}
          onSubmit={(assay) => save.mutate({ programmeId, assay })}
        />
      </FormDialog>
      <ConfirmDialog
        open={leaving !== null}
        title={t("offTitle", { name: leaving?.assay.name[locale] ?? "", edition: leaving?.assay.edition ?? "" })}
        confirmLabel={t("off")}
        cancelLabel={parts("cancel")}
        tone="danger"
        busy={setActive.isPending}
        onConfirm={() => leaving && put(leaving, false)}
        onCancel={() => setLeaving(null)}
      >
        <p>{instead === undefined ? t("offNone") : t("offInstead", { edition: instead.edition })}</p>
        <p>{t("differs.stays")}</p>
        {error}
      </ConfirmDialog>
    </>
  );
}
