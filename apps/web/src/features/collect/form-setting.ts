import "server-only";
import { localText } from "@alongside/domain/instruments/questionnaire-view";
import { findInstrument } from "@alongside/domain/instruments/registry";
import { formHref, type Mode } from "./address";
import type { FormSetting, NextForm, OpenForm, PlanPlace, ScaleView, StoredAssessment } from "./form-view";

/** The name of an instrument in the interface language. */
export function instrumentName(code: string, language: string): string {
  const instrument = findInstrument(code);
  return instrument === undefined ? code : localText(instrument.name, language);
}

/** An instrument's scales as results name them, headlines first. */
export function scaleViews(code: string, language: string): readonly ScaleView[] {
  const scales = findInstrument(code)?.scales ?? [];
  return scales
    .toSorted((a, b) => Number(b.headline) - Number(a.headline))
    .map((scale) => ({
      code: scale.code,
      label: localText(scale.label, language),
      ...scale.range,
      unit: scale.unit ?? null,
      improvement: scale.improvement,
      bands: scale.bands.map(({ from, exclusive, label }) => ({
        from,
        exclusive: exclusive ?? false,
        label: localText(label, language),
      })),
    }));
}

/** What is left to collect now: at the same timepoint first, then what is due elsewhere. */
export function nextForms(
  base: string,
  form: OpenForm,
  choice: { readonly mode: Mode; readonly interfaceLanguage: string },
): readonly NextForm[] {
  const { participantId } = form.participant;
  const { place: here } = form;
  const left = form.places.filter(
    (place) =>
      (place.state === "open" || place.state === "overdue") &&
      !(place.timepointId === here.timepointId && place.instrument === here.instrument),
  );
  const rank = (place: PlanPlace) =>
    (place.timepointId === here.timepointId ? 0 : 2) + (place.state === "open" ? 0 : 1);
  return left
    .toSorted((a, b) => rank(a) - rank(b))
    .map((place) => ({
      title: instrumentName(place.instrument, choice.interfaceLanguage),
      timepoint: place.timepointLabel,
      state: place.state,
      href: formHref(
        base,
        { ...place, participantId },
        { mode: choice.mode, ...languageFor(place.instrument, form.view.language) },
      ),
    }));
}

/** The language to propose for an instrument: the one that was spoken just now, where it exists in it. */
export function languageFor(code: string, spoken: string): { readonly language?: string } {
  const offered = findInstrument(code)?.languages ?? [];
  const same = offered.find((tag) => tag === spoken) ?? offered.find((tag) => tag.split("-")[0] === spoken);
  return same === undefined ? {} : { language: same };
}

/** Everything around one form that the browser needs. */
export function formSetting(given: {
  readonly base: string;
  readonly programmeId: string;
  readonly personId: string;
  readonly verbs: readonly string[];
  readonly form: OpenForm;
  readonly mode: Mode;
  readonly interfaceLanguage: string;
  readonly stored: StoredAssessment | null;
}): FormSetting {
  const { base, programmeId, personId, verbs, form, mode, interfaceLanguage, stored } = given;
  return {
    base,
    programmeId,
    personId,
    mode,
    scales: verbs.includes("score.read") ? scaleViews(form.place.instrument, interfaceLanguage) : [],
    next: nextForms(base, form, { mode, interfaceLanguage }),
    stored: stored && {
      assessmentId: stored.assessmentId,
      answeredOn: stored.answeredOn,
      answers: stored.answers,
    },
  };
}
