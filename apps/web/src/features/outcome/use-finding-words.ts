import { useTranslations } from "next-intl";
import { useCountText } from "@/features/change/shown-values";
import type { Finding, OutcomeView } from "./outcome-view";
import { useFigures } from "./use-figures";

/** What findings are in words: a sentence by the interval and not by the value alone, and whom each is about. */
export function useFindingWords(view: OutcomeView) {
  const t = useTranslations("outcome.finding");
  const versus = useTranslations("outcome.versus");
  const figures = useFigures();
  const countText = useCountText();
  const { analysis, description } = view;
  const names = { cohort: view.cohort.name, other: view.comparedWith?.name ?? "" };
  const counted = analysis.attrition.flow.waves[view.wave]?.paired;
  const paired = t("peopleValue", {
    paired: counted ? countText(counted) : figures.count(analysis.change.n),
    enrolled: countText(analysis.attrition.flow.enrolled),
  });
  const model = analysis.repeated?.kind === "repeated-waves" ? analysis.repeated : null;
  const noteOf = (id: Finding["id"]): string => {
    if (id === "complete-pairs") return paired;
    if (id !== "likelihood" || model === null) return t(`note.${id}`, names);
    return t("note.fitted", {
      baseline: countText(analysis.sets.baselineMeasured),
      n: figures.count(model.n),
      mean: figures.mean(model.meanBaseline),
    });
  };
  return {
    names,
    /** Sentences after each other. */
    together: (sentences: readonly string[]) => sentences.reduce((first, second) => t("both", { first, second })),
    /** "25 with both scores, of 48 enrolled" */
    paired,
    row: ({ id, planned, estimate }: Finding) => ({
      label: t(`row.${id}`),
      note: [
        noteOf(id),
        ...(planned ? [versus("planned")] : []),
        ...(estimate.kind === "estimate" ? [] : [figures.why(estimate)]),
      ].join(t("separator")),
    }),
    important: ({ about, verdict }: Finding) => {
      const { value } = analysis.change.importantDifference;
      const points = value === null ? "" : figures.score(value);
      return t(about === "change" ? `important.${verdict}` : `importantDifference.${verdict}`, { points });
    },
    sentence: ({ id, estimate }: Finding) => {
      const measure = description.label[figures.locale];
      const isChange = id === "likelihood" || id === "complete-pairs";
      if (estimate.kind !== "estimate") {
        const reason = figures.why(estimate);
        return isChange ? t(`none.${id}`, { measure, reason }) : versus("none.too-few", { ...names, reason });
      }
      const { low, high } = estimate.interval;
      const values = {
        ...{ measure, ...names },
        amount: figures.mean(Math.abs(estimate.value)),
        value: figures.mean(estimate.value),
        low: figures.mean(low),
        high: figures.mean(high),
      };
      if (isChange) return t(`${id}.${high < 0 ? "fell" : low > 0 ? "rose" : "unclear"}`, values);
      const way = high < 0 ? "lower" : low > 0 ? "higher" : "unclear";
      return versus(`finding.${id === "over-waves" ? "repeated-measures" : id}.${way}`, values);
    },
  };
}
