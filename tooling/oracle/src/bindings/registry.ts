import { BUILTINS } from "../dialect/builtins/builtins";
import { flag } from "../dialect/make";
import type { Bindings, RValue } from "../dialect/values";
import { PAIRED_T } from "./paired-t";

/** R functions bound to the statistics, one topic a line. A later topic wins over an earlier one and over the builtins. */
export const BINDINGS: readonly Bindings[] = [...BUILTINS, PAIRED_T];

/** Variables the calls expect besides `d` and `opt`; made anew for each case. */
export const GLOBALS: Readonly<Record<string, () => RValue>> = {
  /** Whether Kenward-Roger degrees of freedom are wanted of lmm(). */
  KR: () => flag(true),
};
