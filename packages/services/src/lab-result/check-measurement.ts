import { type EarlierQuantity, quantityProblems, quantityWarnings } from "@alongside/domain/laboratory/quantity";
import { type TimepointWindow, timepointWindow } from "@alongside/domain/schedule/timepoint-window";
import type { Assay } from "@alongside/domain/viral-load/assay";
import { type EarlierViralLoad, viralLoadProblems } from "@alongside/domain/viral-load/check-viral-load";
import { viralLoadWarnings } from "@alongside/domain/viral-load/soft-checks";
import type { LabProgramme } from "./lab-programme";
import type { LabMeasurement } from "./measurement";
import type { LabPerson } from "./read-people";
import type { AskedCheck, RowIssue } from "./row-outcome";
import { measurementOf } from "./stored-result";

/** What a measurement is checked against. */
export interface CheckedAgainst {
  /** Their results without the one that is corrected or answered. */
  readonly person: Pick<LabPerson, "results" | "treatmentStartedOn">;
  readonly today: string;
  readonly assay: Assay | null;
  /** It comes from a file, whose mapping says how its prints are read. */
  readonly isReadByFile: boolean;
  /** Of the timepoint it is entered for. */
  readonly window: TimepointWindow | null;
}

/** What makes a measurement impossible, and what needs a reason. */
export interface Checked {
  readonly problems: readonly RowIssue[];
  readonly warnings: readonly AskedCheck[];
}

/** Asks the domain about a measurement. A specimen that gave no result stands in nobody's way. */
export function checkMeasurement(measurement: LabMeasurement, against: CheckedAgainst): Checked {
  const { today, assay, window, person, isReadByFile } = against;
  const earlier = person.results.filter(({ state }) => state !== "rejected" && state !== "failed");
  const rest = { today, replacesId: null };
  if (measurement.kind === "viral-load") {
    const loads = earlier.flatMap((stored): EarlierViralLoad[] => {
      const one = measurementOf(stored);
      return one.kind === "viral-load" ? [{ id: stored.resultId, measurement: one.result }] : [];
    });
    const { treatmentStartedOn } = person;
    return {
      problems: viralLoadProblems(measurement.result, { ...rest, assay, earlier: loads, isReadByFile }),
      warnings: viralLoadWarnings(measurement.result, { ...rest, assay, earlier: loads, treatmentStartedOn, window }),
    };
  }
  const quantities = earlier.flatMap((stored): EarlierQuantity[] => {
    const one = measurementOf(stored);
    return one.kind === "viral-load" ? [] : [{ id: stored.resultId, quantity: one.result }];
  });
  return {
    problems: quantityProblems(measurement.result, { ...rest, earlier: quantities }),
    warnings: quantityWarnings(measurement.result, { window }),
  };
}

/** The window of a timepoint for a person; null when the programme has no such timepoint. */
export function windowOf(code: string, person: LabPerson, programme: LabProgramme): TimepointWindow | null {
  const plan = programme.timepoints.find((timepoint) => timepoint.code === code);
  return plan === undefined ? null : timepointWindow(plan, person.enrolledOn);
}
