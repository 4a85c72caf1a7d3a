"use client";

import { LoadingState } from "@alongside/ui/primitives/loading-state";
import { PageHeader } from "@alongside/ui/primitives/page-header";
import { useMutation } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { FailureNotice } from "@/features/failure/failure-notice";
import { StepList } from "@/features/file-import/step-list";
import { useApi } from "@/trpc/client";
import { CheckStep } from "./check-step";
import { DiscardFile } from "./discard-file";
import { DoneStep } from "./done-step";
import { EndedNotice } from "./ended-notice";
import type { LaboratoryPlace } from "./laboratory-import-views";
import { MappingStep } from "./mapping-step";
import { SendOn } from "./send-on";
import { STEPS, stepOf } from "./step";
import { StepBox } from "./step-box";
import { useImport } from "./use-import";
import { WorkProgress } from "./work-progress";

/** One file from its columns to its end. Where it stands is known to the server, so a reload or a colleague finds it. */
export function ImportSteps(props: { readonly place: LaboratoryPlace; readonly importId: string }): React.JSX.Element {
  const t = useTranslations("laboratoryImport");
  const router = useRouter();
  const api = useApi();
  const { programmeId, base } = props.place;
  const ids = { programmeId, importId: props.importId };
  const home = `${base}/laboratory/import`;
  const wanted = useSearchParams().get("step");
  const { view, check, run, cancel, atWork, refresh } = useImport(ids);
  const discard = useMutation(api.laboratoryImport.discard.mutationOptions({ onSuccess: () => router.push(home) }));
  if (!view.data) return view.error ? <FailureNotice error={view.error} /> : <LoadingState label={t("loading")} />;
  const { data } = view;
  const step = stepOf(data.state, data.findings !== null, atWork, wanted);
  const go = (to: "columns" | "check") => router.replace(`${home}/${props.importId}?step=${to}`, { scroll: true });
  const checkNow = () => {
    go("check");
    check.mutate(ids);
  };
  const isChecking = step === "check" && (data.state === "checking" || atWork === "check");
  const error = run.error ?? check.error ?? cancel.error ?? discard.error ?? view.error;
  return (
    <>
      <PageHeader
        title={t("title")}
        eyebrow={<Link href={home}>{t("back")}</Link>}
        lead={t("fileOf", { file: data.fileName, laboratory: data.laboratoryName })}
      />
      <StepList
        label={t("step.label")}
        steps={STEPS.map((one) => ({ step: one, name: t(`step.${one}`) }))}
        current={step === "sending" ? "columns" : step}
      />
      <StepBox step={isChecking ? "checking" : step}>
        {error && !isStopped(data.state) ? <FailureNotice error={error} /> : null}
        {atWork === null ? <EndedNotice state={data.state} /> : null}
        {step === "sending" ? <SendOn ids={ids} view={data} onStored={refresh} /> : null}
        {step === "columns" ? <MappingStep ids={ids} view={data} onSaved={checkNow} /> : null}
        {isChecking ? <WorkProgress work="check" view={data} onCancel={() => cancel.mutate(ids)} /> : null}
        {step === "run" ? <WorkProgress work="run" view={data} onCancel={() => cancel.mutate(ids)} /> : null}
        {step === "check" && !isChecking ? (
          <CheckStep
            place={props.place}
            ids={ids}
            view={data}
            counts={data.counts}
            onColumns={() => go("columns")}
            onCheck={checkNow}
            onRun={() => run.mutate(ids)}
          />
        ) : null}
        {step === "done" && data.counts ? <DoneStep place={props.place} view={data} counts={data.counts} /> : null}
        {step === "run" || isChecking ? null : (
          <DiscardFile isDone={step === "done"} busy={discard.isPending} onDiscard={() => discard.mutate(ids)} />
        )}
      </StepBox>
    </>
  );
}

/** A run that somebody stopped ends with a failure here as well, which is no news. */
function isStopped(state: string): boolean {
  return state === "cancelled";
}
