import { BUILTINS } from "../dialect/builtins/builtins";
import { flag } from "../dialect/make";
import type { Bindings, RValue } from "../dialect/values";
import { COHENS_D } from "./cohens-d";
import { CORRELATION_TEST } from "./correlation-test";
import { GROUP_TESTS } from "./group-tests";
import { PAIRED_EFFECTS } from "./paired-effects";
import { PAIRED_T } from "./paired-t";
import { RELIABLE_CHANGE } from "./reliable-change";
import { SEVERAL_GROUPS } from "./several-groups";
import { SIGNED_RANK } from "./signed-rank";
import { SIMULTANEOUS_COMPARISONS } from "./simultaneous-comparisons";
import { T_TEST } from "./t-test";
import { TWO_GROUPS } from "./two-groups";
import { WILCOXON } from "./wilcoxon";

/** R functions bound to the statistics, one topic a line. A later topic wins over an earlier one and over the builtins. */
export const BINDINGS: readonly Bindings[] = [
  ...BUILTINS,
  COHENS_D,
  CORRELATION_TEST,
  GROUP_TESTS,
  PAIRED_EFFECTS,
  PAIRED_T,
  RELIABLE_CHANGE,
  SEVERAL_GROUPS,
  SIGNED_RANK,
  SIMULTANEOUS_COMPARISONS,
  T_TEST,
  TWO_GROUPS,
  WILCOXON,
];
import { AGREEMENT } from "./agreement";
import { COUNT_TABLES } from "./count-tables";
import { PAIRED_T } from "./paired-t";
import { PROPORTIONS } from "./proportions";
import { RELIABILITY } from "./reliability";

/** R functions bound to the statistics, one topic a line. A later topic wins over an earlier one and over the builtins. */
export const BINDINGS: readonly Bindings[] = [...BUILTINS, PAIRED_T, AGREEMENT, COUNT_TABLES, PROPORTIONS, RELIABILITY];
import { MEDIATION } from "./mediation";
import { MISSING_DATA } from "./missing-data";
import { PAIRED_T } from "./paired-t";
import { RESAMPLING, randomStream } from "./resampling";

/** R functions bound to the statistics, one topic a line. A later topic wins over an earlier one and over the builtins. */
export const BINDINGS: readonly Bindings[] = [...BUILTINS, PAIRED_T, RESAMPLING, MEDIATION, MISSING_DATA];
import { COEFFICIENT_TABLE } from "./coefficient-table";
import { MODEL_OPTIONS } from "./model-options";
import { PAIRED_T } from "./paired-t";
import { randomStream } from "./random-stream";

/** R functions bound to the statistics, one topic a line, in the order of the alphabet. No name is bound twice. */
const TOPICS: Readonly<Record<string, Bindings>> = {
  COEFFICIENT_TABLE,
  MODEL_OPTIONS,
  PAIRED_T,
};

/** Everything a call may use; a topic wins over the builtins. */
export const BINDINGS: readonly Bindings[] = [...BUILTINS, ...Object.values(TOPICS)];

/** Variables the calls expect besides `d` and `opt`; made anew for each case. */
export const GLOBALS: Readonly<Record<string, () => RValue>> = {
  /** Whether Kenward-Roger degrees of freedom are wanted of lmm(). */
  KR: () => flag(true),
  mrg: randomStream,
};
