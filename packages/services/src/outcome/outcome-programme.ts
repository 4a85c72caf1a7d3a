import type { Scope } from "../access/authorise";
import type { PlannedWave } from "./load-outcome-data";

/** What a programme's plan says about a measure. */
export interface OutcomeProgramme {
  readonly name: string;
  readonly timeZone: string;
  /** The baseline first, then in order. */
  readonly timepoints: readonly PlannedWave[];
  /** Codes of the timepoints at which the measure is asked; empty = all. */
  readonly timepointCodes: readonly string[];
  readonly sites: readonly { readonly id: string; readonly name: string }[];
  readonly arms: readonly { readonly id: string; readonly kind: string }[];
}

/** Reads it; null for a programme that is gone. */
export async function readOutcomeProgramme(
  { db, programmeId }: Scope,
  measure: string,
): Promise<OutcomeProgramme | null> {
  const programme = await db.programme.findUnique({
    where: { id: programmeId },
    select: {
      name: true,
      timeZone: true,
      cohorts: { select: { id: true, kind: true } },
      sites: { select: { id: true, name: true }, orderBy: { name: "asc" } },
      timepoints: {
        select: { id: true, code: true, label: true, kind: true, targetDay: true, daysBefore: true, daysAfter: true },
        orderBy: [{ position: "asc" }, { code: "asc" }],
      },
      instrumentUses: {
        where: { instrument: measure.replace(/\/.*/, "") },
        select: { timepointCodes: true },
      },
    },
  });
  if (programme === null) return null;
  const { name, timeZone, sites, cohorts: arms, timepoints, instrumentUses } = programme;
  const isBaseline = ({ kind }: { readonly kind: string }) => Number(kind === "baseline");
  return {
    name,
    timeZone,
    sites,
    arms,
    timepoints: timepoints.toSorted((a, b) => isBaseline(b) - isBaseline(a)),
    // Asked at all of them as soon as one use says so.
    timepointCodes: instrumentUses.some((use) => use.timepointCodes.length === 0)
      ? []
      : instrumentUses.flatMap((use) => use.timepointCodes),
  };
}
