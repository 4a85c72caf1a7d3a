import type { Tx } from "@alongside/db/client";

/** What the programme has already, by the names and codes a study file may use. Inactive parts count: their data do. */
export interface ProgrammePlan {
  readonly timeZone: string;
  readonly sites: readonly { readonly id: string; readonly name: string; readonly active: boolean }[];
  readonly cohorts: readonly {
    readonly id: string;
    readonly name: string;
    readonly kind: string;
    readonly position: number;
  }[];
  readonly timepoints: readonly {
    readonly id: string;
    readonly code: string;
    readonly label: string;
    readonly kind: string;
    readonly position: number;
    readonly targetDay: number;
  }[];
  readonly measures: readonly {
    readonly id: string;
    readonly code: string;
    readonly label: string;
    readonly domain: string;
    readonly improvement: string;
    readonly unit: string;
    readonly minimum: number | null;
    readonly maximum: number | null;
  }[];
}

/** Reads the plan; the programme must exist, as it does for whoever holds a scope in it. */
export async function readPlan(db: Tx, programmeId: string): Promise<ProgrammePlan> {
  return db.programme.findUniqueOrThrow({
    where: { id: programmeId },
    select: {
      timeZone: true,
      sites: { select: { id: true, name: true, active: true }, orderBy: { name: "asc" } },
      cohorts: {
        select: { id: true, name: true, kind: true, position: true },
        orderBy: [{ position: "asc" }, { id: "asc" }],
      },
      timepoints: {
        select: { id: true, code: true, label: true, kind: true, position: true, targetDay: true },
        orderBy: [{ position: "asc" }, { code: "asc" }],
      },
      measures: {
        select: {
          ...{ id: true, code: true, label: true, domain: true },
          ...{ improvement: true, unit: true, minimum: true, maximum: true },
        },
        orderBy: { code: "asc" },
      },
    },
  });
}
