import type { PersonSeries } from "@alongside/analysis/rows/person-series";
import type { MissingCode } from "@alongside/interchange/formats/release-rows/write-release-rows";
import type { LoadedChange } from "../change/load";
import { type Form, formKey } from "./read-forms";
import type { ScoreLines } from "./score-lines";

/** One person's scores of one measure, with what identifies them inside the server. */
export interface ScoresOf {
  readonly participantId: string;
  readonly measure: string;
  readonly waves: readonly { readonly timepointId: string }[];
  readonly series: PersonSeries;
}

/** What lines say besides the scores. */
export interface LinesBeside {
  /** Of the same measure. */
  readonly forms: ReadonlyMap<string, Form>;
  /** The day on which each person first answered at the baseline. */
  readonly baselineOn: ReadonlyMap<string, string>;
  readonly table: Pick<LoadedChange["table"], "cohorts" | "timepoints">;
}

/** Adds a line for every time at which a score was to be expected, or is there. */
export function addLines(
  lines: ScoreLines,
  { participantId, measure, waves, series }: ScoresOf,
  { forms, baselineOn, table }: LinesBeside,
): void {
  const cohort = table.cohorts.find(({ id }) => id === series.cohortId)?.name ?? "";
  waves.forEach(({ timepointId }, at) => {
    const [state, score] = [series.states[at] ?? "not-expected", series.values[at] ?? null];
    if (state === "not-expected" && score === null) return;
    const form = forms.get(formKey(participantId, timepointId));
    const missing: MissingCode | "" =
      score !== null ? "" : state === "unscored" ? unscored(form?.outcome) : "not-measured";
    const [answeredOn, from] = [form?.answeredOn, baselineOn.get(participantId)];
    lines.add({
      ...{ participantId, cohort, siteId: series.siteId, standing: series.standing, measure, score, missing },
      timepoint: table.timepoints.find(({ id }) => id === timepointId)?.code ?? "",
      day: answeredOn === undefined || from === undefined ? null : daysBetween(from, answeredOn),
      date: answeredOn ?? null,
      version: form?.edition ?? "",
    });
  });
}

function unscored(outcome: string | undefined): MissingCode {
  return outcome === "not-applicable" ? "not-applicable" : "incomplete";
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
