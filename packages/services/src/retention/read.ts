import type { MeasureChange } from "@alongside/analysis/change/change-table";
import type { CohortChange } from "@alongside/analysis/change/cohort-change";
import { type Retention, retention } from "@alongside/analysis/retention/retention";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import type { LocalText } from "@alongside/domain/instruments/local-text";
import { z } from "zod";
import { authorise, mayAt, type Scope } from "../access/authorise";
import { savedPlans } from "../analysis-plan/saved-plans";
import { writeAuditEvent } from "../audit/write-audit-event";
import { type LoadedChange, loadChange } from "../change/load";
import type { Context } from "../context";
import { type Held, released } from "../disclosure/released";
import { parseInput } from "../parse-input";
import { loadRetentionPeople } from "./load-people";

export const readRetentionInput = z.object({ programmeId: z.uuid() });

/** Who stayed in a programme; disclosure control has happened. */
export interface ReadRetention {
  readonly retention: Retention;
  readonly cohorts: readonly { readonly id: string; readonly name: string }[];
  /** The outcome by whose baseline people are followed: everybody counted was there at the beginning. */
  readonly measure: LocalText;
  /** Names of the sites in view where these are not all of the programme's; null for the whole programme. */
  readonly partOf: readonly string[] | null;
  readonly dataLabel: string | null;
  readonly threshold: number;
  readonly computedAt: string;
}

/**
 * Who stayed, who left, was transferred, died or completed, by days after enrolment, cohort by cohort: of everybody with a
 * baseline of the outcome the plan names first or, without a plan, of the first outcome that has one. Their number is the one
 * that stands on the Change page.
 * @returns `retention.none` without anybody measured at a baseline; `retention.one-view` for whoever may not see the people of
 *   some sites only; `release.waiting` while the Change page shows older figures, and what the ledger refuses
 */
export async function readRetention(
  context: Context,
  input: z.input<typeof readRetentionInput>,
): Promise<Result<ReadRetention & Held>> {
  const parsed = parseInput(readRetentionInput, input);
  if (!parsed.ok) return parsed;
  const scope = authorise(context, "outcome.read", parsed.value.programmeId);
  if (!scope.ok) return scope;
  const change = await loadChange(context, scope.value);
  if (!change.ok) return change;
  const measure = await followedBy(scope.value, change.value);
  if (measure === null) return fail("rule", "retention.none");
  // What is told of some sites and of all of them would tell of the others, ending by ending.
  if (!seesPeople(context, scope.value)) return fail("rule", "retention.one-view");
  if (change.value.heldSince !== null) {
    return fail("rule", "release.waiting", { params: { smallest: change.value.table.threshold } });
  }
  const asked = { family: "results", page: "retention", filter: {} } as const;
  return released(context, scope.value, asked, () => compute(context, scope.value, change.value, measure));
}

function seesPeople(context: Context, { programmeId, siteIds }: Scope): boolean {
  return siteIds === "all" || siteIds.every((id) => mayAt(context, "participant.list", programmeId, id));
}

/** The outcome the plan names first, if anybody has a baseline of it; else the first that somebody has one of. */
async function followedBy(scope: Scope, { table }: LoadedChange): Promise<MeasureChange | null> {
  if (table.baselineTimepointId === null) return null;
  const planned = (await savedPlans(scope.db, scope))[0]?.plan.primary.measure;
  const measures = table.domains
    .filter(({ domain }) => domain !== null)
    .flatMap((domain) => domain.measures)
    .filter(({ cohorts }) => cohorts.some(hasBaseline));
  return measures.find(({ description }) => description.measure === planned) ?? measures[0] ?? null;
}

async function compute(
  context: Context,
  scope: Scope,
  change: LoadedChange,
  chosen: MeasureChange,
): Promise<Result<ReadRetention>> {
  const { table, dataLabel, partOf, computedAt } = change;
  const people = await loadRetentionPeople(context, scope, {
    measure: chosen.description.measure,
    baselineTimepointId: table.baselineTimepointId ?? "",
  });
  const cohorts = chosen.cohorts.filter(hasBaseline);
  await writeAuditEvent(scope.db, context, scope, scope.actorId, {
    page: "retention",
    measure: chosen.description.measure,
  });
  return ok({
    retention: retention({
      people,
      cohorts: cohorts.map(({ cohortId, baseline: n }) => ({ id: cohortId, n })),
      threshold: table.threshold,
    }),
    cohorts: cohorts.flatMap(({ cohortId }) =>
      table.cohorts.filter(({ id }) => id === cohortId).map(({ id, name }) => ({ id, name })),
    ),
    measure: chosen.description.label,
    ...{ partOf, dataLabel, threshold: table.threshold, computedAt },
  });
}

function hasBaseline({ baseline }: CohortChange): boolean {
  return baseline.kind !== "exact" || baseline.n > 0;
}
