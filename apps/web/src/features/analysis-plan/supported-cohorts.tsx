"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import styles from "./plan.module.css";
import { asksForComparison, type PlanDraft } from "./plan-draft";
import type { PlanChoices } from "./plan-views";
import type { PlanProblems } from "./use-plan-problems";

/** Which cohorts the question is about: those that are ticked, or all of kind peer support. Never the comparison. */
export function SupportedCohorts(props: {
  readonly draft: PlanDraft;
  readonly choices: PlanChoices;
  readonly problems: PlanProblems;
  readonly onChange: (draft: PlanDraft) => void;
}): React.JSX.Element {
  const t = useTranslations("analysisPlan");
  const { draft, choices, problems, onChange } = props;
  const id = useId();
  const problem = problems("supportedCohorts");
  const other = asksForComparison(draft) ? draft.comparisonCohort : "";
  const chosen = draft.supportedCohorts;
  return (
    <fieldset className={styles.fieldset} aria-describedby={problem === null ? id : `${id}-problem ${id}`}>
      <legend>{t("part.supportedCohorts")}</legend>
      <small id={id}>{t("form.supportedHint")}</small>
      {choices.cohorts
        .filter(({ value }) => value !== other)
        .map(({ value, label }) => (
          <label key={value} className={styles.choice}>
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={({ target: { checked } }) =>
                onChange({
                  ...draft,
                  supportedCohorts: checked ? [...chosen, value] : chosen.filter((name) => name !== value),
                })
              }
            />
            {label}
          </label>
        ))}
      {problem === null ? null : (
        <p id={`${id}-problem`} className={styles.problem}>
          {problem}
        </p>
      )}
    </fieldset>
  );
}
