import type { BinaryAnalysis } from "@alongside/analysis/binary-change/analyse-binary";
import { type DenominatorFigures, usableOfCohort } from "@alongside/analysis/binary-change/cohort-figures";
import type { OutcomeRequest } from "@alongside/analysis/outcome/outcome-request";
import type { BinaryScriptInput } from "@alongside/interchange/formats/r-script/binary-script-input";
import type { AdjustedFamily } from "../outcome/adjusted-test";
import { answerCounts, marginCounts } from "./answer-counts";
import { FigureList } from "./figure-list";
import { shownPairs } from "./shown-pairs";

/** What stands on the page of a yes-or-no outcome besides the analysis. */
export interface BinaryBesides {
  readonly family: Pick<AdjustedFamily, "adjusted" | "method" | "m" | "pValues"> | null;
  readonly provenance: BinaryScriptInput["provenance"];
}

const LEFT_OUT = {
  flow: "numbers of forms by time, of people in each set, of sites and of tests counted: they are counted, not computed",
  missing: "the share of missing answers and the differences of cohorts before: they follow from counts on the page",
  ratio: "the ratio of the shares after: the numbers by site, or the cells it rests on, are too small to be in a file",
} as const;

/** Everything the script of a yes-or-no outcome carries: counts of answers as far as they may be known, and the figures. */
export function binaryScriptInput(
  request: OutcomeRequest,
  analysis: BinaryAnalysis,
  { family, provenance }: BinaryBesides,
): BinaryScriptInput {
  const { cohortId, comparedWith, description } = request;
  const { comparison } = analysis;
  const cohorts = [
    { cohort: "A" as const, usable: usableOfCohort(request, cohortId) },
    ...(comparedWith === null ? [] : [{ cohort: "B" as const, usable: usableOfCohort(request, comparedWith) }]),
  ];
  const answers = cohorts.flatMap(({ cohort, usable }) => answerCounts(cohort, usable));
  const list = new FigureList();
  for (const figures of analysis.figures) shiftList(list, "A", figures);
  for (const figures of comparison?.other ?? []) shiftList(list, "B", figures);
  for (const { denominator, estimate } of comparison?.netDifference ?? []) {
    list.estimate(`net.${denominator}`, estimate);
  }
  list.estimate("after", comparison?.after ?? null);
  const pairs = comparison === null ? [] : shownPairs(request, answers, comparison.ratio.errors);
  if (comparison !== null && pairs.length > 0) {
    if (comparison.ratio.errors !== "by-person") list.count("ratio.sites", comparison.ratio.sites);
    list.estimate("ratio.unadjusted", comparison.ratio.unadjusted, "search");
    list.estimate("ratio.adjusted", comparison.ratio.adjusted, "search");
  }
  if (family !== null) {
    list.count("family.tests", family.m);
    list.add(`family.${family.method}`, family.adjusted, "p-value");
  }
  return {
    provenance,
    improvement: description.improvement,
    answers,
    margins: cohorts.flatMap(({ cohort, usable }) => marginCounts(cohort, usable)),
    pairs,
    errors: comparison?.ratio.errors ?? null,
    familyPValues: family?.pValues ?? [],
    familyTests: family?.m ?? 0,
    figures: list.figures,
    leftOut: [LEFT_OUT.flow, LEFT_OUT.missing, ...(comparison !== null && pairs.length === 0 ? [LEFT_OUT.ratio] : [])],
  };
}

function shiftList(list: FigureList, cohort: "A" | "B", figures: DenominatorFigures): void {
  const name = (what: string) => `${cohort}.${figures.denominator}.${what}`;
  list.count(name("n"), figures.n);
  if (figures.shift.kind === "shift") {
    for (const cell of ["gained", "kept", "lost", "never"] as const) list.count(name(cell), figures.shift[cell]);
  }
  list.estimate(name("before"), figures.before);
  list.estimate(name("after"), figures.after);
  list.estimate(name("difference"), figures.difference);
  if (figures.mcnemar.kind === "mcnemar-tests") {
    list.count(name("discordant"), figures.mcnemar.discordant);
    list.add(name("exact-p-value"), figures.mcnemar.exactPValue, "p-value");
    list.add(name("mid-p-value"), figures.mcnemar.midPValue, "p-value");
  }
  list.estimate(name("odds-ratio"), figures.oddsRatio);
}
