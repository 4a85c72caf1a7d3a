"use client";

import { modelsFor, STUDY_DESIGNS, YES_OR_NO_MODELS } from "@alongside/domain/analysis-plan/plan-choices";
import { useFormatter, useTranslations } from "next-intl";
import { OutcomePicker } from "./outcome-picker";
import styles from "./plan.module.css";
import { asksForComparison, fitting, type PlanDraft } from "./plan-draft";
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
        onChange={(primary) => props.onChange(fitting({ ...draft, primary }, isYesOrNo(choices, primary.measure)))}
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
      <ModelField {...props} />
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
      {isYesOrNo(choices, draft.primary.measure) ? null : <ImportantDifference {...props} />}
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

function ModelField({ draft, choices, problems, onChange }: Fields): React.JSX.Element {
  const t = useTranslations("analysisPlan");
  const yesOrNo = isYesOrNo(choices, draft.primary.measure);
  const offered = yesOrNo
    ? YES_OR_NO_MODELS.map((model) => ({ model, label: t(`modelYesOrNo.${model}`) }))
    : modelsFor(false).map((model) => ({ model, label: t(`model.${model}`) }));
  return (
    <PlanField
      label={t("part.model")}
      hint={t(yesOrNo ? "form.modelHintYesOrNo" : "form.modelHint")}
      problem={problems("model")}
    >
      {(ties) => (
        <select
          {...ties}
          value={draft.model}
          onChange={({ target: { value } }) =>
            onChange({ ...draft, model: offered.find(({ model }) => model === value)?.model ?? draft.model })
          }
        >
          {offered.map(({ model, label }) => (
            <option key={model} value={model}>
              {label}
            </option>
          ))}
        </select>
      )}
    </PlanField>
  );
}

function isYesOrNo({ measures }: PlanChoices, measure: string): boolean {
  return measures.find(({ value }) => value === measure)?.yesOrNo ?? false;
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
