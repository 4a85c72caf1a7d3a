/**
 * Families of cases whose meaning of columns, options and outputs is known here. A case of any other family is unsupported
 * even where every function it calls is bound: nobody has said what its outputs mean.
 */
const FAMILIES = [
  "ancova",
  "bootstrap",
  "cluster_robust",
  "contingency",
  "correlation",
  "counts",
  "descriptives",
  "difference_in_differences",
  "distribution",
  "equivalence",
  "fleiss_kappa",
  "gee",
  "glmm",
  "icc",
  "ipw",
  "kappa",
  "krippendorff",
  "lmm",
  "logistic",
  "mann_whitney",
  "mcnemar",
  "mediation",
  "meta_analysis",
  "missing_data",
  "mmrm",
  "multiple_comparison",
  "oneway_anova",
  "paired_effect_size",
  "paired_multi",
  "paired_t",
  "power",
  "proportion_ci",
  "reliability_alpha",
  "reliability_omega",
  "reliable_change",
  "survival",
  "two_proportions",
  "two_sample_t",
  "viral_load_censored",
  "wilcoxon_signed_rank",
] as const;

/** Whether cases of this family can be computed. */
export function isKnownFamily(family: string): boolean {
  return (FAMILIES as readonly string[]).includes(family);
}
