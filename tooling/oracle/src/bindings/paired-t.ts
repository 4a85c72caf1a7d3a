import { pairedChange } from "@alongside/statistics/paired/paired-change";
import { list } from "../dialect/make";
import { type Bindings, bind } from "../dialect/values";
import { figureOf, intervalOf, numericColumn } from "./figures";

export const PAIRED_T: Bindings = {
  /** ptest(d, pre, post): the paired t test of post - pre, given the names of two columns. */
  ptest: bind("d pre post", (args) => {
    const frame = args.frame("d");
    const pre = numericColumn(frame, args.text("pre"));
    const post = numericColumn(frame, args.text("post"));
    const result = pairedChange(pre, post);
    const test = result.test.kind === "test" ? result.test : undefined;
    return list({
      n: result.n,
      mean_pre: figureOf(result.meanPre),
      mean_post: figureOf(result.meanPost),
      sd_pre: figureOf(result.sdPre),
      sd_post: figureOf(result.sdPost),
      r: figureOf(result.correlation),
      mean_diff: figureOf(result.meanChange),
      sd_diff: figureOf(result.sdChange),
      se: result.change.kind === "estimate" ? result.change.standardError : null,
      t: test?.statistic ?? null,
      df: test?.degreesOfFreedom ?? null,
      p_two_sided: test?.pValue ?? null,
      p_less: test?.pLess ?? null,
      p_greater: test?.pGreater ?? null,
      ci95: intervalOf(result.change),
      ci99: intervalOf(pairedChange(pre, post, 0.99).change),
      ci90: intervalOf(pairedChange(pre, post, 0.9).change),
    });
  }),
};
