"use client";

import { PRIMARY_MODELS, STUDY_DESIGNS } from "@alongside/domain/analysis-plan/plan-choices";
import { useFormatter, useTranslations } from "next-intl";
import { OutcomePicker } from "./outcome-picker";
import styles from "./plan.module.css";
import { asksForComparison, type PlanDraft } from "./plan-draft";
import { PlanField } from "./plan-field";
import type { PlanChoices } from "./plan-views";
import { SecondaryOutcomes } from "./secondary-outcomes";
import { SupportedCohorts } from "./supported-cohorts";
import type { PlanProblems } from "./use-plan-problems";

const SIDES = ["", "at-least", "at-most"] as const;

interface Fields {
  readonly draft: PlanDraft;
  readonly choices: PlanChoices;
  readonly problems: PlanProblems;
  readonly onChange: (draft: PlanDraft) => void;
}

/** Everything a plan says, in the order in which one decides it. */
export function PlanFields(props: Fields): React.JSX.Element {
  const t = useTranslations("analysisPlan");
  const { draft, choices, problems } = props;
  const change = (changed: Partial<PlanDraft>) => props.onChange({ ...draft, ...changed });
  return (
    <>
      <PlanField label={t("part.title")} hint={t("form.titleHint")} problem={problems("title")}>
        {(ties) => (
          <input
            {...ties}
            required
            maxLength={200}
            autoComplete="off"
            value={draft.title}
            onChange={(event) => change({ title: event.target.value })}
          />
        )}
      </PlanField>
      <OutcomePicker
        outcome={draft.primary}
        labels={{ measure: t("form.measure"), time: t("form.time") }}
        choices={choices}
        problems={{ measure: problems("primary.measure"), time: problems("primary.timepointCode") }}
        onChange={(primary) => change({ primary })}
      />
      <PlanField label={t("part.design")} problem={problems("design")}>
        {(ties) => (
          <select
            {...ties}
            value={draft.design}
            onChange={({ target: { value } }) =>
              change({ design: STUDY_DESIGNS.find((one) => one === value) ?? draft.design })
            }
          >
            {STUDY_DESIGNS.map((design) => (
              <option key={design} value={design}>
                {t(`design.${design}`)}
              </option>
            ))}
          </select>
        )}
      </PlanField>
      <PlanField label={t("part.model")} hint={t("form.modelHint")} problem={problems("model")}>
        {(ties) => (
          <select
            {...ties}
            value={draft.model}
            onChange={({ target: { value } }) =>
              change({ model: PRIMARY_MODELS.find((one) => one === value) ?? draft.model })
            }
          >
            {PRIMARY_MODELS.map((model) => (
              <option key={model} value={model}>
                {t(`model.${model}`)}
              </option>
            ))}
          </select>
        )}
      </PlanField>
      {asksForComparison(draft) ? (
        <PlanField
          label={t("part.comparisonCohort")}
          hint={t("form.comparisonHint")}
          problem={problems("comparisonCohort")}
        >
          {(ties) => (
            <select
              {...ties}
              value={draft.comparisonCohort}
              onChange={(event) => change({ comparisonCohort: event.target.value })}
            >
              <option value="">{t("form.noComparison")}</option>
              {choices.cohorts.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </PlanField>
      ) : null}
      <SupportedCohorts {...props} />
      <CutOff {...props} />
      <ImportantDifference {...props} />
      <SecondaryOutcomes {...props} />
      <PlanField
        label={t("part.intercurrentEvents")}
        hint={t("form.eventsHint")}
        problem={problems("intercurrentEvents")}
      >
        {(ties) => (
          <textarea
            {...ties}
            rows={3}
            maxLength={2000}
            value={draft.intercurrentEvents}
            onChange={(event) => change({ intercurrentEvents: event.target.value })}
          />
        )}
      </PlanField>
    </>
  );
}

function CutOff({ draft, problems, onChange }: Fields): React.JSX.Element {
  const t = useTranslations("analysisPlan.form");
  const words = { "": t("noCutOff"), "at-least": t("atLeast"), "at-most": t("atMost") };
  return (
    <div className={styles.pair}>
      <PlanField label={t("cutOffSide")} hint={t("cutOffHint")} problem={problems("entryCutOff.side")}>
        {(ties) => (
          <select
            {...ties}
            value={draft.cutOffSide}
            onChange={({ target: { value } }) =>
              onChange({ ...draft, cutOffSide: SIDES.find((side) => side === value) ?? "" })
            }
          >
            {SIDES.map((side) => (
              <option key={side} value={side}>
                {words[side]}
              </option>
            ))}
          </select>
        )}
      </PlanField>
      {draft.cutOffSide === "" ? null : (
        <PlanField label={t("cutOff")} problem={problems("entryCutOff.value")}>
          {(ties) => (
            <input
              {...ties}
              type="number"
              step="any"
              required
              value={draft.cutOff}
              onChange={(event) => onChange({ ...draft, cutOff: event.target.value })}
            />
          )}
        </PlanField>
      )}
    </div>
  );
}

function ImportantDifference({ draft, choices, problems, onChange }: Fields): React.JSX.Element {
  const t = useTranslations("analysisPlan");
  const format = useFormatter();
  const measure = choices.measures.find(({ value }) => value === draft.primary.measure);
  const own = measure?.important
    ? t("form.ownDifference", {
        value: format.number(measure.important.value, { maximumFractionDigits: 6 }),
        basis: measure.important.basis,
      })
    : t("form.noOwnDifference");
  return (
    <PlanField
      label={t("part.importantDifference")}
      hint={measure ? `${t("form.differenceHint")} ${own}` : t("form.differenceHint")}
      problem={problems("importantDifference")}
    >
      {(ties) => (
        <input
          {...ties}
          type="number"
          step="any"
          min={0}
          value={draft.importantDifference}
          onChange={(event) => onChange({ ...draft, importantDifference: event.target.value })}
        />
      )}
    </PlanField>
  );
}
