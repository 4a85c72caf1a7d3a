"use client";

import { NO_TEXTS } from "@alongside/domain/report/report-request";
import { LoadingState } from "@alongside/ui/primitives/loading-state";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { FailureNotice } from "@/features/failure/failure-notice";
import { useApi } from "@/trpc/client";
import { PublishForm } from "./publish-form";
import { reportAddress, reportHref } from "./report-address";
import { ReportFiles } from "./report-files";
import { ReportForm } from "./report-form";
import { ReportPaper } from "./report-paper";
import styles from "./report-screen.module.css";
import { RunningTitle } from "./running-title";

export interface ReportPlace {
  readonly programmeId: string;
  /** `/p/<slug>` */
  readonly base: string;
  readonly verbs: readonly string[];
}

/** The builder above, the report as it would be printed below. */
export function ReportScreen({ place }: { readonly place: ReportPlace }): React.JSX.Element {
  const t = useTranslations("report");
  const { programmeId, base, verbs } = place;
  const address = reportAddress(useSearchParams(), useLocale());
  const [texts, setTexts] = useState(NO_TEXTS);
  const { data, error, isPlaceholderData } = useQuery(
    useApi().report.make.queryOptions({ programmeId, ...address, texts }, { placeholderData: keepPreviousData }),
  );
  if (!data) return error ? <FailureNotice error={error} /> : <LoadingState label={t("loading")} blocks={5} />;
  return (
    <>
      <div className={styles.controls}>
        <ReportForm
          address={address}
          view={data}
          onChoose={(next, words) => {
            setTexts(words);
            window.history.replaceState(null, "", reportHref(base, next));
          }}
        />
        <ReportFiles
          action={`${base}/report/file`}
          fields={{ report: JSON.stringify({ ...address, texts }) }}
          mayExport={verbs.includes("report.export")}
        />
        {verbs.includes("report.ask") ? (
          <PublishForm programmeId={programmeId} base={base} choices={{ ...address, texts }} />
        ) : null}
        <div aria-live="polite">{isPlaceholderData && !error ? <p>{t("refreshing")}</p> : null}</div>
        {error ? <FailureNotice error={error} /> : null}
      </div>
      <RunningTitle document={data.document} />
      <ReportPaper document={data.document} />
    </>
  );
}
