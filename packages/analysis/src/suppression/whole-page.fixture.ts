import { THRESHOLD_RULES } from "@alongside/domain/viral-load/threshold-rules.data";
import { timeToSuppression } from "../time-to-suppression/time-to-suppression";
import { transitions } from "../transitions/transitions";
import { viralLoadChange } from "../viral-load-change/viral-load-change";
import type { ViralLoadData } from "../viral-load-rows/viral-load-data";
import { suppression } from "./suppression";

const [OWN_RULE, ...BESIDE] = THRESHOLD_RULES;

/**
 * Everything somebody who may not open single results can have the page say of one cohort: every time, beside every other
 * rule, with and without confirmation.
 */
export function wholePage(data: ViralLoadData, threshold: number, cohortId = "own") {
  const asked = { data, cohortId, comparedWith: null, threshold };
  const design = "single-group" as const;
  return {
    waves: data.waves.slice(1).map((_, at) => {
      const wave = at + 1;
      return {
        wave,
        rules: BESIDE.map((beside) => suppression({ ...asked, wave, rules: [OWN_RULE, beside], design }).rules),
        level: viralLoadChange({ ...asked, wave, rule: OWN_RULE, design }),
      };
    }),
    ways: transitions({ data, cohortId, rule: OWN_RULE, threshold }),
    times: [
      timeToSuppression({ ...asked, rule: OWN_RULE, event: "suppression", confirmed: false }),
      timeToSuppression({ ...asked, rule: OWN_RULE, event: "rebound", confirmed: false }),
      timeToSuppression({ ...asked, rule: OWN_RULE, event: "rebound", confirmed: true }),
    ],
  };
}
