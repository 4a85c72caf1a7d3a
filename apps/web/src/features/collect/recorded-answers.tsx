"use client";

import type { Answers } from "@alongside/domain/instruments/answers";
import type { QuestionnaireView } from "@alongside/domain/instruments/questionnaire-view";
import { Review } from "@alongside/ui/questionnaire/review";
import { useQuestionnaireLabels } from "./use-questionnaire-labels";

/** Stored answers, to be read and not changed. */
export function RecordedAnswers(props: {
  readonly view: QuestionnaireView;
  readonly answers: Answers;
}): React.JSX.Element {
  const labels = useQuestionnaireLabels();
  return <Review view={props.view} answers={props.answers} labels={labels} />;
}
