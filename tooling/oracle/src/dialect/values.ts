import type { Arguments } from "./arguments";
import type { Environment } from "./environment";
import type { Expression, Parameter } from "./syntax";

/** What R hangs on a value. A data frame is a list with names, rowNames and class "data.frame". */
export interface Attributes {
  readonly names?: readonly string[] | undefined;
  readonly dim?: readonly number[] | undefined;
  /** One entry per dimension; null where a dimension has no names. */
  readonly dimnames?: readonly (readonly string[] | null)[] | undefined;
  /** Of a factor, whose values are codes from 1. */
  readonly levels?: readonly string[] | undefined;
  readonly class?: readonly string[] | undefined;
  readonly rowNames?: readonly string[] | undefined;
}

export interface RNull {
  readonly kind: "null";
  readonly attributes: Attributes;
}
/** NA is null in all three; NaN and infinities are numbers. R's integers are numbers here. */
export interface RLogical {
  readonly kind: "logical";
  readonly values: readonly (boolean | null)[];
  readonly attributes: Attributes;
}
export interface RNumber {
  readonly kind: "number";
  readonly values: readonly (number | null)[];
  readonly attributes: Attributes;
}
export interface RCharacter {
  readonly kind: "character";
  readonly values: readonly (string | null)[];
  readonly attributes: Attributes;
}
export interface RList {
  readonly kind: "list";
  readonly values: readonly RValue[];
  readonly attributes: Attributes;
}
/** Codes from 1 into the levels. */
export interface RFactor extends RNumber {
  readonly attributes: Attributes & { readonly levels: readonly string[] };
}
/** Columns of one length. */
export interface RFrame extends RList {
  readonly attributes: Attributes & { readonly class: readonly string[] };
}
export interface RClosure {
  readonly kind: "closure";
  readonly parameters: readonly Parameter[];
  readonly body: Expression;
  readonly environment: Environment;
  readonly attributes: Attributes;
}
/** A function of this program: a builtin of the dialect, or a binding to one of the statistics. */
export interface RBuiltin {
  readonly kind: "builtin";
  readonly name: string;
  readonly binding: Binding;
  readonly attributes: Attributes;
}
/** A formula or a quoted expression, with the environment its free names belong to. */
export interface RLanguage {
  readonly kind: "language";
  readonly expression: Expression;
  readonly environment: Environment;
  readonly attributes: Attributes;
}
/** A fitted model or the like: what `$` sees is computed when asked for. See model-object.ts. */
export interface RObject {
  readonly kind: "object";
  readonly fields: Readonly<Record<string, () => RValue>>;
  readonly attributes: Attributes;
}

export type RAtomic = RLogical | RNumber | RCharacter;
export type RVector = RAtomic | RList;
export type RFunction = RClosure | RBuiltin;
export type RValue = RNull | RVector | RFunction | RLanguage | RObject;

/** One R function: the names of its arguments in R's order ("..." takes the rest) and what it does. */
export interface Binding {
  readonly formals: readonly string[];
  readonly call: (args: Arguments) => RValue;
}
export type Bindings = Readonly<Record<string, Binding>>;

/**
 * Binds an R function.
 * @param formals names of the arguments, separated by blanks, in R's order, e.g. "x y ... paired conf.level"
 */
export function bind(formals: string, call: (args: Arguments) => RValue): Binding {
  return { formals: formals.split(" ").filter((name) => name !== ""), call };
}
