import type { OutcomeAnalysis } from "@alongside/analysis/outcome/analyse-outcome";
import type { FigureList } from "./figure-list";

/** The account of missing people, and the sizes of the sets. */
export function attritionFigures(list: FigureList, analysis: OutcomeAnalysis, siteNumber: SiteNumber): void {
  const { attrition, sets } = analysis;
  list.count("sets.enrolled", sets.enrolled);
  list.count("sets.baseline-measured", sets.baselineMeasured);
  list.count("sets.analysed", sets.analysed);
  list.count("sets.complete-cases", sets.completeCases);
  list.count("sets.trajectories", analysis.trajectories.of);
  list.add("attrition.missing-share", attrition.missingShare);
  list.count("attrition.enrolled", attrition.flow.enrolled);
  for (const { standing, people } of attrition.flow.standings) list.count(`attrition.standing.${standing}`, people);
  attrition.flow.waves.forEach(({ timepointId: _, ...counts }, wave) => {
    for (const [name, count] of Object.entries(counts)) list.count(`attrition.wave-${wave}.${name}`, count);
  });
  for (const { siteId, baselineMeasured, missing } of attrition.bySite) {
    list.count(`attrition.site-${siteNumber(siteId)}.baseline-measured`, baselineMeasured);
    list.count(`attrition.site-${siteNumber(siteId)}.missing`, missing);
  }
  for (const { lastWave, people, means } of attrition.byLastWave) {
    list.count(`attrition.last-${lastWave}.people`, people);
    means.forEach((mean, wave) => {
      list.add(`attrition.last-${lastWave}.mean-${wave}`, mean);
    });
  }
  leaverFigures(list, analysis);
  missingnessFigures(list, analysis, siteNumber);
}

/** Number of a site in the file. */
export type SiteNumber = (siteId: string) => number;

function leaverFigures(list: FigureList, { attrition: { leavers } }: OutcomeAnalysis): void {
  if ("kind" in leavers) return;
  list.count("attrition.leavers.stayed", leavers.stayed);
  list.count("attrition.leavers.left", leavers.left);
  if (leavers.stayed > 0) list.add("attrition.leavers.mean-stayed", leavers.meanStayed);
  if (leavers.left > 0) list.add("attrition.leavers.mean-left", leavers.meanLeft);
  list.estimate("attrition.leavers.difference", leavers.difference, "search");
}

function missingnessFigures(list: FigureList, { attrition: { model } }: OutcomeAnalysis, siteNumber: SiteNumber): void {
  if (model.kind !== "missingness-model") return;
  list.count("attrition.model.n", model.n);
  list.count("attrition.model.missing", model.missing);
  list.estimate("attrition.model.standardised", model.baseline, "search");
  for (const { siteId, oddsRatio } of model.sites) {
    list.estimate(`attrition.model.site-${siteNumber(siteId)}`, oddsRatio, "search");
  }
}
