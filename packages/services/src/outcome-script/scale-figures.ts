import type { Psychometrics } from "@alongside/analysis/psychometrics/psychometrics";
import type { FigureList } from "./figure-list";

/** How well the scale measures in these people. */
export function scaleFigures(list: FigureList, { consistency, ends, responsiveness }: Psychometrics): void {
  if (ends.kind === "ends") {
    list.count("scale.ends.n", ends.n);
    list.add("scale.ends.floor", ends.floor.share);
    list.add("scale.ends.ceiling", ends.ceiling.share);
  }
  if (responsiveness.kind === "responsiveness") {
    list.estimate("scale.response-mean", responsiveness.standardisedResponseMean, "search");
    if (responsiveness.guyatt.kind === "value") {
      list.add("scale.guyatt", responsiveness.guyatt.value);
      list.count("scale.guyatt.stable-n", responsiveness.guyatt.stableN);
    }
  }
  if (consistency.kind !== "consistency") return;
  list.count("scale.items.n", consistency.n);
  list.estimate("scale.alpha", consistency.alpha);
  // Where one factor needs a variance below 0 the likelihood has no best point that another search would find.
  if (!consistency.heywood) list.estimate("scale.omega", consistency.omega, "likelihood");
  consistency.items.forEach(({ mean, sd, restCorrelation, alphaIfDropped, answersSeen }, at) => {
    const name = (what: string) => `scale.item-${at + 1}.${what}`;
    list.add(name("mean"), mean);
    list.add(name("sd"), sd);
    list.add(name("rest-correlation"), restCorrelation);
    list.add(name("alpha-if-dropped"), alphaIfDropped);
    list.count(name("answers-seen"), answersSeen);
  });
}
