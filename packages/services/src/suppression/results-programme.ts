import type { CohortDescription, TimepointDescription } from "@alongside/analysis/change/measure-description";
import type { Scope } from "../access/authorise";
import type { PlannedDays } from "./wave-of-day";

/** A cohort of a programme, with or without people. */
export type ResultsCohort = CohortDescription & { readonly active: boolean };

/** What the analyses of results have to know of a programme. */
export interface ResultsProgramme {
  readonly name: string;
  readonly timeZone: string;
  readonly dataLabel: string | null;
  readonly threshold: number;
  readonly sites: readonly { readonly id: string; readonly name: string }[];
  readonly cohorts: readonly ResultsCohort[];
  /** The baseline first, then by planned day. */
  readonly waves: readonly (PlannedDays & TimepointDescription)[];
}

/** Reads it; null for a programme that is gone. */
export async function readResultsProgramme({ db, programmeId }: Scope): Promise<ResultsProgramme | null> {
  const found = await db.programme.findUnique({
    where: { id: programmeId },
    select: {
      name: true,
      timeZone: true,
      dataLabel: true,
      suppressionThreshold: true,
      sites: { select: { id: true, name: true }, orderBy: { name: "asc" } },
      cohorts: {
        select: { id: true, name: true, kind: true, active: true },
        orderBy: [{ position: "asc" }, { name: "asc" }],
      },
      timepoints: {
        where: { active: true },
        select: {
          ...{ id: true, code: true, label: true, kind: true, position: true },
          ...{ targetDay: true, daysBefore: true, daysAfter: true },
        },
        orderBy: [{ targetDay: "asc" }, { position: "asc" }],
      },
    },
  });
  if (found === null) return null;
  const { suppressionThreshold: threshold, timepoints, ...programme } = found;
  const waves = timepoints.map(({ kind, ...one }) => ({ ...one, kind: kindOf(kind) }));
  const rank = ({ kind }: TimepointDescription) => Number(kind !== "baseline");
  return { ...programme, threshold, waves: waves.toSorted((a, b) => rank(a) - rank(b)) };
}

function kindOf(kind: string): TimepointDescription["kind"] {
  return kind === "baseline" || kind === "end" ? kind : "follow-up";
}
