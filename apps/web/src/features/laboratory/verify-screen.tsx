"use client";

import { Button } from "@alongside/ui/primitives/button";
import { EmptyState } from "@alongside/ui/primitives/empty-state";
import { LoadingState } from "@alongside/ui/primitives/loading-state";
import { PageHeader } from "@alongside/ui/primitives/page-header";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FailureNotice } from "@/features/failure/failure-notice";
import { useApi, useApiClient } from "@/trpc/client";
import { HistoryDialog } from "./history-dialog";
import styles from "./laboratory.module.css";
import { LaboratoryTabs } from "./laboratory-tabs";
import type { LaboratorySetting, WorklistEnd, WorklistRow } from "./laboratory-view";
import { VerifyCard } from "./verify-card";

/** Results that a second person has to look at, the longest waiting first. */
export function VerifyScreen({ setting }: { readonly setting: LaboratorySetting }): React.JSX.Element {
  const t = useTranslations("laboratory.verify");
  const [said, setSaid] = useState("");
  const [historyOf, setHistoryOf] = useState<WorklistRow | null>(null);
  const waiting = useWaiting(setting.programmeId, "awaiting-verification");
  const queried = useWaiting(setting.programmeId, "queried");
  const rows = rowsOf(waiting);
  const doubtful = rowsOf(queried);
  const refresh = () => {
    void waiting.refetch();
    void queried.refetch();
  };
  const card = (row: WorklistRow) => (
    <VerifyCard
      key={row.id}
      setting={setting}
      row={row}
      onHistory={() => setHistoryOf(row)}
      onDone={(words) => {
        setSaid(words);
        refresh();
      }}
    />
  );
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <LaboratoryTabs base={setting.base} current="verify" />
      <div className={styles.screen}>
        <p role="status">{said}</p>
        {waiting.error ? <FailureNotice error={waiting.error} /> : null}
        {waiting.isPending ? <LoadingState label={t("title")} /> : null}
        {waiting.data && rows.length === 0 ? (
          <EmptyState title={t("none")}>
            <p>{t("noneWhy")}</p>
          </EmptyState>
        ) : null}
        {rows.length > 0 ? (
          <section className={styles.section} aria-label={t("title")}>
            <h2>{t("count", { count: rows.length })}</h2>
            <ol className={styles.results}>{rows.map(card)}</ol>
            {waiting.hasNextPage ? <Button onClick={() => void waiting.fetchNextPage()}>{t("more")}</Button> : null}
          </section>
        ) : null}
        {doubtful.length > 0 ? (
          <section className={styles.section} aria-label={t("queriedList")}>
            <h2>{t("queriedList")}</h2>
            <ol className={styles.results}>{doubtful.map(card)}</ol>
            {queried.hasNextPage ? <Button onClick={() => void queried.fetchNextPage()}>{t("more")}</Button> : null}
          </section>
        ) : null}
      </div>
      <HistoryDialog
        setting={setting}
        kind={historyOf?.result?.kind ?? "viral-load"}
        participantId={historyOf?.participantId ?? null}
        onClose={() => {
          setHistoryOf(null);
          refresh();
        }}
      />
    </>
  );
}

function useWaiting(programmeId: string, list: "awaiting-verification" | "queried") {
  const api = useApi();
  const client = useApiClient();
  return useInfiniteQuery({
    queryKey: [...api.worklist.read.queryKey({ programmeId, list }), "pages"],
    queryFn: ({ pageParam }) =>
      client.worklist.read.query({ programmeId, list, ...(pageParam === null ? {} : { after: pageParam }) }),
    initialPageParam: null as WorklistEnd,
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
  });
}

function rowsOf(query: ReturnType<typeof useWaiting>): readonly WorklistRow[] {
  return query.data?.pages.flatMap(({ rows }) => rows) ?? [];
}
