import { useTranslations } from "next-intl";
import { excludesZero, sideOf } from "../agreement";
import type { BinaryFinding, BinaryView } from "../outcome-view";
import { useFigures } from "../use-figures";
import { usePoints } from "./use-points";

const CHANGES = { [-1]: "fell", 0: "unclear", 1: "rose" } as const;
const DIFFERENCES = { [-1]: "lower", 0: "unclear", 1: "higher" } as const;

/** What findings about shares are in words: a sentence by interval and test and not by the value alone, and what may be said. */
export function useShareWords(view: BinaryView) {
  const finding = useTranslations("outcomeYesNo.finding");
  const versus = useTranslations("outcomeYesNo.versus");
  const row = useTranslations("outcomeYesNo.row");
  const said = useTranslations("outcome.finding");
  const figures = useFigures();
  const { points } = usePoints();
  const names = { cohort: view.cohort.name, other: view.comparedWith?.name ?? "" };
  const change = ({ estimate }: BinaryFinding): string => {
    const measure = view.description.label[figures.locale];
    const [known] = view.analysis.figures;
    if (estimate.kind !== "estimate") return finding("none", { measure, reason: figures.why(estimate) });
    if (known?.before.kind !== "estimate" || known.after.kind !== "estimate") return "";
    const { low, high } = estimate.interval;
    return finding(CHANGES[sideOf(estimate)], {
      measure,
      before: figures.share(known.before.value),
      after: figures.share(known.after.value),
      amount: points(Math.abs(estimate.value)),
      value: points(estimate.value),
      low: points(low),
      high: points(high),
    });
  };
  const difference = ({ estimate }: BinaryFinding): string => {
    if (estimate.kind !== "estimate") return versus("none", { ...names, reason: figures.why(estimate) });
    const { low, high } = estimate.interval;
    return versus(DIFFERENCES[sideOf(estimate)], {
      ...names,
      from: view.waves[0]?.label ?? "",
      to: view.waves[view.wave]?.label ?? "",
      amount: points(Math.abs(estimate.value)),
      value: points(estimate.value),
      low: points(low),
      high: points(high),
    });
  };
  return {
    names,
    name: ({ id }: BinaryFinding) => row(id),
    sentence: (one: BinaryFinding) => (one.about === "change" ? change(one) : difference(one)),
    claim: ({ about, claim, estimate }: BinaryFinding): string => {
      const settled = excludesZero(estimate) ? "claim" : "unsettled";
      if (about === "change") return finding(settled);
      // Level 1 has words of its own where two cohorts stand side by side.
      return claim.wording === "changed" ? versus(settled) : said(`${settled}.${claim.wording}`);
    },
  };
}
