import { type Estimate, insufficient } from "../estimate";
import { proportion } from "../proportions/proportion-intervals";
import { cohenKappa } from "./cohen-kappa";
import { gwetAc1 } from "./two-rater-agreement";

/** Two people who each chose from the same list. `neither` is null when what both left out was not kept. */
export interface ScreeningTable {
  readonly both: number;
  readonly firstOnly: number;
  readonly secondOnly: number;
  readonly neither: number | null;
}

/** How far two people chose the same. */
export interface ScreeningAgreement {
  readonly kind: "screening-agreement";
  /** Share chosen by both among those chosen by at least one. Says nothing about chance. */
  readonly amongChosen: Estimate;
  readonly kappa: Estimate;
  readonly ac1: Estimate;
}

/**
 * Agreement of two people who chose from one list. A coefficient that corrects for chance needs the full table: without
 * the number that both left out it is insufficient data, "not-identifiable", and never computed from the chosen alone.
 * @throws RangeError when a cell is not a count, and for a level outside 0 to 1
 */
export function screeningAgreement(table: ScreeningTable, level = 0.95): ScreeningAgreement {
  const { both, firstOnly, secondOnly, neither } = table;
  const chosen = both + firstOnly + secondOnly;
  const amongChosen = proportion(both, chosen, level);
  if (neither === null) {
    const refused = insufficient("not-identifiable", chosen);
    return { kind: "screening-agreement", amongChosen, kappa: refused, ac1: refused };
  }
  const cells = [
    [both, firstOnly],
    [secondOnly, neither],
  ];
  return {
    kind: "screening-agreement",
    amongChosen,
    kappa: cohenKappa(cells, "unweighted", level),
    ac1: gwetAc1(cells, level),
  };
}
