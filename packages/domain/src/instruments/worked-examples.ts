import { alongsideCoreExamples } from "./catalog/alongside-core/worked-examples";
import { alongsideMechanismsExamples } from "./catalog/alongside-mechanisms/worked-examples";
import { gad7Examples } from "./catalog/gad7/worked-examples";
import { phq4Examples } from "./catalog/phq4/worked-examples";
import { phq9Examples } from "./catalog/phq9/worked-examples";
import { pozqolExamples } from "./catalog/pozqol/worked-examples";
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
};
