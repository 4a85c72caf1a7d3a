import type { MeasureDescription } from "@alongside/analysis/change/measure-description";
import type { Instrument } from "@alongside/domain/instruments/instrument";
import { measureKey } from "@alongside/domain/instruments/instrument";
import type { LocalText } from "@alongside/domain/instruments/local-text";
import { findInstrument, INSTRUMENTS } from "@alongside/domain/instruments/registry";
import type { Improvement, Scale } from "@alongside/domain/instruments/scale";
import { isYesOrNo } from "@alongside/domain/instruments/yes-or-no";
import { type AskedOf, readAskedOf } from "@alongside/domain/schedule/asked-of";

/** Where a measure comes from, for the small print beside its figures. */
export interface MeasureSource {
  /** The instrument's name; null for a measure that came with an imported study. */
  readonly instrument: LocalText | null;
  readonly abbreviation: string;
  readonly edition: string;
  /** `new`: ours and not yet validated; every screen says so. */
  readonly validation: Instrument["validation"];
  readonly unit: string;
  /** Shown at once; the others are parts of it, one press away. */
  readonly headline: boolean;
  /** False when it was switched off after something had been collected. */
  readonly inUse: boolean;
  /** Who collected an imported measure, in the words of the import. */
  readonly origin: string;
}

/** An instrument that the programme has switched on. */
export interface InstrumentInUse {
  readonly instrument: string;
  readonly askedOf: string;
}

export interface DescribedMeasure {
  readonly description: MeasureDescription;
  readonly source: MeasureSource;
}

/** A measure that entered by study import, as stored. */
export interface ImportedMeasure {
  readonly code: string;
  readonly label: string;
  readonly domain: string;
  readonly improvement: string;
  readonly unit: string;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly source: string;
}

/**
 * Every measure the Change page has a place for: scales of the instruments in use, in the programme's order, then scales
 * of which something was collected although their instrument is no longer in use, then imported measures. What has been
 * collected stays in sight: switching an instrument off must not make an unwelcome result disappear.
 *
 * @param inUse the instruments in use, in order
 * @param collected measure keys of which something is stored
 */
export function describeMeasures(
  inUse: readonly InstrumentInUse[],
  imported: readonly ImportedMeasure[],
  collected: ReadonlySet<string>,
): readonly DescribedMeasure[] {
  const current = inUse.flatMap(({ instrument: code, askedOf }) => {
    const instrument = findInstrument(code);
    return instrument ? [{ instrument, askedOf: readAskedOf(askedOf) }] : [];
  });
  const former = INSTRUMENTS.filter((one) => !current.some(({ instrument }) => instrument === one));
  return [
    ...current.flatMap(({ instrument, askedOf }) =>
      instrument.scales.map((scale) => describeScale(instrument, scale, { inUse: true, askedOf })),
    ),
    ...former.flatMap((instrument) =>
      instrument.scales
        .filter((scale) => collected.has(measureKey(instrument.code, scale.code)))
        .map((scale) => describeScale(instrument, scale, { inUse: false, askedOf: "everyone" })),
    ),
    ...imported.map(describeImported),
  ];
}

function describeScale(
  instrument: Instrument,
  scale: Scale,
  { inUse, askedOf }: { readonly inUse: boolean; readonly askedOf: AskedOf },
): DescribedMeasure {
  const difference = scale.importantDifferences.find((one) => one.unit === "points");
  const reliability = scale.reliableChange?.reliability;
  return {
    description: {
      measure: measureKey(instrument.code, scale.code),
      label: scale.label,
      improvement: scale.improvement,
      range: scale.range,
      ...(isYesOrNo(instrument, scale) ? { yesOrNo: true } : {}),
      importantDifference: difference ? { value: difference.value, basis: difference.basis } : null,
      ...(reliability === undefined || reliability === null ? {} : { reliability }),
      domain: scale.serves.domain,
      outcomes: scale.serves.outcomes,
      askedOf,
    },
    source: {
      instrument: instrument.name,
      abbreviation: instrument.abbreviation,
      edition: instrument.edition,
      validation: instrument.validation,
      unit: scale.unit ?? "",
      headline: scale.headline || !instrument.scales.some((one) => one.headline),
      inUse,
      origin: "",
    },
  };
}

function describeImported(measure: ImportedMeasure): DescribedMeasure {
  const { code, label, domain, minimum, maximum, unit, source } = measure;
  return {
    description: {
      measure: `measure/${code}`,
      label: { en: label, zh: label },
      improvement: readImprovement(measure.improvement),
      range: minimum === null || maximum === null ? null : { minimum, maximum },
      importantDifference: null,
      domain: domain === "" ? null : domain,
      outcomes: [],
      askedOf: "everyone",
    },
    source: {
      instrument: null,
      abbreviation: code,
      edition: "",
      validation: "not-applicable",
      unit,
      headline: true,
      inUse: true,
      origin: source,
    },
  };
}

function readImprovement(text: string): Improvement {
  return text === "increase" || text === "decrease" ? text : "none";
}
