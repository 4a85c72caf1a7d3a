"use client";

import { Button } from "@alongside/ui/primitives/button";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { FailureNotice } from "@/features/failure/failure-notice";
import shared from "@/features/file-import/file-import.module.css";
import { useApi } from "@/trpc/client";
import { type AnswerDraft, answersOf, questionKey } from "./answers";
import styles from "./laboratory-import.module.css";
import type { ImportIds, Question } from "./laboratory-import-views";
import { QuestionField } from "./question-field";

/** At most so many in one request; the rest is asked after the next check. */
const MOST_AT_ONCE = 50;

/** Prints that can mean more than one thing. Nobody guesses: somebody says it once, and it holds for this laboratory. */
export function QuestionList(props: {
  readonly ids: ImportIds;
  readonly questions: readonly Question[];
  /** The answers are remembered. */
  readonly onAnswered: () => void;
}): React.JSX.Element {
  const t = useTranslations("laboratoryImport.question");
  const api = useApi().laboratoryImport;
  const titleId = useId();
  const [drafts, setDrafts] = useState<ReadonlyMap<string, AnswerDraft>>(new Map());
  const answer = useMutation(api.answer.mutationOptions({ onSuccess: props.onAnswered }));
  const shown = props.questions.slice(0, MOST_AT_ONCE);
  const answers = answersOf(shown, drafts);
  return (
    <section className={styles.questions} aria-labelledby={titleId}>
      <h3 id={titleId}>{t("title", { n: props.questions.length })}</h3>
      <p className={shared.lead}>{t("lead")}</p>
      <form
        className={styles.questionForm}
        onSubmit={(event) => {
          event.preventDefault();
          if (answers.length > 0) answer.mutate({ ...props.ids, answers: [...answers] });
        }}
      >
        {shown.map((question) => {
          const key = questionKey(question);
          return (
            <QuestionField
              key={key}
              question={question}
              draft={drafts.get(key) ?? null}
              onChange={(draft) => setDrafts((before) => new Map(before).set(key, draft))}
            />
          );
        })}
        {answer.error ? <FailureNotice error={answer.error} /> : null}
        <p className={shared.actions}>
          <Button kind="primary" type="submit" disabled={answer.isPending || answers.length === 0}>
            {t("remember", { n: answers.length })}
          </Button>
        </p>
      </form>
    </section>
  );
}
