"use client";

import { DataTable } from "@alongside/ui/primitives/data-table";
import { type BadgeTone, StatusBadge } from "@alongside/ui/primitives/status-badge";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { FailureNotice } from "@/features/failure/failure-notice";
import shared from "@/features/file-import/file-import.module.css";
import { useApi } from "@/trpc/client";
import type { ImportEntry, ImportState, LaboratoryPlace } from "./laboratory-import-views";

const TONES = {
  uploading: "neutral",
  uploaded: "neutral",
  checking: "neutral",
  checked: "neutral",
  running: "neutral",
  interrupted: "caution",
  done: "good",
  failed: "caution",
  cancelled: "neutral",
} as const satisfies Record<ImportState, BadgeTone>;

/** Earlier files, each a way back to where it stands. */
export function ImportList({ place }: { readonly place: LaboratoryPlace }): React.JSX.Element {
  const t = useTranslations("laboratoryImport");
  const format = useFormatter();
  const language = useLocale();
  const api = useApi();
  const { programmeId, base } = place;
  const { data, error } = useQuery(
    api.laboratoryImport.list.queryOptions({ programmeId, laboratoryId: null }, { staleTime: 0 }),
  );
  return (
    <section className={shared.section} aria-labelledby="imports">
      <h2 id="imports">{t("list.title")}</h2>
      {error ? <FailureNotice error={error} /> : null}
      {data ? (
        <DataTable<ImportEntry>
          caption={t("list.title")}
          captionHidden
          language={language}
          rows={data}
          rowKey={(row) => row.importId}
          empty={<p className={shared.lead}>{t("list.none")}</p>}
          columns={[
            {
              id: "file",
              header: t("list.file"),
              cell: (row) => (
                <Link href={`${base}/laboratory/import/${row.importId}`} prefetch={false}>
                  {row.fileName}
                </Link>
              ),
            },
            { id: "laboratory", header: t("list.laboratory"), cell: (row) => row.laboratoryName },
            {
              id: "state",
              header: t("list.state"),
              cell: (row) => <StatusBadge tone={TONES[row.state]}>{t(`state.${row.state}`)}</StatusBadge>,
            },
            {
              id: "stored",
              header: t("list.stored"),
              numeric: true,
              cell: (row) =>
                row.state === "done" && row.counts ? format.number(row.counts.new + row.counts.changed) : "–",
            },
            {
              id: "left",
              header: t("list.left"),
              numeric: true,
              cell: (row) => (row.counts ? format.number(leftOut(row.counts)) : "–"),
            },
            {
              id: "when",
              header: t("list.when"),
              cell: (row) => format.dateTime(row.createdAt, { dateStyle: "medium", timeStyle: "short" }),
            },
          ]}
        />
      ) : null}
    </section>
  );
}

/** Rows of which nothing is, or would be, stored, and which are not stored already. */
export function leftOut(counts: NonNullable<ImportEntry["counts"]>): number {
  return counts.question + counts.conflict + counts.refused;
}
