"use client";

import { Button } from "@alongside/ui/primitives/button";
import { ConfirmDialog } from "@alongside/ui/primitives/confirm-dialog";
import { type Column, DataTable } from "@alongside/ui/primitives/data-table";
import { StatusBadge } from "@alongside/ui/primitives/status-badge";
import { useMutation } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { FailureNotice } from "@/features/failure/failure-notice";
import { useApi } from "@/trpc/client";
import { FormDialog } from "./form-dialog";
import { SavedLine } from "./saved-line";
import styles from "./settings.module.css";
import type { Plan } from "./settings-views";
import { useSettled } from "./use-settled";

type Site = Plan["sites"][number];

/** The programme's sites: add, rename, close, reopen. */
export function SitesPanel(props: {
  readonly programmeId: string;
  readonly sites: readonly Site[];
}): React.JSX.Element {
  const t = useTranslations("settings");
  const parts = useTranslations("parts");
  const language = useLocale();
  const { programmeId } = props;
  const [edited, setEdited] = useState<Site | null>(null);
  const [closing, setClosing] = useState<Site | null>(null);
  const settled = useSettled(() => {
    setEdited(null);
    setClosing(null);
  });
  const update = useMutation(
    useApi().site.update.mutationOptions({ onMutate: settled.begin, onSuccess: settled.settle }),
  );
  const change = (site: Site, given: Partial<Site>) => {
    const { id: siteId, name, active } = { ...site, ...given };
    update.mutate({ programmeId, siteId, name, active });
  };
  const columns: readonly Column<Site>[] = [
    { id: "name", header: t("name"), cell: (site) => site.name, sortKey: (site) => site.name },
    {
      id: "state",
      header: t("state"),
      cell: (site) => (
        <StatusBadge tone={site.active ? "good" : "neutral"}>{site.active ? t("active") : t("closed")}</StatusBadge>
      ),
    },
    {
      id: "actions",
      header: t("actions"),
      cell: (site) => (
        <div className={styles.rowActions}>
          <Button size="small" onClick={() => setEdited(site)} aria-label={t("editNamed", { name: site.name })}>
            {t("edit")}
          </Button>
          {site.active ? (
            <Button size="small" onClick={() => setClosing(site)} aria-label={t("closeNamed", { name: site.name })}>
              {t("close")}
            </Button>
          ) : (
            <Button
              size="small"
              onClick={() => change(site, { active: true })}
              aria-label={t("reopenNamed", { name: site.name })}
            >
              {t("reopen")}
            </Button>
          )}
        </div>
      ),
    },
  ];
  const error = update.error ? <FailureNotice error={update.error} /> : null;
  return (
    <>
      <DataTable
        caption={t("sites.caption")}
        captionHidden
        columns={columns}
        rows={props.sites}
        rowKey={(site) => site.id}
        language={language}
        empty={<p>{t("sites.empty")}</p>}
      />
      {edited === null && closing === null ? error : null}
      <SavedLine saved={settled.saved} />
      <AddSite programmeId={programmeId} />
      <FormDialog
        open={edited !== null}
        title={t("editNamed", { name: edited?.name ?? "" })}
        onClose={() => setEdited(null)}
      >
        <NameForm
          name={edited?.name ?? ""}
          busy={update.isPending}
          onSubmit={(name) => edited && change(edited, { name })}
        />
        {error}
      </FormDialog>
      <ConfirmDialog
        open={closing !== null}
        title={t("sites.closeTitle", { name: closing?.name ?? "" })}
        confirmLabel={t("close")}
        cancelLabel={parts("cancel")}
        tone="danger"
        busy={update.isPending}
        onConfirm={() => closing && change(closing, { active: false })}
        onCancel={() => setClosing(null)}
      >
        <p>{t("sites.closeText")}</p>
        {error}
      </ConfirmDialog>
    </>
  );
}

function AddSite({ programmeId }: { readonly programmeId: string }): React.JSX.Element {
  const t = useTranslations("settings");
  const settled = useSettled();
  const create = useMutation(
    useApi().site.create.mutationOptions({ onMutate: settled.begin, onSuccess: settled.settle }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const name = String(new FormData(form).get("name") ?? "");
    create.mutate({ programmeId, name }, { onSuccess: () => form.reset() });
  };
  return (
    <form className={styles.card} onSubmit={submit}>
      <h3>{t("sites.add")}</h3>
      <div className={styles.inline}>
        <label className={styles.field}>
          <span>{t("sites.addName")}</span>
          <input name="name" required maxLength={80} autoComplete="off" />
        </label>
        <Button type="submit" disabled={create.isPending}>
          {t("sites.add")}
        </Button>
      </div>
      {create.error ? <FailureNotice error={create.error} /> : null}
      <SavedLine saved={settled.saved} />
    </form>
  );
}

function NameForm(props: {
  readonly name: string;
  readonly busy: boolean;
  readonly onSubmit: (name: string) => void;
}): React.JSX.Element {
  const t = useTranslations("settings");
  const parts = useTranslations("parts");
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        props.onSubmit(String(new FormData(event.currentTarget).get("name") ?? ""));
      }}
    >
      <label className={styles.field}>
        <span>{t("name")}</span>
        <input name="name" required maxLength={80} defaultValue={props.name} autoComplete="off" />
      </label>
      <div className={styles.actions}>
        <Button type="submit" kind="primary" disabled={props.busy}>
          {parts("save")}
        </Button>
      </div>
    </form>
  );
}
