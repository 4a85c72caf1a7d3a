import type { OutcomeAnalysis } from "@alongside/analysis/outcome/analyse-outcome";
import type { FigureList } from "./figure-list";

/** The change, its checks, the distribution, and what became of single people. */
export function changeFigures(list: FigureList, analysis: OutcomeAnalysis): void {
  pairedFigures(list, analysis);
  centreFigures(list, analysis);
  distributionFigures(list, analysis);
  peopleFigures(list, analysis);
  reliableChangeFigures(list, analysis);
  responderFigures(list, analysis);
  repeatedFigures(list, analysis);
  unclearFigures(list, analysis);
  const shape = analysis.assumptions.find(({ id }) => id === "normal-mean");
  list.add("change.skewness-over-root-n", shape?.figure);
}

function pairedFigures(list: FigureList, { change }: OutcomeAnalysis): void {
  list.count("change.n", change.n);
  list.quantity("change.mean-before", change.meanPre);
  list.quantity("change.mean-after", change.meanPost);
  list.quantity("change.mean-change", change.meanChange);
  list.quantity("change.sd-before", change.sdPre);
  list.quantity("change.sd-after", change.sdPost);
  list.quantity("change.sd-change", change.sdChange);
  list.quantity("change.correlation", change.correlation);
  list.estimate("change.change", change.change);
  if (change.test.kind === "test") {
    list.add("change.test.statistic", change.test.statistic);
    list.add("change.test.degrees-of-freedom", change.test.degreesOfFreedom);
    list.add("change.test.p-value", change.test.pValue, "p-value");
    list.add("change.test.p-less", change.test.pLess, "p-value");
    list.add("change.test.p-greater", change.test.pGreater, "p-value");
  }
  list.estimate("change.standardised", change.standardised);
  if (change.regressionToMean?.kind === "expected") {
    list.add("change.regression-to-mean", change.regressionToMean.change, "search");
  }
}

function centreFigures(list: FigureList, { change: { centre, signedRank } }: OutcomeAnalysis): void {
  list.estimate("centre.pseudo-median", centre);
  if (centre.kind === "estimate") list.add("centre.pseudo-median.level", centre.interval.level);
  if (signedRank.kind !== "test") return;
  list.count("centre.signed-rank.used", signedRank.used);
  list.add("centre.signed-rank.statistic", signedRank.statistic);
  list.add("centre.signed-rank.negative-ranks", signedRank.negativeRanks);
  list.add("centre.signed-rank.rank-biserial", signedRank.rankBiserial);
  list.add("centre.signed-rank.z", signedRank.z);
  list.add("centre.signed-rank.p-value", signedRank.pValue, "p-value");
  list.add("centre.signed-rank.p-less", signedRank.pLess, "p-value");
  list.add("centre.signed-rank.p-greater", signedRank.pGreater, "p-value");
}

function distributionFigures(list: FigureList, { distribution }: OutcomeAnalysis): void {
  if (distribution.n === 0) return;
  list.count("distribution.n", distribution.n);
  for (const when of ["before", "after"] as const) {
    const [first, middle, third] = distribution[when];
    list.add(`distribution.${when}.first-quartile`, first);
    list.add(`distribution.${when}.median`, middle);
    list.add(`distribution.${when}.third-quartile`, third);
    list.add(`distribution.${when}.floor`, distribution.floor?.[when]);
    list.add(`distribution.${when}.ceiling`, distribution.ceiling?.[when]);
  }
  distribution.bins.forEach(({ from, to, before, after }, at) => {
    list.add(`distribution.bar-${at + 1}.from`, from);
    list.add(`distribution.bar-${at + 1}.to`, to);
    list.count(`distribution.bar-${at + 1}.before`, before);
    list.count(`distribution.bar-${at + 1}.after`, after);
  });
}

function reliableChangeFigures(list: FigureList, { reliableChange }: OutcomeAnalysis): void {
  if (reliableChange.kind !== "reliable-change") return;
  const { scale, counts, deterioration, enrolled, withoutBoth } = reliableChange;
  list.add("reliable-change.sd-baseline", scale.sdPre);
  list.add("reliable-change.standard-error-of-measurement", scale.standardErrorOfMeasurement);
  list.add("reliable-change.standard-error-of-difference", scale.standardErrorOfDifference);
  list.add("reliable-change.threshold", scale.threshold);
  list.count("reliable-change.n", counts.n);
  list.count("reliable-change.recovered", counts.recovered);
  list.count("reliable-change.improved", counts.reliablyImproved);
  list.count("reliable-change.unchanged", counts.unchanged);
  list.count("reliable-change.deteriorated", counts.reliablyDeteriorated);
  list.add("reliable-change.expected-by-chance", counts.expectedByChance);
  list.count("reliable-change.enrolled", enrolled);
  list.count("reliable-change.without-both", withoutBoth);
  list.estimate("reliable-change.deterioration", deterioration);
}

function responderFigures(list: FigureList, { responders }: OutcomeAnalysis): void {
  list.estimate("responders.better", responders.share);
  list.estimate("responders.worse", responders.worse);
  responders.curve.forEach(({ change, share }, at) => {
    list.add(`responders.curve-${at + 1}.change`, change);
    list.add(`responders.curve-${at + 1}.share`, share);
  });
}

function repeatedFigures(list: FigureList, { repeated }: OutcomeAnalysis): void {
  if (repeated?.kind !== "repeated-waves") return;
  list.count("repeated.n", repeated.n);
  list.count("repeated.scores", repeated.scores);
  list.count("repeated.baseline-measured", repeated.baselineMeasured);
  list.add("repeated.mean-baseline", repeated.meanBaseline);
  repeated.changes.forEach((change, at) => {
    list.estimate(`repeated.wave-${at + 1}`, change, "likelihood");
  });
}

/** Planning figures of the change, and of the difference of two cohorts. */
function unclearFigures(list: FigureList, { nullResult }: OutcomeAnalysis): void {
  if (nullResult === null) return;
  list.add("unclear.median-baseline", nullResult.tool.baseline?.median);
  list.count("unclear.baseline-n", nullResult.tool.baseline?.n ?? null);
  for (const { about, detectable, needed } of nullResult.power) {
    const name = about === "change" ? "unclear" : "unclear.difference";
    // The design effect that a difference is planned by comes from a search.
    const tolerance = about === "change" ? "search" : "likelihood";
    if (detectable.kind === "value") list.add(`${name}.detectable`, detectable.value, tolerance);
    if (needed?.kind === "value") list.add(`${name}.needed`, needed.value, tolerance);
  }
}

/** The mean over the lines of single people, wave by wave. */
function peopleFigures(list: FigureList, { trajectories: { lines, of, means } }: OutcomeAnalysis): void {
  list.count("people.of", of);
  list.count("people.lines", lines.length);
  means.forEach((mean, wave) => {
    list.estimate(`people.wave-${wave}`, mean);
    if (mean?.kind === "estimate") list.count(`people.wave-${wave}.n`, mean.n);
  });
}
