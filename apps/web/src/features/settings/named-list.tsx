import { Button } from "@alongside/ui/primitives/button";
import { ConfirmDialog } from "@alongside/ui/primitives/confirm-dialog";
import { type Column, DataTable } from "@alongside/ui/primitives/data-table";
import { StatusBadge } from "@alongside/ui/primitives/status-badge";
import { useMutation } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { FailureNotice } from "@/features/failure/failure-notice";
import { FormDialog } from "./form-dialog";
import { SavedLine } from "./saved-line";
import styles from "./settings.module.css";
import { useSettled } from "./use-settled";

/** Something a programme calls by a name, and that is closed rather than deleted. */
export interface Named {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
}

/** What it is called in this part of the settings. */
export interface NamedListWords {
  readonly caption: string;
  readonly empty: string;
  readonly add: string;
  readonly addName: string;
  readonly closeTitle: (name: string) => string;
  readonly closeText: string;
}

interface ListProps {
  readonly words: NamedListWords;
  readonly rows: readonly Named[];
  readonly longestName: number;
  readonly onAdd: (name: string) => Promise<unknown>;
  readonly onChange: (row: Named) => Promise<unknown>;
}

/** A list of names to add to, rename, close and reopen. */
export function NamedList(props: ListProps): React.JSX.Element {
  const t = useTranslations("settings");
  const parts = useTranslations("parts");
  const language = useLocale();
  const { words } = props;
  const [edited, setEdited] = useState<Named | null>(null);
  const [closing, setClosing] = useState<Named | null>(null);
  const settled = useSettled(() => {
    setEdited(null);
    setClosing(null);
  });
  const update = useMutation({ mutationFn: props.onChange, onMutate: settled.begin, onSuccess: settled.settle });
  const change = ({ id, name, active }: Named, given: Partial<Named>) => update.mutate({ id, name, active, ...given });
  const columns: readonly Column<Named>[] = [
    { id: "name", header: t("name"), cell: (row) => row.name, sortKey: (row) => row.name },
    {
      id: "state",
      header: t("state"),
      cell: (row) => (
        <StatusBadge tone={row.active ? "good" : "neutral"}>{row.active ? t("active") : t("closed")}</StatusBadge>
      ),
    },
    {
      id: "actions",
      header: t("actions"),
      cell: (row) => (
        <div className={styles.rowActions}>
          <Button size="small" onClick={() => setEdited(row)} aria-label={t("editNamed", { name: row.name })}>
            {t("edit")}
          </Button>
          {row.active ? (
            <Button size="small" onClick={() => setClosing(row)} aria-label={t("closeNamed", { name: row.name })}>
              {t("close")}
            </Button>
          ) : (
            <Button
              size="small"
              onClick={() => change(row, { active: true })}
              aria-label={t("reopenNamed", { name: row.name })}
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
        caption={words.caption}
        captionHidden
        columns={columns}
        rows={props.rows}
        rowKey={(row) => row.id}
        language={language}
        empty={<p>{words.empty}</p>}
      />
      {edited === null && closing === null ? error : null}
      <SavedLine saved={settled.saved} />
      <AddNamed {...props} />
      <FormDialog
        open={edited !== null}
        title={t("editNamed", { name: edited?.name ?? "" })}
        onClose={() => setEdited(null)}
      >
        <NameForm
          name={edited?.name ?? ""}
          longest={props.longestName}
          busy={update.isPending}
          onSubmit={(name) => edited && change(edited, { name })}
        />
        {error}
      </FormDialog>
      <ConfirmDialog
        open={closing !== null}
        title={words.closeTitle(closing?.name ?? "")}
        confirmLabel={t("close")}
        cancelLabel={parts("cancel")}
        tone="danger"
        busy={update.isPending}
        onConfirm={() => closing && change(closing, { active: false })}
        onCancel={() => setClosing(null)}
      >
        <p>{words.closeText}</p>
        {error}
      </ConfirmDialog>
    </>
  );
}

function AddNamed({ words, longestName, onAdd }: ListProps): React.JSX.Element {
  const settled = useSettled();
  const create = useMutation({ mutationFn: onAdd, onMutate: settled.begin, onSuccess: settled.settle });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    create.mutate(String(new FormData(form).get("name") ?? ""), { onSuccess: () => form.reset() });
  };
  return (
    <form className={styles.card} onSubmit={submit}>
      <h3>{words.add}</h3>
      <div className={styles.inline}>
        <label className={styles.field}>
          <span>{words.addName}</span>
          <input name="name" required maxLength={longestName} autoComplete="off" />
        </label>
        <Button type="submit" disabled={create.isPending}>
          {words.add}
        </Button>
      </div>
      {create.error ? <FailureNotice error={create.error} /> : null}
      <SavedLine saved={settled.saved} />
    </form>
  );
}

function NameForm(props: {
  readonly name: string;
  readonly longest: number;
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
        <input name="name" required maxLength={props.longest} defaultValue={props.name} autoComplete="off" />
      </label>
      <div className={styles.actions}>
        <Button type="submit" kind="primary" disabled={props.busy}>
          {parts("save")}
        </Button>
      </div>
    </form>
  );
}
