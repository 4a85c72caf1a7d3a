import type { Tx } from "@alongside/db/client";
import type { CohortCriteria } from "@alongside/domain/cohort-definition/criteria";
import type { Issue } from "@alongside/domain/failure/failure";
import { findMeasure } from "@alongside/domain/instruments/registry";

/** Criteria that name nothing in the programme: each with its place and the rule it breaks. */
export async function unknownParts(tx: Tx, programmeId: string, criteria: CohortCriteria): Promise<readonly Issue[]> {
  const programme = await tx.programme.findUnique({
    where: { id: programmeId },
    select: {
      sites: { select: { id: true } },
      cohorts: { select: { id: true } },
      measures: { select: { code: true } },
    },
  });
  const { arms = [], sites = [], baseline = [], volunteers = [] } = criteria;
  const known = await tx.volunteer.findMany({ where: { programmeId }, select: { id: true } });
  const has = (known: readonly { readonly id: string }[] | undefined, id: string) =>
    known?.some((one) => one.id === id) ?? false;
  const isMeasure = (measure: string) =>
    measure.startsWith("measure/")
      ? (programme?.measures.some(({ code }) => measure === `measure/${code}`) ?? false)
      : findMeasure(measure) !== undefined;
  return [
    ...arms.flatMap((id, at) => issue(has(programme?.cohorts, id), `criteria.arms.${at}`, "no-such-arm")),
    ...sites.flatMap((id, at) => issue(has(programme?.sites, id), `criteria.sites.${at}`, "no-such-site")),
    ...volunteers.flatMap((id, at) => issue(has(known, id), `criteria.volunteers.${at}`, "no-such-volunteer")),
    ...baseline.flatMap(({ measure }, at) =>
      issue(isMeasure(measure), `criteria.baseline.${at}.measure`, "no-such-measure"),
    ),
  ];
}

function issue(isKnown: boolean, path: string, rule: string): readonly Issue[] {
  return isKnown ? [] : [{ path, rule: `cohort-criteria.${rule}` }];
}
