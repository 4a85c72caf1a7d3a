import type { MeasureChange } from "@alongside/analysis/change/change-table";
import type { CohortChange, FollowUpChange } from "@alongside/analysis/change/cohort-change";
import type { ShownCount } from "@alongside/analysis/disclosure-control/shown-count";
import type { LocalText } from "@alongside/domain/instruments/local-text";
import { OUTCOME_DOMAINS } from "@alongside/domain/outcomes/domains";
import { snapshotCode } from "@alongside/domain/snapshot/snapshot-definition";
import { type ChangeCsvLanguage, changeWord } from "@alongside/interchange/formats/change-csv/words";
import type { ChangeCell, ChangeRow } from "@alongside/interchange/formats/change-csv/write-change";
import type { LineStanding, lineStandings } from "./line-standing";
import type { LoadedChange } from "./load";

/**
 * The lines of the file: one for each measure, cohort and follow-up that the page shows.
 *
 * @param timepointId only this follow-up; all of them when absent
 */
export function exportRows(
  loaded: LoadedChange,
  standingOf: ReturnType<typeof lineStandings>,
  language: ChangeCsvLanguage,
  timepointId: string | undefined,
): readonly ChangeRow[] {
  const { table, sources } = loaded;
  const wanted = table.timepoints.filter(
    ({ id }) => id !== table.baselineTimepointId && (timepointId === undefined || id === timepointId),
  );
  return table.domains.flatMap((domain) =>
    domain.measures.flatMap((measure) =>
      wanted.flatMap((timepoint) =>
        measure.cohorts.flatMap((cohort): ChangeRow[] => {
          const followUp = cohort.followUps.find((one) => one.timepointId === timepoint.id);
          if (followUp === undefined) return [];
          const { cohortId } = cohort;
          const line = { measure: measure.description.measure, cohortId, timepointId: timepoint.id };
          return [
            {
              ...names(loaded, measure, cohort, language),
              domain: domainName(domain.domain, language),
              timepoint: timepoint.label,
              instrument: sources[measure.description.measure]?.abbreviation ?? "",
              ...counts(cohort, followUp, language),
              ...(measure.description.yesOrNo === true
                ? { unit: changeWord("shares", language), ...shares(followUp, language) }
                : {
                    unit: sources[measure.description.measure]?.unit ?? "",
                    ...figures(followUp, table.claim.wording, language),
                  }),
              ...tested(followUp, standingOf(line), language),
            },
          ];
        }),
      ),
    ),
  );
}

function names(loaded: LoadedChange, measure: MeasureChange, cohort: CohortChange, language: ChangeCsvLanguage) {
  const { table, partOf, dataLabel, computedAt, snapshot } = loaded;
  return {
    measure: inLanguage(measure.description.label, language),
    cohort: table.cohorts.find((one) => one.id === cohort.cohortId)?.name ?? "",
    threshold: String(table.threshold),
    computedAt,
    snapshot: snapshot === null ? "" : snapshotCode(snapshot.contentHash),
    site: partOf?.join("; ") ?? changeWord("allSites", language),
    dataLabel: dataLabel ?? "",
  };
}

function counts(cohort: CohortChange, followUp: FollowUpChange, language: ChangeCsvLanguage) {
  return {
    nEnrolled: countCell(cohort.enrolled, language),
    nBaseline: countCell(cohort.baseline, language),
    nPaired: countCell(followUp.paired, language),
    withoutBaseline: countCell(cohort.withoutBaseline, language),
    lost: countCell(followUp.lost, language),
    unscored: countCell(followUp.unscored, language),
  };
}

/** Whether the interval says which way scores went: only then may it be said that they changed. */
function isSettled(change: FollowUpChange["change"]): boolean {
  return change.kind === "estimate" && (change.interval.low > 0 || change.interval.high < 0);
}

