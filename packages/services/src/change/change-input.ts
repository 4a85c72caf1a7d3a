import type { ChangeCell } from "@alongside/analysis/change/cells";
import { type ChangeTableInput, enrolledByCohort } from "@alongside/analysis/change/change-table";
import type { TimepointDescription } from "@alongside/analysis/change/measure-description";
import { readCells } from "@alongside/db/change-statistic/read-cells";
import type { Tx } from "@alongside/db/client";
import type { CohortCriteria } from "@alongside/domain/cohort-definition/criteria";
import type { Scope } from "../access/authorise";
import { describeMeasures, type MeasureSource } from "./describe-measures";

type Plan = NonNullable<Awaited<ReturnType<typeof readPlan>>>;

/** What the change table is made of, and where its measures come from, by their keys. */
export interface ChangeInput {
  readonly input: ChangeTableInput;
  readonly sources: Readonly<Record<string, MeasureSource>>;
}

/**
 * Sums of a programme with everything that describes them, before anything is decided about what may be shown.
 * @param siteIds only these sites; all when absent
 */
export async function changeInput(
  { db, programmeId }: Scope,
  programme: Plan,
  siteIds: readonly string[] | undefined,
): Promise<ChangeInput> {
  return inputOfCells(programme, await readCells(db, programmeId, siteIds), null);
}

/**
 * The same of cells that were read already, for a plan as it is or as it was.
 * @param definitions cohorts that somebody defined, in place of the arms
 */
export function inputOfCells(
  programme: Pick<Plan, "suppressionThreshold" | "cohorts" | "timepoints" | "measures" | "instrumentUses">,
  cells: readonly ChangeCell[],
  definitions: readonly { readonly id: string; readonly name: string; readonly criteria: CohortCriteria }[] | null,
): ChangeInput {
  const enrolled = enrolledByCohort(cells);
  const collected = new Set(cells.map((cell) => cell.measure));
  const measured = new Set(cells.map((cell) => cell.timepointId));
  const measures = describeMeasures(programme.instrumentUses, programme.measures, collected);
  return {
    sources: Object.fromEntries(measures.map((one) => [one.description.measure, one.source])),
    input: {
      cells,
      enrolled,
      measures: measures.map((one) => one.description),
      // As with instruments: what holds results stays in sight after it was switched off.
      cohorts:
        definitions?.map(({ id, name, criteria }) => ({ id, name, kind: "other", chosenBy: scoresOf(criteria) })) ??
        programme.cohorts
          .filter((cohort) => cohort.active || enrolled.has(cohort.id))
          .map(({ id, name, kind }) => ({ id, name, kind })),
      timepoints: programme.timepoints
        .filter((timepoint) => timepoint.active || measured.has(timepoint.id))
        .map(({ id, code, label, kind, position, targetDay }) => ({
          ...{ id, code, label, kind: readKind(kind), position, targetDay },
        })),
      threshold: programme.suppressionThreshold,
    },
  };
}

/** Measures by whose score at the baseline people are chosen. */
function scoresOf({ baseline }: CohortCriteria): readonly string[] {
  return baseline?.map(({ measure }) => measure) ?? [];
}

/** Reads what a programme plans to measure of whom; null for one that is gone. */
export function readPlan({ db, programmeId }: { readonly db: Pick<Tx, "programme">; readonly programmeId: string }) {
  return db.programme.findUnique({
    where: { id: programmeId },
    select: {
      id: true,
      dataLabel: true,
      suppressionThreshold: true,
      timeZone: true,
      sites: { select: { id: true, name: true }, orderBy: { name: "asc" } },
      cohorts: {
        select: { id: true, name: true, kind: true, active: true },
        orderBy: [{ position: "asc" }, { name: "asc" }],
      },
      timepoints: {
        select: {
          ...{ id: true, code: true, label: true, kind: true, active: true },
          ...{ position: true, targetDay: true, daysBefore: true, daysAfter: true },
        },
        orderBy: [{ position: "asc" }, { code: "asc" }],
      },
      instrumentUses: {
        where: { active: true },
        select: { instrument: true, askedOf: true, timepointCodes: true },
        orderBy: [{ position: "asc" }, { instrument: "asc" }],
      },
      measures: {
        select: {
          code: true,
          label: true,
          domain: true,
          improvement: true,
          unit: true,
          minimum: true,
          maximum: true,
          source: true,
        },
        orderBy: { code: "asc" },
      },
    },
  });
}

function readKind(kind: string): TimepointDescription["kind"] {
  return kind === "baseline" || kind === "end" ? kind : "follow-up";
}
