import { alongsideCore } from "./catalog/alongside-core/instrument";
import { alongsideMechanisms } from "./catalog/alongside-mechanisms/instrument";
import { gad7 } from "./catalog/gad7/instrument";
import { phq4 } from "./catalog/phq4/instrument";
import { phq9 } from "./catalog/phq9/instrument";
import { pozqol } from "./catalog/pozqol/instrument";
import { who5 } from "./catalog/who5/instrument";
import { whoqolHivBref } from "./catalog/whoqol-hiv-bref/instrument";
import type { Instrument } from "./instrument";
import type { Scale } from "./scale";

/** Every instrument the product knows, in the order lists show them. The conformance test keeps it equal to the folders. */
export const INSTRUMENTS: readonly Instrument[] = [
  alongsideCore,
  alongsideMechanisms,
  phq9,
  gad7,
  phq4,
  who5,
  pozqol,
  whoqolHivBref,
];

const byCode = new Map(INSTRUMENTS.flatMap((one) => [one.code, ...(one.aliases ?? [])].map((code) => [code, one])));

/**
 * The instrument with this code (or an alias of it) and, where stated, this edition; undefined when there is none. An
 * edition that is not the one we hold is none: its items may differ.
 */
export function findInstrument(code: string, edition?: string): Instrument | undefined {
  const found = byCode.get(code);
  return edition === undefined || found?.edition === edition ? found : undefined;
}

/** A scale with the instrument it belongs to. */
export interface Measure {
  readonly instrument: Instrument;
  readonly scale: Scale;
}

/** The scale behind a measure key such as `phq9/total`; undefined for imported measures and unknown keys. */
export function findMeasure(key: string): Measure | undefined {
  const [code, scaleCode, ...rest] = key.split("/");
  if (code === undefined || rest.length > 0) return undefined;
  const instrument = findInstrument(code);
  const scale = instrument?.scales.find((one) => one.code === scaleCode);
  return instrument === undefined || scale === undefined ? undefined : { instrument, scale };
}
