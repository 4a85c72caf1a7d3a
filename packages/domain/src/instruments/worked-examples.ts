import { adhVasExamples } from "./catalog/adh-vas/worked-examples";
import { alongsideCoreExamples } from "./catalog/alongside-core/worked-examples";
import { alongsideMechanismsExamples } from "./catalog/alongside-mechanisms/worked-examples";
import { artAdh3Examples } from "./catalog/art-adh-3/worked-examples";
import { cbiExamples } from "./catalog/cbi/worked-examples";
import { cd4Examples } from "./catalog/cd4/worked-examples";
import { doseLogExamples } from "./catalog/dose-log/worked-examples";
import { dsesExamples } from "./catalog/dses/worked-examples";
import { gad7Examples } from "./catalog/gad7/worked-examples";
import { hasiPExamples } from "./catalog/hasi-p/worked-examples";
import { hivAsesExamples } from "./catalog/hiv-ases/worked-examples";
import { hivKq18Examples } from "./catalog/hiv-kq-18/worked-examples";
import { hivVlExamples } from "./catalog/hiv-vl/worked-examples";
import { hss12Examples } from "./catalog/hss12/worked-examples";
import { iarssExamples } from "./catalog/iarss/worked-examples";
import { mbiExamples } from "./catalog/mbi/worked-examples";
import { mosSssExamples } from "./catalog/mos-sss/worked-examples";
import { mspssExamples } from "./catalog/mspss/worked-examples";
import { nrsPainExamples } from "./catalog/nrs-pain/worked-examples";
import { onsLonelyExamples } from "./catalog/ons-lonely/worked-examples";
import { pegExamples } from "./catalog/peg/worked-examples";
import { phq4Examples } from "./catalog/phq4/worked-examples";
import { phq9Examples } from "./catalog/phq9/worked-examples";
import { pozqolExamples } from "./catalog/pozqol/worked-examples";
import { promisSfExamples } from "./catalog/promis-sf/worked-examples";
import { proqol5Examples } from "./catalog/proqol5/worked-examples";
import { psFidelityIndexExamples } from "./catalog/ps-fidelity-index/worked-examples";
import { psatExamples } from "./catalog/psat/worked-examples";
import { rasDsExamples } from "./catalog/ras-ds/worked-examples";
import { retentionExamples } from "./catalog/retention/worked-examples";
import { rsesExamples } from "./catalog/rses/worked-examples";
import { smaqExamples } from "./catalog/smaq/worked-examples";
import { ucla3Examples } from "./catalog/ucla3/worked-examples";
import { upsidesFsExamples } from "./catalog/upsides-fs/worked-examples";
import { volunteerRecordExamples } from "./catalog/volunteer-record/worked-examples";
import { who5Examples } from "./catalog/who5/worked-examples";
import { whoqolHivBrefExamples } from "./catalog/whoqol-hiv-bref/worked-examples";
import type { WorkedExample } from "./worked-example";

/** Worked examples by instrument code, for the conformance test and for readers. */
export const WORKED_EXAMPLES: Readonly<Record<string, readonly WorkedExample[]>> = {
  "alongside-core": alongsideCoreExamples,
  "alongside-mechanisms": alongsideMechanismsExamples,
  phq9: phq9Examples,
  gad7: gad7Examples,
  phq4: phq4Examples,
  who5: who5Examples,
  pozqol: pozqolExamples,
  "whoqol-hiv-bref": whoqolHivBrefExamples,
  rses: rsesExamples,
  "ras-ds": rasDsExamples,
  ucla3: ucla3Examples,
  "ons-lonely": onsLonelyExamples,
  "mos-sss": mosSssExamples,
  mspss: mspssExamples,
  "promis-sf": promisSfExamples,
  hss12: hss12Examples,
  iarss: iarssExamples,
  "hasi-p": hasiPExamples,
  "hiv-kq-18": hivKq18Examples,
  "hiv-ases": hivAsesExamples,
  dses: dsesExamples,
  "art-adh-3": artAdh3Examples,
  "adh-vas": adhVasExamples,
  smaq: smaqExamples,
  retention: retentionExamples,
  peg: pegExamples,
  "nrs-pain": nrsPainExamples,
  "hiv-vl": hivVlExamples,
  cd4: cd4Examples,
  cbi: cbiExamples,
  proqol5: proqol5Examples,
  mbi: mbiExamples,
  "volunteer-record": volunteerRecordExamples,
  psat: psatExamples,
  "dose-log": doseLogExamples,
  "upsides-fs": upsidesFsExamples,
  "ps-fidelity-index": psFidelityIndexExamples,
};
