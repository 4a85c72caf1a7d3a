"use client";

import { DataTable } from "@alongside/ui/primitives/data-table";
import { type BadgeTone, StatusBadge } from "@alongside/ui/primitives/status-badge";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { FailureNotice } from "@/features/failure/failure-notice";
import styles from "@/features/file-import/file-import.module.css";
import { useApi } from "@/trpc/client";
import type { ImportListEntry } from "./study-import-views";

const TONES = {
  uploading: "neutral",
  uploaded: "neutral",
  checked: "neutral",
  running: "neutral",
  interrupted: "caution",
  done: "good",
  failed: "caution",
} as const satisfies Record<ImportListEntry["state"], BadgeTone>;

/** The programme's earlier imports, each a way back to where it stands. */
export function ImportList(props: { readonly programmeId: string; readonly base: string }): React.JSX.Element | null {
  const t = useTranslations("studyImport");
  const format = useFormatter();
  const language = useLocale();
  const api = useApi();
  const { data, error } = useQuery(api.studyImport.list.queryOptions({ programmeId: props.programmeId }));
  if (error) return <FailureNotice error={error} />;
  if (!data || data.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="imports">
      <h2 id="imports">{t("list.title")}</h2>
      <DataTable
        caption={t("list.title")}
        captionHidden
        language={language}
        rows={data}
        rowKey={(row) => row.id}
        columns={[
          {
            id: "file",
            header: t("list.file"),
            cell: (row) => (
              <Link href={`${props.base}/import/${row.id}`} prefetch={false}>
                {row.fileName}
              </Link>
            ),
          },
          {
            id: "state",
            header: t("list.state"),
            cell: (row) => <StatusBadge tone={TONES[row.state]}>{t(`state.${row.state}`)}</StatusBadge>,
          },
          { id: "rows", header: t("list.rows"), numeric: true, cell: (row) => rowsOf(row, format.number) },
          {
            id: "when",
            header: t("list.when"),
            cell: (row) => format.dateTime(row.createdAt, { dateStyle: "medium", timeStyle: "short" }),
          },
        ]}
      />
    </section>
  );
}

function rowsOf(row: ImportListEntry, format: (value: number) => string): string {
  return row.rowsTotal === 0 ? "–" : format(row.rowsTotal);
}
