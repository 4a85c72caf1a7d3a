import type { ChangeCell } from "@alongside/analysis/change/cells";
import { cellsOfPerson, type PersonScore } from "@alongside/analysis/change/cells-of-person";
import { type ChangeTable, type ChangeTableInput, changeTable } from "@alongside/analysis/change/change-table";
import type { MeasureDescription } from "@alongside/analysis/change/measure-description";
import type { ViralLoadPerson } from "@alongside/analysis/viral-load-rows/viral-load-data";
import { joinSql, sql } from "@alongside/db/sql";
import { LAB_KIND_FACTS, QUANTITY_KINDS, type QuantityKind } from "@alongside/domain/laboratory/kinds";
import type { Scope } from "../access/authorise";
import { uuidList } from "../lab-result/read-people";
import type { LoadedRequest } from "./load-request";
import { usable } from "./load-rows";
import { waveOfDay } from "./wave-of-day";

interface StoredQuantity {
  readonly participantId: string;
  readonly kind: QuantityKind;
  readonly state: string;
  readonly quantity: number | null;
  readonly day: number;
}

/** Which way is better. Of a weight nobody can say that without knowing the person. */
const IMPROVEMENT = { "cd4-count": "increase", "cd4-percent": "increase", weight: "none" } as const;

/** The name under which a kind stands among measures. */
export function measureOfKind(kind: QuantityKind): string {
  return `laboratory/${kind}`;
}

/**
 * CD4 counts, CD4 per cent and weights through the same change table as every other measure. A value beyond a limit is no
 * number: such a person counts as tested, and takes no part in a mean.
 */
export async function loadQuantities(scope: Scope, request: LoadedRequest): Promise<ChangeTable> {
  return changeTable({ ...(await quantityInput(scope, request)), enrolledShown: request.enrolled });
}

/** The same before anything is decided about what may be shown. */
export async function quantityInput(
  scope: Scope,
  { programme, loaded, cohorts, siteIds }: Pick<LoadedRequest, "programme" | "loaded" | "cohorts" | "siteIds">,
): Promise<ChangeTableInput> {
  const sites = siteIds.length === 0 ? sql`true` : sql`p.site_id IN (${uuidList(siteIds)})`;
  const kinds = joinSql(QUANTITY_KINDS.map((kind) => sql`${kind}`));
  const rows = await scope.db.$queryRaw<StoredQuantity[]>(sql`
    SELECT r.participant_id AS "participantId", r.kind, r.state, r.quantity,
           (r.collected_on - e.enrolled_on)::int AS day
      FROM participant p
      JOIN enrolment e ON e.participant_id = p.participant_id AND e.programme_id = p.programme_id AND e.current
      JOIN lab_result r ON r.participant_id = p.participant_id
     WHERE p.programme_id = ${scope.programmeId}::uuid AND ${sites} AND ${usable(scope.programmeId, "figures")} AND r.current AND r.kind IN (${kinds})
       AND r.state NOT IN ('rejected', 'failed', 'pending')
     ORDER BY r.participant_id, r.collected_on, r.entered_at, r.id`);
  const { waves } = programme;
  const byPerson = new Map<string, StoredQuantity[]>();
  for (const row of rows) byPerson.set(row.participantId, [...(byPerson.get(row.participantId) ?? []), row]);
  const { people } = loaded.data;
  const baseline = waves[0]?.id ?? null;
  const enrolled = new Map<string, number>();
  for (const { cohortId } of people) enrolled.set(cohortId, (enrolled.get(cohortId) ?? 0) + 1);
  return {
    cells: people.flatMap((person) =>
      cellsOf(person, scoresOf(byPerson.get(person.participantId) ?? [], waves), baseline),
    ),
    enrolled,
    measures: QUANTITY_KINDS.filter((kind) => rows.some((row) => row.kind === kind)).map(describe),
    cohorts: cohorts.map(({ id, name, kind }) => ({ id, name, kind })),
    timepoints: waves.map(({ id, code, label, kind, targetDay }, position) => ({
      ...{ id, code, label, kind, position, targetDay },
    })),
    threshold: programme.threshold,
  };
}

function describe(kind: QuantityKind): MeasureDescription {
  return {
    measure: measureOfKind(kind),
    label: LAB_KIND_FACTS[kind].label,
    improvement: IMPROVEMENT[kind],
    range: null,
    importantDifference: null,
    domain: "outcome.physiological",
    outcomes: [],
    askedOf: "everyone",
  };
}

function cellsOf(
  { siteId, cohortId }: ViralLoadPerson,
  scores: readonly PersonScore[],
  baseline: string | null,
): readonly ChangeCell[] {
  return cellsOfPerson({ siteId, cohortId, scores }, baseline);
}

/** One score per kind and wave: of several the nearest to the planned day, of two as near the later. */
function scoresOf(rows: readonly StoredQuantity[], waves: LoadedRequest["programme"]["waves"]): readonly PersonScore[] {
  const found = new Map<string, PersonScore & { readonly away: number }>();
  for (const { kind, state, quantity, day } of rows) {
    const timepointId = waveOfDay(day, waves);
    const planned = waves.find(({ id }) => id === timepointId);
    if (timepointId === null || planned === undefined) continue;
    const away = Math.abs(day - planned.targetDay);
    const key = `${kind} ${timepointId}`;
    const present = found.get(key);
    if (present !== undefined && present.away < away) continue;
    const value = state === "quantified" ? quantity : null;
    found.set(key, { measure: measureOfKind(kind), timepointId, value, away });
  }
  return [...found.values()].map(({ away: _, ...score }) => score);
}
