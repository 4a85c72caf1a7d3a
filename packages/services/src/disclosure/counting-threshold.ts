import { effectiveThreshold } from "@alongside/analysis/disclosure-control/shown-count";
import { coversSite, mayAt, type Scope } from "../access/authorise";
import type { Context } from "../context";

interface Counted {
  readonly suppressionThreshold: number;
  readonly dataLabel: string | null;
  readonly sites: readonly { readonly id: string }[];
}

/**
 * Below which number people are not counted for somebody who chooses freely whom to count: 1 for those who may list them
 * anyway. Null: not at all, because the people in records that are neither published nor simulated follow from two such
 * numbers by subtraction.
 */
export function countingThreshold(context: Context, scope: Scope, programme: Counted): number | null {
  const inView = programme.sites.filter(({ id }) => coversSite(scope, id));
  if (inView.every(({ id }) => mayAt(context, "participant.list", scope.programmeId, id))) return 1;
  const threshold = effectiveThreshold(programme.suppressionThreshold);
  return threshold === 1 || programme.dataLabel !== null ? threshold : null;
}
