import type { LabProgramme } from "./lab-programme";
import type { LabMeasurement } from "./measurement";
import type { LabPerson } from "./read-people";
import type { AskedCheck, RowIssue } from "./row-outcome";

/** Rules a measurement breaks. */
export function hardErrors(_m: LabMeasurement, _p: LabPerson, _g: LabProgramme): readonly RowIssue[] {
  return [];
}
export function softChecks(_m: LabMeasurement, _p: LabPerson, _g: LabProgramme): readonly AskedCheck[] {
  return [];
}
