import type { RValue } from "./values";

export interface Argument {
  readonly name?: string;
  /** Undefined where nothing stands between the commas, as in `m[1, ]`. */
  readonly value: Expression | undefined;
}

export interface Parameter {
  readonly name: string;
  readonly fallback: Expression | undefined;
}

/** As in R, operators and control flow are calls: `a + b` calls "+", `if (a) b` calls "if", `x[1]` calls "[". */
export type Expression =
  | { readonly type: "literal"; readonly value: RValue }
  | { readonly type: "name"; readonly name: string }
  | { readonly type: "call"; readonly callee: Expression; readonly arguments: readonly Argument[] }
  | { readonly type: "function"; readonly parameters: readonly Parameter[]; readonly body: Expression };

export type CallExpression = Extract<Expression, { type: "call" }>;

export function nameOf(name: string): Expression {
  return { type: "name", name };
}

export function callOf(name: string, ...values: readonly (Expression | undefined)[]): CallExpression {
  return { type: "call", callee: nameOf(name), arguments: values.map((value) => ({ value })) };
}

/** The name of the function called, when it is called by its plain name. */
export function calledName(expression: Expression): string | undefined {
  return expression.type === "call" && expression.callee.type === "name" ? expression.callee.name : undefined;
}
