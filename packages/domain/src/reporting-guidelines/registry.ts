import { CONSORT_PRO } from "./consort-pro";
import type { Guideline } from "./guideline";
import { STROBE_COHORT } from "./strobe-cohort";
import { TREND } from "./trend";

/** Every reporting guideline that a report fills in. */
export const GUIDELINES = [TREND, STROBE_COHORT, CONSORT_PRO] as const satisfies readonly Guideline[];
