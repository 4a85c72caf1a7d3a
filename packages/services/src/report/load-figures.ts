import type { TimepointDescription } from "@alongside/analysis/change/measure-description";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { authorise, type Scope } from "../access/authorise";
import { listAnalysisPlans } from "../analysis-plan/list";
import type { LoadedChange } from "../change/load";
import { readChange } from "../change/read";
import type { Context } from "../context";
import { readOutcome } from "../outcome/read";
import { readSuppression } from "../suppression/read";
import type { FormsOfCohort, ReportFigures } from "./report-figures";
import type { ReportInput } from "./report-input";

/**
 * The figures of a report, each through the service of the page that shows it: the same numbers, the same ones hidden, the
 * same entries in the ledger and the audit trail.
 * @returns the answer of the Change page where it does not open; `timepoint.none`
 */
export async function loadFigures(context: Context, scope: Scope, input: ReportInput): Promise<Result<ReportFigures>> {
  const { programmeId, definitionIds, snapshotId, timepointCode, cohortIds } = input;
  // Asked beforehand: what this very report shows for the first time was planned before it was seen, or it was not.
  const plans = authorise(context, "analysis-plan.list", programmeId).ok
    ? await listAnalysisPlans(context, { programmeId })
    : null;
  const part = { ...(snapshotId === undefined ? {} : { snapshotId }) };
  const read = await readChange(context, {
    programmeId,
    ...part,
    ...(definitionIds === undefined ? {} : { definitionIds }),
  });
  if (!read.ok) return read;
  const change = { ...read.value, table: onlyCohorts(read.value.table, definitionIds ? undefined : cohortIds) };
  const followUps = change.table.timepoints.filter(({ id }) => id !== change.table.baselineTimepointId);
  const at =
    timepointCode === undefined ? usual(change, followUps) : followUps.find(({ code }) => code === timepointCode);
  if (at === undefined) return fail("not-found", "timepoint.none");
  const programme = await scope.db.programme.findUnique({ where: { id: programmeId }, select: { name: true } });
  if (programme === null) return fail("not-found", "programme.none");
  const listed = plans?.ok ? plans.value : null;
  const plan = listed?.plans[0] ?? null;
  const wants = (section: ReportInput["sections"][number]) => input.sections.includes(section);
  return ok({
    programme: programme.name,
    change,
    arms: definitionIds === undefined ? read.value.table.cohorts.map(({ id, name }) => ({ id, name })) : [],
    baseline: change.table.timepoints.find(({ id }) => id === change.table.baselineTimepointId) ?? null,
    at,
    plan,
    openings: listed?.openings ?? [],
    forms:
      wants("flow") && definitionIds === undefined ? await formsOf(context, input, change, plan?.plan.primary) : [],
    suppression:
      wants("suppression") && definitionIds === undefined && snapshotId === undefined
        ? await resultsOf(context, input, at)
        : null,
  });
}

type Table = LoadedChange["table"];

function onlyCohorts(table: Table, ids: readonly string[] | undefined): Table {
  if (ids === undefined) return table;
  return {
    ...table,
    cohorts: table.cohorts.filter(({ id }) => ids.includes(id)),
    domains: table.domains.map((domain) => ({
      ...domain,
      measures: domain.measures.map((measure) => ({
        ...measure,
        cohorts: measure.cohorts.filter(({ cohortId }) => ids.includes(cohortId)),
      })),
    })),
  };
}

/** The time the Change page opens with: the end if anything is estimated there, else the latest with an estimate. */
function usual(
  { table }: Pick<LoadedChange, "table">,
  followUps: readonly TimepointDescription[],
): TimepointDescription | null {
  const estimated = followUps.filter(({ id }) =>
    table.domains.some(({ measures }) =>
      measures.some(({ cohorts }) =>
        cohorts.some((one) => one.followUps.some((f) => f.timepointId === id && f.change.kind === "estimate")),
      ),
    ),
  );
  const end = (timepoints: readonly TimepointDescription[]) => timepoints.find(({ kind }) => kind === "end");
  return end(estimated) ?? estimated.at(-1) ?? end(followUps) ?? followUps[0] ?? null;
}

async function formsOf(
  context: Context,
  { programmeId, snapshotId }: ReportInput,
  { table }: Pick<LoadedChange, "table">,
  primary: { readonly measure: string; readonly timepointCode: string } | undefined,
): Promise<readonly FormsOfCohort[]> {
  const timepoint = table.timepoints.find(({ code }) => code === primary?.timepointCode);
  if (primary === undefined || timepoint === undefined || !authorise(context, "outcome.read", programmeId).ok)
    return [];
  const found: FormsOfCohort[] = [];
  for (const { id, name } of table.cohorts) {
    const read = await readOutcome(context, {
      ...{ programmeId, measure: primary.measure, timepointId: timepoint.id, cohortId: id, comparedWith: "none" },
      ...(snapshotId === undefined ? {} : { snapshotId }),
    });
    // Too few people, or not released: the page does not open either.
    if (read.ok) found.push({ cohort: name, flow: read.value.analysis.attrition.flow });
  }
  return found;
}

/** The cohort and the comparison that the page of results opens with; of chosen arms, the first two. */
async function resultsOf(
  context: Context,
  { programmeId, cohortIds }: ReportInput,
  at: TimepointDescription | null,
): Promise<ReportFigures["suppression"]> {
  if (!authorise(context, "suppression.read", programmeId).ok) return null;
  const [cohortId, comparedWith] = cohortIds ?? [];
  const read = await readSuppression(context, {
    programmeId,
    ...(at === null ? {} : { timepointId: at.id }),
    ...(cohortId === undefined ? {} : { cohortId, comparedWith: comparedWith ?? "none" }),
  });
  return read.ok ? read.value : null;
}
