import type { Comparison } from "@alongside/analysis/comparison/comparison";
import type { FigureList } from "./figure-list";

/** The comparison with another cohort: every difference, sites, E-values and weighting. */
export function comparisonFigures(
  list: FigureList,
  { differences, sites, unmeasured, weighting, overWaves, targetTrial }: Comparison,
): void {
  for (const group of ["supported", "compared"] as const) {
    const { n, meanPre, meanPost, sdPre, sdPost } = differences[group];
    list.count(`comparison.${group}.n`, n);
    list.add(`comparison.${group}.mean-before`, meanPre);
    list.add(`comparison.${group}.mean-after`, meanPost);
    list.add(`comparison.${group}.sd-before`, sdPre);
    list.add(`comparison.${group}.sd-after`, sdPost);
  }
  list.add("comparison.correlation", differences.correlation);
  list.add("comparison.pooled-sd-after", differences.pooledSdPost);
  list.estimate("comparison.unadjusted", differences.unadjusted);
  list.estimate("comparison.ancova", differences.ancova);
  list.estimate("comparison.difference-in-differences", differences.differenceInDifferences, "search");
  list.estimate("comparison.hedges-g", differences.hedgesG, "search");
  list.estimate("comparison.standardised-change", differences.standardisedChange);
  siteFigures(list, sites);
  for (const [name, found] of [
    ["comparison.ancova", unmeasured.ancova],
    ["comparison.difference-in-differences", unmeasured.differenceInDifferences],
    ["weighting.weighted", unmeasured.weighted],
  ] as const) {
    list.add(`${name}.e-value`, found?.estimate, "search");
    list.add(`${name}.e-value-of-limit`, found?.limit, "search");
  }
  if (overWaves?.kind === "cohorts-over-waves") {
    list.count("over-waves.n", overWaves.n);
    list.count("over-waves.scores", overWaves.scores);
    overWaves.differences.forEach((difference, at) => {
      list.estimate(`over-waves.wave-${at + 1}`, difference, "likelihood");
    });
  }
  if (weighting.kind === "weighted-cohorts") weightingFigures(list, weighting);
  for (const group of ["supported", "compared"] as const) {
    const { enrolled, baselineMeasured, analysed } = targetTrial.eligibility[group];
    // The other cohort's people without a score have no row.
    if (group === "supported") list.count(`trial.${group}.enrolled`, enrolled);
    list.count(`trial.${group}.measured`, baselineMeasured);
    list.count(`trial.${group}.analysed`, analysed);
  }
}

function siteFigures(list: FigureList, sites: Comparison["sites"]): void {
  list.count("sites.number", sites.sites);
  for (const [name, allowance] of [
    ["ancova", sites.ancova],
    ["difference-in-differences", sites.differenceInDifferences],
  ] as const) {
    if (allowance === null) continue;
    const tolerance = allowance.rule === "random-intercept" ? "likelihood" : "search";
    list.estimate(`sites.${allowance.rule}.${name}`, allowance.estimate, tolerance);
  }
  list.estimate("sites.intraclass", sites.intraclassCorrelation, "likelihood");
  list.add("sites.design-effect", sites.designEffect, "likelihood");
}

function weightingFigures(
  list: FigureList,
  found: Extract<Comparison["weighting"], { kind: "weighted-cohorts" }>,
): void {
  list.add("weighting.share-extreme", found.shareExtreme);
  for (const group of ["supported", "compared"] as const) {
    list.count(`weighting.${group}.n`, found[group].n);
    list.add(`weighting.${group}.effective`, found[group].effective, "search");
  }
  found.overlap.forEach(({ supported, compared }, at) => {
    list.count(`weighting.overlap-${at + 1}.supported`, supported);
    list.count(`weighting.overlap-${at + 1}.compared`, compared);
  });
  found.balance.forEach((row, at) => {
    for (const when of ["before", "after"] as const) {
      const balance = row[when];
      if (balance.kind !== "covariate-balance") continue;
      const name = (what: string) => `weighting.balance-${at + 1}.${when}.${what}`;
      list.add(name("mean-supported"), balance.meanTreated, "search");
      list.add(name("mean-compared"), balance.meanControl, "search");
      list.add(name("standardised-difference"), balance.standardisedDifference, "search");
      list.add(name("variance-ratio"), balance.varianceRatio, "search");
    }
  });
  list.estimate("weighting.weighted", found.weighted, "search");
  list.estimate("weighting.doubly-robust", found.doublyRobust, "search");
  list.estimate("weighting.augmented", found.augmented, "search");
  for (const { target, estimate } of found.otherWeights) list.estimate(`weighting.other-${target}`, estimate, "search");
}
