"use client";

import type { PlannedOutcome } from "@alongside/domain/analysis-plan/analysis-plan";
import { useTranslations } from "next-intl";
import styles from "./plan.module.css";
import { PlanField } from "./plan-field";
import type { MeasureChoice, PlanChoices } from "./plan-views";

/** A measure and the time it is read at. */
export function OutcomePicker(props: {
  readonly outcome: PlannedOutcome;
  readonly labels: { readonly measure: string; readonly time: string };
  readonly choices: PlanChoices;
  readonly problems: { readonly measure: string | null; readonly time: string | null };
  readonly onChange: (outcome: PlannedOutcome) => void;
}): React.JSX.Element {
  const t = useTranslations("analysisPlan.form");
  const { outcome, labels, choices, problems } = props;
  const change = (changed: Partial<PlannedOutcome>) =>
    props.onChange({ measure: outcome.measure, timepointCode: outcome.timepointCode, ...changed });
  return (
    <div className={styles.pair}>
      <PlanField label={labels.measure} problem={problems.measure}>
        {(ties) => (
          <select
            {...ties}
            required
            value={outcome.measure}
            onChange={(event) => change({ measure: event.target.value })}
          >
            <option value="">{t("choose")}</option>
            {groupsOf(choices.measures).map((group) => (
              <optgroup key={group ?? ""} label={group ?? t("imported")}>
                {choices.measures
                  .filter((one) => one.group === group)
                  .map(({ value, label }) => (
                    <option key={value} value={value}>
                      {label}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
        )}
      </PlanField>
      <PlanField label={labels.time} problem={problems.time}>
        {(ties) => (
          <select
            {...ties}
            required
            value={outcome.timepointCode}
            onChange={(event) => change({ timepointCode: event.target.value })}
          >
            <option value="">{t("choose")}</option>
            {choices.timepoints.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        )}
      </PlanField>
    </div>
  );
}

/** The instruments of the choices, in order; null stands for imported measures. */
function groupsOf(measures: readonly MeasureChoice[]): readonly (string | null)[] {
  return [...new Set(measures.map(({ group }) => group))];
}
