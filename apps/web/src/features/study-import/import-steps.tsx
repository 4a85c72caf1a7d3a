"use client";

import { buttonClass } from "@alongside/ui/primitives/button";
import { LoadingState } from "@alongside/ui/primitives/loading-state";
import { Notice } from "@alongside/ui/primitives/notice";
import { PageHeader } from "@alongside/ui/primitives/page-header";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { FailureNotice } from "@/features/failure/failure-notice";
import { StepList } from "@/features/file-import/step-list";
import { useApi } from "@/trpc/client";
import { CheckReport } from "./check-report";
import { DiscardFile } from "./discard-file";
import { DoneStep } from "./done-step";
import { MappingStep } from "./mapping-step";
import { RunProgress } from "./run-progress";
import { STEPS, stepOf } from "./step";
import type { ImportPlace } from "./study-import-views";

/** How often a running import is asked how far it is. */
const POLL_MS = 1000;

/** One import from its columns to its end. Where it stands is known to the server, so a reload or a colleague finds it. */
export function ImportSteps(props: { readonly place: ImportPlace; readonly importId: string }): React.JSX.Element {
  const t = useTranslations("studyImport");
  const api = useApi();
  const router = useRouter();
  const { programmeId, base } = props.place;
  const ids = { programmeId, importId: props.importId };
  const wanted = useSearchParams().get("step");
  const queries = useQueryClient();
  const readKey = api.studyImport.read.queryKey(ids);
  const run = useMutation(
    api.studyImport.run.mutationOptions({ onSettled: () => queries.invalidateQueries({ queryKey: readKey }) }),
  );
  const view = useQuery(
    api.studyImport.read.queryOptions(ids, {
      staleTime: 0,
      refetchInterval: ({ state }) => (run.isPending || state.data?.state === "running" ? POLL_MS : false),
    }),
  );
  const discard = useMutation(
    api.studyImport.discard.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries({ queryKey: api.studyImport.list.queryKey({ programmeId }) });
        router.push(`${base}/import`);
        router.refresh();
      },
    }),
  );
  if (!view.data) return view.error ? <FailureNotice error={view.error} /> : <LoadingState label={t("loading")} />;
  const { data } = view;
  const step = stepOf(data.state, run.isPending, wanted);
  const go = (to: "columns" | "check") => router.replace(`${base}/import/${props.importId}?step=${to}`);
  // Not fetched ahead: what a list said before a file was discarded must not come back with it.
  const backLink = (
    <Link href={`${base}/import`} prefetch={false}>
      {t("back")}
    </Link>
  );
  return (
    <>
      <PageHeader title={t("title")} eyebrow={backLink} lead={data.fileName} />
      <StepList
        label={t("step.label")}
        steps={STEPS.map((one) => ({ step: one, name: t(`step.${one}`) }))}
        current={step}
      />
      {run.error ? <FailureNotice error={run.error} /> : null}
      {discard.error ? <FailureNotice error={discard.error} /> : null}
      {data.state === "interrupted" && !run.isPending ? (
        <Notice tone="caution" title={t("interrupted.title")}>
          <p>{t("interrupted.text")}</p>
        </Notice>
      ) : null}
      {step === "columns" ? (
        <MappingStep place={props.place} view={data} onChecked={() => view.refetch().then(() => go("check"))} />
      ) : null}
      {step === "check" && data.report ? (
        <CheckReport
          place={props.place}
          view={data}
          report={data.report}
          onRun={() => run.mutate(ids)}
          onColumns={() => go("columns")}
        />
      ) : null}
      {step === "run" ? <RunProgress view={data} /> : null}
      {step === "done" && data.report ? <DoneStep place={props.place} view={data} report={data.report} /> : null}
      {step === "check" && !data.report ? (
        <p>
          <Link className={buttonClass({ kind: "primary" })} href={`${base}/import/${props.importId}?step=columns`}>
            {t("report.columns")}
          </Link>
        </p>
      ) : null}
      {step === "columns" || step === "check" ? <DiscardFile onDiscard={() => discard.mutate(ids)} /> : null}
    </>
  );
}
