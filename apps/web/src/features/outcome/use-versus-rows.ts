import { useTranslations } from "next-intl";
import { agreement } from "./agreement";
import type { Compared, Estimate } from "./outcome-view";
import { useFigures } from "./use-figures";
import { useWeightedText } from "./use-weighted-text";

const WEIGHTED: readonly string[] = ["weighted", "doublyRobust", "augmented"];

/** The row of each model that a plan can choose. */
const ROWS = { ancova: "ancova", "difference-in-differences": "did", "repeated-measures": "overWaves" } as const;

/** The ways of computing the difference, in order, as far as the data gave them, with their words. */
export function useVersusRows(comparison: Compared, wave: number) {
  const t = useTranslations("outcome.versus");
  const figures = useFigures();
  const weightedText = useWeightedText();
  const { differences, weighting, overWaves, sites, primary } = comparison;
  const weighted = weighting.kind === "weighted-cohorts" ? weighting : null;
  const atWave = overWaves?.kind === "cohorts-over-waves" ? (overWaves.differences[wave - 1] ?? null) : null;
  const ruleOf = (allowance: Compared["sites"]["ancova"]) =>
    allowance?.rule === "random-intercept" ? "random" : (allowance?.rule ?? "");
  const target = weighted?.target ?? "";
  const found = [
    { id: "unadjusted", estimate: differences.unadjusted, rule: "" },
    { id: "ancova", estimate: differences.ancova, rule: "" },
    { id: "did", estimate: differences.differenceInDifferences, rule: "" },
    { id: "weighted", estimate: weighted?.weighted ?? null, rule: "" },
    { id: "doublyRobust", estimate: weighted?.doublyRobust ?? null, rule: "" },
    { id: "augmented", estimate: weighted?.augmented ?? null, rule: "" },
    { id: "overWaves", estimate: atWave, rule: "" },
    { id: "sitesAncova", estimate: sites.ancova?.estimate ?? null, rule: ruleOf(sites.ancova) },
    {
      id: "sitesDid",
      estimate: sites.differenceInDifferences?.estimate ?? null,
      rule: ruleOf(sites.differenceInDifferences),
    },
  ] as const;
  const planned = primary === null ? null : ROWS[primary];
  const rows = found.flatMap(({ id, estimate, rule }) => {
    const there: Estimate | null = estimate;
    if (there === null) return [];
    const note = t(`row.${id}.note`, { target, rule });
    return [
      {
        id,
        label: t(`row.${id}.label`),
        note: id === planned ? `${note}; ${t("planned")}` : note,
        estimate: there,
        text: WEIGHTED.includes(id) ? weightedText(there) : figures.estimate(there),
      },
    ];
  });
  return { rows, agreement: agreement(rows) };
}
