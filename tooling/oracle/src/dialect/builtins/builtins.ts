import type { Bindings } from "../values";
import { ARITHMETIC } from "./arithmetic";
import { VECTORS } from "./vectors";

/** What the dialect knows of base R, by topic. */
export const BUILTINS: readonly Bindings[] = [ARITHMETIC, VECTORS];