function figures(
  { summary, change, standardised, direction }: FollowUpChange,
  wording: LoadedChange["table"]["claim"]["wording"],
  language: ChangeCsvLanguage,
) {
  const cell = (figure: Figure) => figureCell(figure, language);
  return {
    meanBefore: cell(summary.kind === "summary" ? summary.meanBefore : summary),
    meanAfter: cell(summary.kind === "summary" ? summary.meanAfter : summary),
    meanChange: cell(change),
    intervalLow: cell(change.kind === "estimate" ? { kind: "value", value: change.interval.low } : change),
    intervalHigh: cell(change.kind === "estimate" ? { kind: "value", value: change.interval.high } : change),
    standardised: cell(standardised),
    standardisedLow: cell(
      standardised.kind === "estimate" ? { kind: "value", value: standardised.interval.low } : standardised,
    ),
    standardisedHigh: cell(
      standardised.kind === "estimate" ? { kind: "value", value: standardised.interval.high } : standardised,
    ),
    direction: changeWord(direction, language),
    claim: changeWord(isSettled(change) ? wording : "unsettled", language),
    method: change.kind === "estimate" ? change.method : "",
  };
}

/** The same of a measure that is yes or no: per cent of the people, and percentage points. */
function shares(followUp: FollowUpChange, language: ChangeCsvLanguage) {
  const { summary, change } = followUp;
  const hundred = (figure: Figure) =>
    figureCell("value" in figure ? { kind: "value", value: 100 * figure.value } : figure, language);
  const end = (side: "low" | "high"): Figure =>
    change.kind === "estimate" ? { kind: "value", value: change.interval[side] } : change;
  return {
    ...figures(followUp, "changed", language),
    meanBefore: hundred(summary.kind === "summary" ? summary.meanBefore : summary),
    meanAfter: hundred(summary.kind === "summary" ? summary.meanAfter : summary),
    meanChange: hundred(change),
    intervalLow: hundred(end("low")),
    intervalHigh: hundred(end("high")),
    claim: changeWord(isSettled(change) ? "share-changed" : "share-unsettled", language),
  };
}

/** How the line stands, its p value, and the same among its family; empty where it is in none. */
function tested({ test }: FollowUpChange, { why, other, adjusted }: LineStanding, language: ChangeCsvLanguage) {
  const nothing: ChangeCell = { kind: "words", text: "" };
  const number = (value: number | null): ChangeCell => (value === null ? nothing : { kind: "number", value });
  return {
    standing: changeWord(why, language, { other }),
    pValue: "pValue" in test ? number(test.pValue) : figureCell(test, language),
    adjusted: number(adjusted?.adjusted ?? null),
    family: adjusted === null ? "" : changeWord(`family-${adjusted.family}`, language),
    familyTests: number(adjusted?.m ?? null),
  };
}

type InsufficiencyReason = Extract<FollowUpChange["change"], { kind: "insufficient-data" }>["reason"];

/** A number with or without an interval, or why there is none. */
type Figure =
  | { readonly kind: "value" | "estimate"; readonly value: number }
  | { readonly kind: "suppressed" }
  | { readonly kind: "insufficient-data"; readonly reason: InsufficiencyReason };

function figureCell(figure: Figure, language: ChangeCsvLanguage): ChangeCell {
  switch (figure.kind) {
    case "value":
    case "estimate":
      return { kind: "number", value: figure.value };
    case "suppressed":
      return { kind: "words", text: changeWord("suppressed", language) };
    case "insufficient-data":
      return { kind: "words", text: changeWord(figure.reason, language) };
  }
}

function countCell(count: ShownCount, language: ChangeCsvLanguage): ChangeCell {
  switch (count.kind) {
    case "exact":
      return { kind: "number", value: count.n };
    case "hidden":
      return { kind: "words", text: changeWord("hidden", language, { below: String(count.below) }) };
    case "range":
      return {
        kind: "words",
        text: changeWord("range", language, { low: String(count.low), high: String(count.high) }),
      };
  }
}

function domainName(code: string | null, language: ChangeCsvLanguage): string {
  const domain = OUTCOME_DOMAINS.elements.find((element) => element.code === code);
  return domain ? domain.label[language] : changeWord("outside-domains", language);
}

function inLanguage(text: LocalText, language: ChangeCsvLanguage): string {
  return text[language];
}
