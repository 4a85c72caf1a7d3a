import type { SnapshotDefinition } from "@alongside/domain/snapshot/snapshot-definition";
import type { OutcomeProgramme } from "../outcome/outcome-programme";

/** What a programme's plan said about a measure when a data set was frozen. */
export function programmeThen(
  { name }: OutcomeProgramme,
  { timeZone, sites, cohorts: arms, timepoints, instrumentUses }: SnapshotDefinition,
  measure: string,
): OutcomeProgramme {
  const uses = instrumentUses.filter(({ instrument }) => instrument === measure.replace(/\/.*/, ""));
  const isBaseline = ({ kind }: { readonly kind: string }) => Number(kind === "baseline");
  return {
    ...{ name, timeZone, sites, arms },
    timepoints: timepoints.toSorted((a, b) => isBaseline(b) - isBaseline(a)),
    timepointCodes: uses.some((use) => use.timepointCodes.length === 0)
      ? []
      : uses.flatMap((use) => use.timepointCodes),
  };
}
