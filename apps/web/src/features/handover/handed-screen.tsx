"use client";

import type { Answers } from "@alongside/domain/instruments/answers";
import type { QuestionnaireView } from "@alongside/domain/instruments/questionnaire-view";
import { Button } from "@alongside/ui/primitives/button";
import { answersToSend, itemAt } from "@alongside/ui/questionnaire/flow.model";
import { Interview } from "@alongside/ui/questionnaire/interview";
import { Review } from "@alongside/ui/questionnaire/review";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { flushSync } from "react-dom";
import { useApiClient } from "@/trpc/client";
import { withAnswer } from "../collect/draft";
import { useQuestionnaireLabels } from "../collect/use-questionnaire-labels";
import { FailureNotice } from "../failure/failure-notice";
import { UnlockForm, type UnlockProblem } from "../lock/unlock-form";
import styles from "./handed-screen.module.css";
import { takeBack } from "./take-back";
import { useStayHere } from "./use-stay-here";

/**
 * One form in a participant's hands: large, without a way to anything else, and without a word about whose it is. The
 * answers are held by this page alone until they are sent; nothing of them is kept on the device.
 */
export function HandedScreen(props: {
  /** Null once the form is answered. */
  readonly view: QuestionnaireView | null;
  readonly language: string;
  readonly hasPin: boolean;
  readonly problem: UnlockProblem | null;
  readonly corner: ReactNode;
}): React.JSX.Element {
  const t = useTranslations("handover");
  const [problem, setProblem] = useState(props.problem);
  const [leaving, setLeaving] = useState(false);
  const give = async (secret: string) => {
    const taken = await takeBack(secret);
    if ("problem" in taken) return setProblem(taken.problem);
    flushSync(() => setLeaving(true));
    location.replace(taken.address);
  };
  return (
    <div className={styles.page} lang={props.language}>
      <header className={styles.header}>{props.corner}</header>
      <main className={styles.main}>
        {props.view === null ? (
          <>
            <h1>{t("thanks")}</h1>
            <p className={styles.lead}>{t("giveBack")}</p>
          </>
        ) : (
          <HandedForm view={props.view} leaving={leaving} />
        )}
      </main>
      <details className={styles.staff} open={props.problem !== null}>
        <summary>{t("staff")}</summary>
        <p>{t("staffText")}</p>
        <UnlockForm
          hasPin={props.hasPin}
          problem={problem}
          submitLabel={t("takeBack")}
          onSubmit={(secret) => void give(secret)}
        />
      </details>
    </div>
  );
}

function HandedForm({
  view,
  leaving,
}: {
  readonly view: QuestionnaireView;
  /** Staff take the phone back: what was not sent is given up. */
  readonly leaving: boolean;
}): React.JSX.Element {
  const t = useTranslations("handover");
  const labels = useQuestionnaireLabels("self");
  const client = useApiClient();
  const [answers, setAnswers] = useState<Answers>({});
  const [place, setPlace] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [sent, setSent] = useState(false);
  const at = itemAt(view, answers, place);
  useStayHere(!sent && !leaving && Object.keys(answers).length > 0);
  const send = async () => {
    setBusy(true);
    setError(null);
    try {
      await client.handover.submit.mutate({ answers: answersToSend(view, answers) });
      flushSync(() => setSent(true));
      // A page of its own, so that nothing of the answers is left in this one.
      location.replace("/form");
    } catch (failed) {
      setError(failed);
      setBusy(false);
    }
  };
  return (
    <>
      <h1 className={styles.title} lang={view.language}>
        {at === null ? t("check") : (view.instructions ?? view.recall ?? t("title"))}
      </h1>
      {at === null ? (
        <>
          <Review view={view} answers={answers} labels={labels} onMove={setPlace} />
          {error === null ? null : <FailureNotice error={error} />}
          <Button kind="primary" size="large" disabled={busy} onClick={() => void send()}>
            {busy ? t("sending") : t("send")}
          </Button>
        </>
      ) : (
        <Interview
          view={view}
          answers={answers}
          at={at}
          labels={labels}
          onAnswer={(item, answer) => setAnswers((before) => withAnswer(before, item, answer))}
          onMove={setPlace}
        />
      )}
      <p className={styles.note}>{t("onlyHere")}</p>
    </>
  );
}
