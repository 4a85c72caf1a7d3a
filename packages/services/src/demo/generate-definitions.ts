import { type CohortCriteria, canonicalCriteria } from "@alongside/domain/cohort-definition/criteria";
import { canonicalHash } from "../canonical-hash";
import type { RandomStream } from "./random-stream";

export interface DefinitionPlan {
  readonly programmeId: string;
  readonly researcherId: string;
  /** Arms with support, and the one without. */
  readonly supported: readonly string[];
  readonly waiting: string;
  /** Today at its first hour. */
  readonly now: Date;
}

const DAY_MS = 86_400_000;
/** From this score of the PHQ-9 on, depression is at least moderate (Kroenke, Spitzer & Williams 2001). */
const MODERATE = 10;

/**
 * Cohorts that a researcher defined: people with at least moderate depression at the baseline, with support and without, and
 * those who completed, who can only be described. Of each, the trail it would have left.
 */
export function generateDefinitions(stream: RandomStream, plan: DefinitionPlan) {
  const { programmeId, researcherId, supported, waiting, now } = plan;
  const baseline = [{ measure: "phq9/total", from: MODERATE, below: null }];
  const defined: readonly (readonly [string, CohortCriteria])[] = [
    ["Low mood at the start, supported", { arms: [...supported], baseline }],
    ["Low mood at the start, waiting", { arms: [waiting], baseline }],
    ["Completed with support", { arms: [...supported], standing: ["completed"] }],
  ];
  const rows = defined.map(([name, chosen], at) => {
    const criteria = canonicalCriteria(chosen);
    const savedAt = new Date(now.getTime() - (20 - at) * DAY_MS);
    return { id: stream.id(savedAt), name, criteria, savedAt, contentHash: canonicalHash(criteria) };
  });
  return {
    definitions: rows.map(({ id, name, savedAt }) => {
      return { programmeId, id, name, createdById: researcherId, createdAt: savedAt };
    }),
    versions: rows.map(({ id, criteria, contentHash, savedAt }) => ({
      ...{ programmeId, definitionId: id, number: 1, criteria, contentHash, savedById: researcherId, savedAt },
    })),
    trail: rows.map(({ id, name, contentHash, savedAt }) => ({
      ...{ subjectId: programmeId, id: stream.id(savedAt), programmeId, actorId: researcherId, at: savedAt },
      ...{ action: "cohort-definition.save", detail: { definitionId: id, name, number: 1, contentHash } },
    })),
  };
}
