import { findMeasure } from "./registry";
import { isYesOrNo } from "./yes-or-no";

/** Whether a measure (`retention/missed-any`) says yes or no and nothing else. Imported and unknown ones never do. */
export function isYesOrNoMeasure(measure: string): boolean {
  const found = findMeasure(measure);
  return found !== undefined && isYesOrNo(found.instrument, found.scale);
}
