"use client";

import type { Failure } from "@alongside/domain/failure/failure";
import { LoadingState } from "@alongside/ui/primitives/loading-state";
import { Notice } from "@alongside/ui/primitives/notice";
import { itemAt } from "@alongside/ui/questionnaire/flow.model";
import { Interview } from "@alongside/ui/questionnaire/interview";
import { PaperEntry } from "@alongside/ui/questionnaire/paper-entry";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Draft } from "./draft";
import { placeOf } from "./form-draft";
import styles from "./form-screen.module.css";
import type { FormSetting, OpenForm } from "./form-view";
import { KeptLine } from "./kept-line";
import { RefusedPanel } from "./refused-panel";
import { ResumedNotice } from "./resumed-notice";
import { ReviewStep } from "./review-step";
import { StoredPanel } from "./stored-panel";
import { useDraft } from "./use-draft";
import { useQuestionnaireLabels } from "./use-questionnaire-labels";
import { type Sending, useSending } from "./use-sending";
import { WaitingPanel } from "./waiting-panel";

interface Props {
  readonly form: OpenForm;
  readonly setting: FormSetting;
}

/** One form from the first question until it is stored: asked or typed in, checked, sent, and sent again if need be. */
export function FormScreen({ form, setting }: Props): React.JSX.Element {
  const t = useTranslations("collect.form");
  const control = useDraft(form, setting);
  const where = placeOf(form, setting);
  const { sending, send, backToAnswers } = useSending(where, control);
  const { draft } = control;
  if (sending.kind === "stored") return <StoredPanel form={form} setting={setting} stored={sending} />;
  if (draft === null) return <LoadingState label={t("loading")} blocks={1} />;
  const { risk } = draft;
  if (sending.kind === "waiting") return <WaitingPanel risk={risk} onSend={send} onBack={backToAnswers} />;
  const refusal = refusalOf(sending, draft);
  return (
    <div className={styles.screen}>
      {control.resumed ? (
        <div className={styles.notice}>
          <ResumedNotice resumed={control.resumed} onStartOver={control.startOver} />
        </div>
      ) : null}
      {refusal ? (
        <RefusedPanel failure={refusal} risk={risk} form={form} setting={setting} onDrop={control.drop} />
      ) : null}
      <div className={styles.notice}>
        <WordingNotice form={form} />
      </div>
      <Questions
        form={form}
        setting={setting}
        control={control}
        busy={sending.kind === "sending"}
        refused={refusal !== null}
        onSend={send}
      />
      <KeptLine keeping={control.keeping} keptAt={draft.keptAt} />
    </div>
  );
}

/** Why the form was refused: just now, or in the background before it was opened. */
function refusalOf(sending: Sending, draft: Draft): Failure | null {
  if (sending.kind === "refused") return sending.failure;
  return sending.kind === "idle" && draft.state === "refused" ? draft.refusal : null;
}

function Questions(
  props: Props & {
    readonly control: ReturnType<typeof useDraft>;
    readonly busy: boolean;
    readonly refused: boolean;
    readonly onSend: () => Promise<void>;
  },
): React.JSX.Element | null {
  const { form, setting, control } = props;
  const { draft } = control;
  const labels = useQuestionnaireLabels();
  // The paper grid keeps its own place while somebody types; only going to the check and back is remembered.
  const [paperPlace, setPaperPlace] = useState<string | null>(null);
  if (draft === null) return null;
  const at = itemAt(form.view, draft.answers, draft.place);
  const move = (place: string) => control.change({ place });
  if (at === null) {
    return (
      <ReviewStep
        {...props}
        draft={draft}
        labels={labels}
        risk={props.refused ? null : draft.risk}
        onMove={(place) => {
          setPaperPlace(place);
          move(place);
        }}
      />
    );
  }
  const shared = { view: form.view, answers: draft.answers, labels, onAnswer: control.answer, onMove: move };
  return setting.mode === "interview" ? (
    <Interview {...shared} at={at} />
  ) : (
    <PaperEntry {...shared} place={paperPlace ?? draft.place} />
  );
}

function WordingNotice({ form }: { readonly form: OpenForm }): React.JSX.Element | null {
  const t = useTranslations("collect.wording");
  const { wording } = form.view;
  switch (wording.kind) {
    case "bundled":
      return null;
    case "loaded":
      return wording.complete ? null : <Notice tone="information">{t("incomplete")}</Notice>;
    case "not-loaded":
      return <Notice tone="information">{t("not-loaded")}</Notice>;
    case "totals-only":
      return <Notice tone="information">{t("totals-only")}</Notice>;
  }
}
