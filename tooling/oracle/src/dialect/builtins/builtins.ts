import type { Bindings } from "../values";
import { APPLY } from "./apply";
import { ARITHMETIC } from "./arithmetic";
import { DATES } from "./dates";
import { FACTORS } from "./factors";
import { FRAMES } from "./frames";
import { GROUPS } from "./groups";
import { LANGUAGE } from "./language";
import { MATH } from "./math";
import { MATRICES } from "./matrices";
import { REFIT } from "./refit";
import { RESHAPING } from "./reshaping";
import { SORTING } from "./sorting";
import { STRINGS } from "./strings";
import { SUMMARIES } from "./summaries";
import { TABLES } from "./tables";
import { TYPES } from "./types";
import { VECTORS } from "./vectors";

/** What the dialect knows of base R, by topic. */
export const BUILTINS: readonly Bindings[] = [
  ARITHMETIC,
  VECTORS,
  MATH,
  SUMMARIES,
  TYPES,
  STRINGS,
  DATES,
  FACTORS,
  RESHAPING,
  SORTING,
  APPLY,
  GROUPS,
  TABLES,
  FRAMES,
  MATRICES,
  LANGUAGE,
  REFIT,
];
