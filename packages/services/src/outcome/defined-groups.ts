import type { OutcomeRequest } from "@alongside/analysis/outcome/outcome-request";
import { membersOf } from "@alongside/db/cohort-definition/members-of";
import { sql } from "@alongside/db/sql";
import type { CohortCriteria } from "@alongside/domain/cohort-definition/criteria";
import type { Scope } from "../access/authorise";
import type { DefinitionShown } from "../change/load";
import type { OutcomeInput } from "./outcome-input";

/** Why cohorts that somebody defined are not compared although it was asked for. */
export type Hindrance =
  /** Somebody is in both of them. */
  | "overlap"
  /** One takes people by what came of them. */
  | "chosen-by-outcome";

/** The people of the cohort in question, and of the one it is compared with. */
export interface DefinedGroups {
  /** Which of the two cohorts each person is in; nobody else is looked at. */
  readonly cohortOf: ReadonlyMap<string, string>;
  readonly comparedWith: string | null;
  readonly hindrance: Hindrance | null;
  /** How people came in, where the outcome's own score before decided it; null where only the plan may say. */
  readonly entry: Pick<OutcomeRequest, "entryCutOff" | "entryIsKnown"> | null;
}

/**
 * Finds the people of one or two cohorts that somebody defined. Two are compared only where nobody is in both, and where who
 * belongs was known at the baseline: otherwise a difference says nothing.
 */
export async function definedGroups(
  scope: Scope,
  definitions: readonly DefinitionShown[],
  { cohortId, comparedWith, measure }: Pick<OutcomeInput, "cohortId" | "comparedWith" | "measure">,
): Promise<DefinedGroups | null> {
  const find = (id: string | undefined) => definitions.find((one) => one.id === id);
  const [own, other] = [find(cohortId), comparedWith === cohortId ? undefined : find(comparedWith)];
  if (own === undefined) return null;
  const entry = entryOf(own.criteria, measure);
  const members = await read(scope, own);
  const alone = (hindrance: Hindrance | null): DefinedGroups => ({
    ...{ cohortOf: new Map(members.map((id) => [id, own.id])), comparedWith: null, hindrance, entry },
  });
  if (other === undefined) return alone(null);
  if (![own, other].every(({ isKnownAtBaseline }) => isKnownAtBaseline)) return alone("chosen-by-outcome");
  const others = await read(scope, other);
  const inOwn = new Set(members);
  if (others.some((id) => inOwn.has(id))) return alone("overlap");
  return {
    cohortOf: new Map([...members.map((id) => [id, own.id] as const), ...others.map((id) => [id, other.id] as const)]),
    ...{ comparedWith: other.id, hindrance: null, entry },
  };
}

async function read({ db, programmeId }: Scope, { criteria }: DefinitionShown): Promise<readonly string[]> {
  const rows = await db.$queryRaw<{ participantId: string }[]>(
    sql`SELECT chosen.participant_id AS "participantId" FROM (${membersOf(programmeId, criteria)}) AS chosen`,
  );
  return rows.map(({ participantId }) => participantId);
}

/** The end of a band of the same score that people had to pass: from it follows what would have changed anyway. */
function entryOf({ baseline }: CohortCriteria, measure: string): DefinedGroups["entry"] {
  const band = baseline?.find((one) => one.measure === measure);
  if (band === undefined) return null;
  const { from, below } = band;
  // A band with two ends has no side, and how much it brings cannot be worked out.
  if (from !== null && below !== null) return { entryCutOff: null, entryIsKnown: false };
  if (from !== null) return { entryCutOff: { value: from, side: "at-least" } };
  return below === null ? null : { entryCutOff: { value: below, side: "at-most" } };
}
