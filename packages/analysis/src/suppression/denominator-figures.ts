import { type ShiftFigures, shiftFigures } from "../share-change/shift-figures";
import type { UsableShift } from "../share-change/usable-shift";
import type { Denominator } from "./status-table";

/** All figures of one denominator. */
export interface DenominatorFigures extends ShiftFigures {
  readonly denominator: Denominator;
}

/** Every figure of one denominator that follows from what may be used. */
export function denominatorFigures(denominator: Denominator, usable: UsableShift): DenominatorFigures {
  return { denominator, ...shiftFigures(usable) };
}
