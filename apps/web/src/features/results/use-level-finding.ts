import { useTranslations } from "next-intl";
import type { CohortLevel } from "./results-view";
import { useShown } from "./use-shown";

interface Times {
  readonly from: string;
  readonly to: string;
}

/** The mean change of a cohort in a sentence, or why there is none. */
export function useLevelFinding(): (level: CohortLevel, name: string, times: Times) => string {
  const t = useTranslations("resultsLevel");
  const shown = useShown();
  return ({ change, meaning }, name, { from, to }) => {
    const named = { name, from, to };
    if (change.kind === "withheld") return t(`withheld.${change.rule}`, named);
    if (change.kind !== "estimate" || meaning === null) {
      return t("finding.none", { ...named, reason: shown.why(asReason(change)) });
    }
    const { low, high } = change.interval;
    const way = high < 0 ? "fell" : low > 0 ? "rose" : "unclear";
    return t(`finding.${way}`, {
      ...named,
      amount: shown.mean(Math.abs(change.value)),
      value: shown.mean(change.value),
      low: shown.mean(low),
      high: shown.mean(high),
      share: shown.share(meaning.times.value),
      times: shown.mean(meaning.times.value),
      noise: t(`noise.${meaning.noise}`),
    });
  };
}

function asReason(change: CohortLevel["marginal"]) {
  if (change.kind === "insufficient-data" || change.kind === "suppressed") return change;
  return { kind: "suppressed", rule: "small-count" } as const;
}
