import type { EntryProblem } from "@alongside/ui/questionnaire/entry.model";
import type { QuestionnaireLabels } from "@alongside/ui/questionnaire/labels.model";
import { useTranslations } from "next-intl";
import { useMemo } from "react";

/**
 * The words around a questionnaire, in the interface language.
 * @param who an interviewer speaks about the person, or they answer themselves
 */
export function useQuestionnaireLabels(who: "interviewer" | "self" = "interviewer"): QuestionnaireLabels {
  const t = useTranslations("collect.question");
  const r = useTranslations("collect.review");
  return useMemo(
    () => ({
      question: (number) => t("number", { number }),
      askFromCopy: t("askFromCopy"),
      skip: t("skip"),
      decline: t(who === "self" ? "declineSelf" : "decline"),
      skipped: t("skipped"),
      declined: t("declined"),
      notAnswered: t("notAnswered"),
      doesNotApply: t("doesNotApply"),
      range: (minimum, maximum, unit) =>
        unit === null ? t("range", { minimum, maximum }) : t("rangeUnit", { minimum, maximum, unit }),
      problem: (problem) => problemWords(t, problem),
      back: t("back"),
      next: t("next"),
      toReview: t("toReview"),
      moveOn: t("moveOn"),
      progress: (done, asked) => t("progress", { done, asked }),
      keys: {
        title: t("keys.title"),
        answer: t("keys.answer"),
        skip: t("keys.skip"),
        decline: t("keys.decline"),
        move: t("keys.move"),
        clear: t("keys.clear"),
      },
      review: {
        summary: ({ open, answered, asked, skipped, declined }) =>
          r("summary", { answered, asked, skipped, declined, open: open.length }),
        open: r("open"),
        goTo: (number) => r("goTo", { number }),
        change: r("change"),
        changeNamed: (number) => r("changeNamed", { number }),
      },
    }),
    [t, r, who],
  );
}

type Translate = ReturnType<typeof useTranslations<"collect.question">>;

function problemWords(t: Translate, problem: EntryProblem): string {
  const { typed } = problem;
  switch (problem.kind) {
    case "unknown-code":
      return t("problem.unknown-code", { typed, allowed: problem.allowed.join(", ") });
    case "not-a-number":
      return t("problem.not-a-number", { typed });
    case "out-of-range":
      return t("problem.out-of-range", { typed, minimum: problem.minimum, maximum: problem.maximum });
    case "not-whole":
      return t("problem.not-whole", { typed });
    case "off-step":
      return t("problem.off-step", { typed, step: problem.step, minimum: problem.minimum });
  }
}
