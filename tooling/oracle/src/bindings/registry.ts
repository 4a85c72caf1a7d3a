import { BUILTINS } from "../dialect/builtins/builtins";
import { flag } from "../dialect/make";
import type { Bindings, RValue } from "../dialect/values";
import { AGREEMENT } from "./agreement";
import { CLUSTER_CORRELATION } from "./cluster-correlation";
import { COEFFICIENT_TABLE } from "./coefficient-table";
import { COHENS_D } from "./cohens-d";
import { COHORT_COMPARISON } from "./cohort-comparison";
import { CORRELATION_TEST } from "./correlation-test";
import { COUNT_MODELS } from "./count-models";
import { COUNT_TABLES } from "./count-tables";
import { COX_MODELS } from "./cox-models";
import { COX_RESIDUALS } from "./cox-residuals";
import { DESCRIPTIVES } from "./descriptives";
import { DISTRIBUTIONS } from "./distributions";
import { ESTIMATING_EQUATIONS } from "./estimating-equations";
import { GENERALISED_LINEAR_MODELS } from "./generalised-linear-models";
import { GROUP_TESTS } from "./group-tests";
import { INCIDENCE_CURVES } from "./incidence-curves";
import { LIKELIHOOD_RATIOS } from "./likelihood-ratios";
import { LINEAR_MODELS } from "./linear-models";
import { MARGINAL_MEANS } from "./marginal-means";
import { MATCHING } from "./matching";
import { MEDIATION } from "./mediation";
import { META_ANALYSIS } from "./meta-analysis";
import { MISSING_DATA } from "./missing-data";
import { MIXED_MODELS } from "./mixed-models";
import { MIXED_SUMMARY } from "./mixed-summary";
import { MODEL_COMPARISONS } from "./model-comparisons";
import { MODEL_GENERICS } from "./model-generics";
import { MODEL_OPTIONS } from "./model-options";
import { PAIRED_EFFECTS } from "./paired-effects";
import { PAIRED_T } from "./paired-t";
import { POLYNOMIALS } from "./polynomials";
import { POWER } from "./power";
import { PROPORTIONAL_ODDS } from "./proportional-odds";
import { PROPORTIONS } from "./proportions";
import { randomStream } from "./random-stream";
import { RELIABILITY } from "./reliability";
import { RELIABLE_CHANGE } from "./reliable-change";
import { REPEATED_MEASURES } from "./repeated-measures";
import { RESAMPLING } from "./resampling";
import { ROBUST_ERRORS } from "./robust-errors";
import { SEARCHING } from "./searching";
import { SEVERAL_GROUPS } from "./several-groups";
import { SHARE_TESTS } from "./share-tests";
import { SIGNED_RANK } from "./signed-rank";
import { SIMULTANEOUS_COMPARISONS } from "./simultaneous-comparisons";
import { SURVEY_REGRESSION } from "./survey-regression";
import { SURVIVAL_CURVES } from "./survival-curves";
import { SURVIVAL_RESPONSE } from "./survival-response";
import { SURVIVAL_SUMMARY } from "./survival-summary";
import { SURVIVAL_TESTS } from "./survival-tests";
import { T_TEST } from "./t-test";
import { TOBIT_MODELS } from "./tobit-models";
import { TWO_GROUPS } from "./two-groups";
import { WILCOXON } from "./wilcoxon";

/** R functions bound to the statistics, one topic a line, in the order of the alphabet. No name is bound twice. */
const TOPICS: Readonly<Record<string, Bindings>> = {
  AGREEMENT,
  CLUSTER_CORRELATION,
  COEFFICIENT_TABLE,
  COHENS_D,
  COHORT_COMPARISON,
  CORRELATION_TEST,
  COUNT_MODELS,
  COUNT_TABLES,
  COX_MODELS,
  COX_RESIDUALS,
  DESCRIPTIVES,
  DISTRIBUTIONS,
  ESTIMATING_EQUATIONS,
  GENERALISED_LINEAR_MODELS,
  GROUP_TESTS,
  INCIDENCE_CURVES,
  LIKELIHOOD_RATIOS,
  LINEAR_MODELS,
  MARGINAL_MEANS,
  MATCHING,
  MEDIATION,
  META_ANALYSIS,
  MISSING_DATA,
  MIXED_MODELS,
  MIXED_SUMMARY,
  MODEL_COMPARISONS,
  MODEL_GENERICS,
  MODEL_OPTIONS,
  PAIRED_EFFECTS,
  PAIRED_T,
  POLYNOMIALS,
  POWER,
  PROPORTIONAL_ODDS,
  PROPORTIONS,
  RELIABILITY,
  RELIABLE_CHANGE,
  REPEATED_MEASURES,
  RESAMPLING,
  ROBUST_ERRORS,
  SEARCHING,
  SEVERAL_GROUPS,
  SHARE_TESTS,
  SIGNED_RANK,
  SIMULTANEOUS_COMPARISONS,
  SURVEY_REGRESSION,
  SURVIVAL_CURVES,
  SURVIVAL_RESPONSE,
  SURVIVAL_SUMMARY,
  SURVIVAL_TESTS,
  TOBIT_MODELS,
  TWO_GROUPS,
  T_TEST,
  WILCOXON,
};

/** Everything a call may use; a topic wins over the builtins. */
export const BINDINGS: readonly Bindings[] = [...BUILTINS, ...Object.values(TOPICS)];

/** Variables the calls expect besides `d` and `opt`; made anew for each case. */
export const GLOBALS: Readonly<Record<string, () => RValue>> = {
  /** Whether Kenward-Roger degrees of freedom are wanted of lmm(). */
  KR: () => flag(true),
  mrg: randomStream,
};
