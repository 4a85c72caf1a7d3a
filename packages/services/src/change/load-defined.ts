import { cohortCriteria, isKnownAtBaseline } from "@alongside/domain/cohort-definition/criteria";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import type { Scope } from "../access/authorise";
import type { Verb } from "../access/matrix";
import type { Context } from "../context";
import { countingThreshold } from "../disclosure/counting-threshold";
import type { Held } from "../disclosure/released";
import { computeChange, type DefinitionShown, type LoadedChange } from "./load";

/**
 * The change table of cohorts that somebody defined, in the order asked for, as their newest versions define them. Small
 * numbers are hidden as in the table of arms.
 * @returns `cohort-definition.people-hidden` for whoever may not list the people, unless the data are published or simulated:
 *   whom a cohort takes would follow from two tables by subtraction; `cohort-definition.none`
 */
export async function loadDefinedChange<V extends Verb>(
  context: Context,
  scope: Scope<V>,
  definitionIds: readonly string[],
  siteId?: string,
): Promise<Result<LoadedChange & Held>> {
  const { db, programmeId } = scope;
  const programme = await db.programme.findUnique({
    where: { id: programmeId },
    select: { suppressionThreshold: true, dataLabel: true, sites: { select: { id: true } } },
  });
  if (programme === null) return fail("not-found", "programme.none");
  if (countingThreshold(context, scope, programme) === null) return fail("rule", "cohort-definition.people-hidden");
  const found = await db.cohortDefinition.findMany({
    where: { programmeId, id: { in: [...definitionIds] } },
    select: { id: true, name: true, versions: { orderBy: { number: "desc" }, take: 1 } },
  });
  const definitions: DefinitionShown[] = [];
  for (const id of new Set(definitionIds)) {
    const definition = found.find((one) => one.id === id);
    const newest = definition?.versions[0];
    if (definition === undefined || newest === undefined) return fail("not-found", "cohort-definition.none");
    const criteria = cohortCriteria.parse(newest.criteria);
    const { name } = definition;
    definitions.push({ id, name, number: newest.number, criteria, isKnownAtBaseline: isKnownAtBaseline(criteria) });
  }
  const change = await computeChange(context, scope, siteId, definitions);
  return change.ok ? ok({ ...change.value, heldSince: null }) : change;
}
