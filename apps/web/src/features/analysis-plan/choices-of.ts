import { measureKey } from "@alongside/domain/instruments/instrument";
import { findInstrument, findMeasure, type Measure } from "@alongside/domain/instruments/registry";
import { isYesOrNo } from "@alongside/domain/instruments/yes-or-no";
import type { Locale } from "next-intl";
import type { MeasureChoice, PlanChoices, Programme, SavedVersion } from "./plan-views";

/**
 * What a plan of this programme can name: scales of the instruments in use, imported measures, every time after the
 * baseline and the cohorts; and whatever an earlier version names, so that it never loses its name.
 */
export function choicesOf(
  programme: Pick<Programme, "instrumentUses" | "measures" | "timepoints" | "cohorts">,
  versions: readonly SavedVersion[],
  language: Locale,
): PlanChoices {
  const named = versions.flatMap(({ plan }) => [plan.primary, ...plan.secondary]);
  const inUse = programme.instrumentUses
    .filter(({ active }) => active)
    .flatMap(({ instrument: code }) => {
      const instrument = findInstrument(code);
      return instrument ? instrument.scales.map((scale) => ({ instrument, scale })) : [];
    });
  const former = named.flatMap(({ measure }) => findMeasure(measure) ?? []);
  const measures = [
    ...[...inUse, ...former].map((measure) => scaleChoice(measure, language)),
    ...programme.measures.map(({ code, label }) => ({
      ...{ value: `measure/${code}`, label, group: null, important: null, yesOrNo: false },
    })),
  ];
  const times = new Set(named.map(({ timepointCode }) => timepointCode));
  const cohorts = new Set(versions.flatMap(({ plan }) => [plan.comparisonCohort, ...(plan.supportedCohorts ?? [])]));
  return {
    measures: measures.filter(({ value }, at) => measures.findIndex((one) => one.value === value) === at),
    timepoints: programme.timepoints
      .filter(({ kind, active, code }) => kind !== "baseline" && (active || times.has(code)))
      .map(({ code, label }) => ({ value: code, label })),
    cohorts: programme.cohorts
      .filter(({ active, name }) => active || cohorts.has(name))
      .map(({ name }) => ({ value: name, label: name })),
  };
}

function scaleChoice({ instrument, scale }: Measure, language: Locale): MeasureChoice {
  const points = scale.importantDifferences.find(({ unit }) => unit === "points");
  return {
    value: measureKey(instrument.code, scale.code),
    yesOrNo: isYesOrNo(instrument, scale),
    label: scale.label[language],
    group: `${instrument.abbreviation} · ${instrument.name[language]}`,
    important: points === undefined ? null : { value: points.value, basis: points.basis[language] },
  };
}
