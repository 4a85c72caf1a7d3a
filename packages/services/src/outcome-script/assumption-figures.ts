import type { OutcomeAnalysis } from "@alongside/analysis/outcome/analyse-outcome";
import type { FigureList } from "./figure-list";

/** The figure each assumption is checked by, of the change and of the comparison. */
export function assumptionFigures(list: FigureList, { assumptions, comparison }: OutcomeAnalysis): void {
  const compared = comparison?.kind === "comparison" ? comparison.assumptions : [];
  for (const { id, figure } of [...assumptions, ...compared]) list.add(`assumptions.${id}`, figure, "search");
}
