import { cohortCriteria, isKnownAtBaseline } from "@alongside/domain/cohort-definition/criteria";
import { fail, type Result } from "@alongside/domain/failure/failure";
import type { Scope } from "../access/authorise";
import type { Verb } from "../access/matrix";
import type { Context } from "../context";
import { admitCohorts } from "../disclosure/admit-cohorts";
import { type Held, released } from "../disclosure/released";
import { computeChange, type DefinitionShown, type LoadedChange } from "./load";

/**
 * The change table of cohorts that somebody defined, in the order asked for, as their newest versions define them. Small
 * numbers are hidden as in the table of arms. Whoever may not list the people is shown them only where no few people tell them from
 * what was released before.
 * @returns `cohort-definition.none`; `cohort-definition.too-close`; `release.waiting` and `release.too-close` of the ledger
 */
export async function loadDefinedChange<V extends Verb>(
  context: Context,
  scope: Scope<V>,
  definitionIds: readonly string[],
  siteId?: string,
): Promise<Result<LoadedChange & Held>> {
  const { db, programmeId } = scope;
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
  const filter = { definitions: definitions.map(({ id, number }) => ({ id, number })) };
  const asked = { family: "scores", page: "change-defined", siteId, filter } as const;
  return released(context, scope, asked, async (release) => {
    if (release.kind === "free") return computeChange(context, scope, siteId, { definitions });
    const admitted = await admitCohorts(context, scope, definitions, { viewId: release.viewId, siteId });
    return admitted.ok ? computeChange(context, scope, siteId, { definitions, isExact: true }) : admitted;
  });
}
