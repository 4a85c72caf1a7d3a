import { OUTCOME_DOMAINS } from "@alongside/domain/outcomes/domains";

interface Grouped {
  /** Framework code of the outcome domain; null for mechanisms, dose and imported measures without one. */
  readonly domain: string | null;
  readonly points: readonly { readonly value: number | null }[];
}

export interface TrajectoryGroup<T> {
  readonly domain: string | null;
  /** Scored at two times or more: a course that can be drawn. */
  readonly drawn: readonly T[];
  /** Scored once or never: only a line in a table, as one point is no course. */
  readonly listed: readonly T[];
}

/** Trajectories by outcome domain, in the framework's order; what belongs to none comes last. Empty groups are left out. */
export function groupTrajectories<T extends Grouped>(trajectories: readonly T[]): readonly TrajectoryGroup<T>[] {
  const codes: readonly string[] = OUTCOME_DOMAINS.elements
    .filter((element) => element.kind === "outcome-domain")
    .map((element) => element.code);
  const placeOf = (domain: string | null) => (domain !== null && codes.includes(domain) ? domain : null);
  return [...codes, null].flatMap((domain) => {
    const here = trajectories.filter((one) => placeOf(one.domain) === domain);
    if (here.length === 0) return [];
    const isDrawn = (one: T) => one.points.filter((point) => point.value !== null).length > 1;
    return [{ domain, drawn: here.filter(isDrawn), listed: here.filter((one) => !isDrawn(one)) }];
  });
}
