"use client";

import { Button } from "@alongside/ui/primitives/button";
import { type Column, DataTable } from "@alongside/ui/primitives/data-table";
import { LoadingState } from "@alongside/ui/primitives/loading-state";
import { type BadgeTone, StatusBadge } from "@alongside/ui/primitives/status-badge";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useId, useState } from "react";
import { FailureNotice } from "@/features/failure/failure-notice";
import shared from "@/features/file-import/file-import.module.css";
import { useApi, useApiClient } from "@/trpc/client";
import styles from "./laboratory-import.module.css";
import {
  type ImportCounts,
  type ImportIds,
  type ImportOutcome,
  type ImportRow,
  OUTCOMES,
} from "./laboratory-import-views";
import { rowReason } from "./row-reason";
import { useImportRules } from "./use-import-rules";

const TONES = {
  new: "good",
  changed: "caution",
  same: "neutral",
  question: "caution",
  conflict: "danger",
  refused: "danger",
} as const satisfies Record<ImportOutcome, BadgeTone>;

/** The rows of a file by what becomes of them, page by page: a file may have a hundred thousand. */
export function RowList(props: { readonly ids: ImportIds; readonly counts: ImportCounts }): React.JSX.Element {
  const t = useTranslations("laboratoryImport");
  const format = useFormatter();
  const language = useLocale();
  const titleId = useId();
  const [outcome, setOutcome] = useState<ImportOutcome | null>(null);
  const columns = useColumns();
  const rows = useRows(props.ids, outcome);
  const all = rows.data?.pages.flatMap((page) => page.rows) ?? [];
  const total = OUTCOMES.reduce((sum, one) => sum + props.counts[one], 0);
  const filter = (value: ImportOutcome | null, name: string, count: number) => (
    <li key={value}>
      <button type="button" aria-pressed={outcome === value} onClick={() => setOutcome(value)}>
        {name} <strong>{format.number(count)}</strong>
      </button>
    </li>
  );
  return (
    <section className={styles.rows} aria-labelledby={titleId}>
      <h3 id={titleId}>{t("rows.title")}</h3>
      <ul className={styles.filters} aria-label={t("rows.filter")}>
        {filter(null, t("rows.all"), total)}
        {OUTCOMES.map((one) => filter(one, t(`outcome.${one}`), props.counts[one]))}
      </ul>
      <p className={shared.small}>{outcome === null ? t("rows.allText") : t(`outcomeText.${outcome}`)}</p>
      {rows.error ? <FailureNotice error={rows.error} /> : null}
      {rows.isPending ? <LoadingState label={t("rows.loading")} blocks={1} /> : null}
      {rows.data ? (
        <DataTable<ImportRow>
          caption={t("rows.title")}
          captionHidden
          language={language}
          rows={all}
          rowKey={(row) => String(row.row)}
          columns={columns}
          empty={<p className={shared.lead}>{t("rows.none")}</p>}
        />
      ) : null}
      {rows.hasNextPage ? (
        <p className={shared.actions}>
          <Button disabled={rows.isFetchingNextPage} onClick={() => void rows.fetchNextPage()}>
            {t("rows.more")}
          </Button>
        </p>
      ) : null}
    </section>
  );
}

function useColumns(): readonly Column<ImportRow>[] {
  const t = useTranslations("laboratoryImport");
  const rules = useImportRules();
  const words = { question: t("why.question"), conflict: t("why.conflict") };
  return [
    { id: "row", header: t("rows.row"), cell: ({ row }) => row },
    {
      id: "code",
      header: t("field.participant"),
      cell: ({ code }) => <span className={styles.code}>{code ?? "–"}</span>,
    },
    {
      id: "printed",
      header: t("rows.printed"),
      cell: ({ printed }) => (printed === null ? "–" : <code className={styles.cell}>{printed}</code>),
    },
    {
      id: "outcome",
      header: t("rows.outcome"),
      cell: ({ outcome }) => <StatusBadge tone={TONES[outcome]}>{t(`outcome.${outcome}`)}</StatusBadge>,
    },
    { id: "why", header: t("rows.why"), cell: (row) => rowReason(row, rules, words) || "–" },
  ];
}

function useRows(ids: ImportIds, outcome: ImportOutcome | null) {
  const api = useApi().laboratoryImport;
  const client = useApiClient();
  return useInfiniteQuery({
    queryKey: [...api.rows.queryKey({ ...ids, outcome }), "pages"],
    queryFn: ({ pageParam }) => client.laboratoryImport.rows.query({ ...ids, outcome, after: pageParam }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  });
}
