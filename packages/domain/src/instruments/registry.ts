import { adhVas } from "./catalog/adh-vas/instrument";
import { alongsideCore } from "./catalog/alongside-core/instrument";
import { alongsideMechanisms } from "./catalog/alongside-mechanisms/instrument";
import { artAdh3 } from "./catalog/art-adh-3/instrument";
import { cbi } from "./catalog/cbi/instrument";
import { cd4 } from "./catalog/cd4/instrument";
import { doseLog } from "./catalog/dose-log/instrument";
import { dses } from "./catalog/dses/instrument";
import { gad7 } from "./catalog/gad7/instrument";
import { hasiP } from "./catalog/hasi-p/instrument";
import { hivAses } from "./catalog/hiv-ases/instrument";
import { hivKq18 } from "./catalog/hiv-kq-18/instrument";
import { hivVl } from "./catalog/hiv-vl/instrument";
import { hss12 } from "./catalog/hss12/instrument";
import { iarss } from "./catalog/iarss/instrument";
import { mbi } from "./catalog/mbi/instrument";
import { mosSss } from "./catalog/mos-sss/instrument";
import { mspss } from "./catalog/mspss/instrument";
import { nrsPain } from "./catalog/nrs-pain/instrument";
import { onsLonely } from "./catalog/ons-lonely/instrument";
import { peg } from "./catalog/peg/instrument";
import { phq4 } from "./catalog/phq4/instrument";
import { phq9 } from "./catalog/phq9/instrument";
import { pozqol } from "./catalog/pozqol/instrument";
import { promisSf } from "./catalog/promis-sf/instrument";
import { proqol5 } from "./catalog/proqol5/instrument";
import { psFidelityIndex } from "./catalog/ps-fidelity-index/instrument";
import { psat } from "./catalog/psat/instrument";
import { rasDs } from "./catalog/ras-ds/instrument";
import { retention } from "./catalog/retention/instrument";
import { rses } from "./catalog/rses/instrument";
import { smaq } from "./catalog/smaq/instrument";
import { ucla3 } from "./catalog/ucla3/instrument";
import { upsidesFs } from "./catalog/upsides-fs/instrument";
import { volunteerRecord } from "./catalog/volunteer-record/instrument";
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
  rses,
  rasDs,
  ucla3,
  onsLonely,
  mosSss,
  mspss,
  promisSf,
  hss12,
  iarss,
  hasiP,
  hivKq18,
  hivAses,
  dses,
  artAdh3,
  adhVas,
  smaq,
  retention,
  peg,
  nrsPain,
  hivVl,
  cd4,
  cbi,
  proqol5,
  mbi,
  volunteerRecord,
  psat,
  doseLog,
  upsidesFs,
  psFidelityIndex,
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
