"use client";

import { Button } from "@alongside/ui/primitives/button";
import { ConfirmDialog } from "@alongside/ui/primitives/confirm-dialog";
import { type Column, DataTable } from "@alongside/ui/primitives/data-table";
import { StatusBadge } from "@alongside/ui/primitives/status-badge";
import { useMutation } from "@tanstack/react-query";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { FailureNotice } from "@/features/failure/failure-notice";
import { useApi } from "@/trpc/client";
import { SavedLine } from "./saved-line";
import styles from "./settings.module.css";
import type { Pack } from "./settings-views";
import { useSettled } from "./use-settled";

/** A pack with the instrument's short name, which the browser does not look up. */
export type NamedPack = Pack & { readonly name: string };

/** The wording a programme holds, under whose permission, how complete; each can be deleted. */
export function WordingTable(props: {
  readonly programmeId: string;
  readonly packs: readonly NamedPack[];
  readonly mayRemove: boolean;
}): React.JSX.Element {
  const t = useTranslations("settings.wording");
  const parts = useTranslations("parts");
  const words = useTranslations("settings");
  const format = useFormatter();
  const language = useLocale();
  const [leaving, setLeaving] = useState<NamedPack | null>(null);
  const settled = useSettled(() => setLeaving(null));
  const remove = useMutation(
    useApi().wording.remove.mutationOptions({ onMutate: settled.begin, onSuccess: settled.settle }),
  );
  const nameOf = (pack: NamedPack) => `${pack.name} (${pack.language})`;
  const columns: readonly Column<NamedPack>[] = [
    { id: "instrument", header: t("instrument"), cell: ({ name }) => name, sortKey: ({ name }) => name },
    { id: "language", header: t("language"), cell: (pack) => pack.language, sortKey: (pack) => pack.language },
    { id: "state", header: words("state"), cell: (pack) => <Completeness pack={pack} /> },
    {
      id: "permission",
      header: t("permission"),
      cell: ({ permission }) => (permission ? t("permissionOf", { ...permission, date: permission.grantedOn }) : null),
    },
    {
      id: "loaded",
      header: t("loaded"),
      cell: ({ loadedAt }) => format.dateTime(loadedAt, { dateStyle: "medium", timeZone: "UTC" }),
      sortKey: ({ loadedAt }) => loadedAt.getTime(),
    },
    ...(props.mayRemove
      ? [
          {
            id: "actions",
            header: words("actions"),
            cell: (pack: NamedPack) => (
              <Button
                size="small"
                onClick={() => setLeaving(pack)}
                aria-label={t("removeNamed", { name: nameOf(pack) })}
              >
                {t("remove")}
              </Button>
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      <DataTable
        caption={t("caption")}
        captionHidden
        columns={columns}
        rows={props.packs}
        rowKey={(pack) => pack.id}
        language={language}
        empty={<p className={styles.quiet}>{t("empty")}</p>}
      />
      <SavedLine saved={settled.saved} />
      <ConfirmDialog
        open={leaving !== null}
        title={t("removeTitle")}
        confirmLabel={t("remove")}
        cancelLabel={parts("cancel")}
        tone="danger"
        busy={remove.isPending}
        onConfirm={() => leaving && remove.mutate({ programmeId: props.programmeId, packId: leaving.id })}
        onCancel={() => setLeaving(null)}
      >
        <p>{t("removeText", { name: leaving ? nameOf(leaving) : "" })}</p>
        {remove.error ? <FailureNotice error={remove.error} /> : null}
      </ConfirmDialog>
    </>
  );
}

function Completeness({ pack }: { readonly pack: Pack }): React.JSX.Element {
  const t = useTranslations("settings.wording");
  const report = pack.completeness;
  if (report === null) return <StatusBadge tone="caution">{t("notInCatalogue")}</StatusBadge>;
  if (report.complete) return <StatusBadge tone="good">{t("complete")}</StatusBadge>;
  const missing = report.missingOptions.length;
  return (
    <StatusBadge tone="caution">
      {t("incomplete", { given: report.itemsGiven, needed: report.itemsNeeded })}
      {missing > 0 ? `, ${t("optionsMissing", { count: missing })}` : ""}
    </StatusBadge>
  );
}
