const ITEMS = "{ X <- d[, col$items]; for (r in col$reverse) X[[r]] <- opt$scale_min + opt$scale_max - X[[r]]; ";

/** y and the values of the two groups named, where y and the group may be expressions of the columns. */
const GROUPS = "{ y <- with(d, eval(parse(text = col$y))); g <- as.character(with(d, eval(parse(text = col$group)))); ";

/**
 * The call of a case that has none, by family, for the families whose columns and options say everything. `d` are the
 * data, `col` the columns and `opt` the options.
 */
export const DEFAULT_CALLS: Readonly<Record<string, string>> = {
  paired_t: "ptest(d, col$pre, col$post)",
  paired_effect_size: "peff(d, col$pre, col$post)",
  wilcoxon_signed_rank: "wsr(d, col$pre, col$post)",
  bootstrap: "bs(d, col$pre, col$post, opt$B)",
  two_sample_t: `${GROUPS}ind(y[g == col$group1], y[g == col$group2]) }`,
  mann_whitney: `${GROUPS}mwu(y[g == col$group1], y[g == col$group2]) }`,
  oneway_anova: "kway(with(d, eval(parse(text = col$y))), d[[col$group]])",
  lmm: "{ if (!is.null(opt$prep)) eval(parse(text = opt$prep)); lmm(as.formula(opt$formula), d, KR) }",
  icc: "icc(d[, col$raters])",
  fleiss_kappa: "fleiss(d[, col$raters])",
  kappa: "kap(d[[col$a]], d[[col$b]], opt$levels)",
  reliability_alpha: `${ITEMS}rel(X) }`,
  reliability_omega: `${ITEMS}omg(X) }`,
  survival: "km(d[[col$time]], d[[col$event]], d[[col$group]])",
};
