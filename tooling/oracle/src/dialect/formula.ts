import { deparse } from "./deparse";
import { DialectError } from "./failure";
import { oneNumber } from "./read";
import { calledName, callOf, type Expression, nameOf } from "./syntax";
import type { RLanguage, RList, RValue } from "./values";

/** What stands before the bar of `(Days | Subject)`, and by whom it varies. */
export interface RandomPart {
  /** Of the varying effects, e.g. [["Days"]]; the intercept apart. */
  readonly terms: readonly (readonly string[])[];
  readonly intercept: boolean;
  /** False for `||`. */
  readonly correlated: boolean;
  /** Grouping variables; more than one name is their interaction. `a/b` gives two random parts, a and a:b. */
  readonly group: readonly string[];
}

export interface Formula {
  readonly response: Expression | undefined;
  /** Fixed terms, each a list of variable labels, in the order written; main effects and interactions not sorted. */
  readonly terms: readonly (readonly string[])[];
  readonly intercept: boolean;
  readonly random: readonly RandomPart[];
  /** What is no term: offset(..), strata(..), cluster(..), by the name of the function. */
  readonly special: readonly { readonly called: string; readonly expression: Expression }[];
  /** What follows a bar that is not in parentheses, as in coin's `y ~ x | block`. */
  readonly given: Expression | undefined;
  /** The expression behind each label in the terms, the random parts and their groups. */
  readonly variables: ReadonlyMap<string, Expression>;
  readonly environment: RLanguage["environment"];
}

const SPECIAL = new Set(["offset", "strata", "cluster"]);

/** A formula in parts. `.` stands for the other columns of `data`. */
export function readFormula(value: RValue, data?: RList): Formula {
  if (value.kind !== "language" || calledName(value.expression) !== "~" || value.expression.type !== "call") {
    throw new DialectError("Expected a formula");
  }
  const sides = value.expression.arguments.flatMap((part) => (part.value === undefined ? [] : [part.value]));
  const response = sides.length === 2 ? sides[0] : undefined;
  const right = sides.at(-1) ?? nameOf("1");
  const reader = new TermReader(response, data);
  const bar = calledName(right) === "|" && right.type === "call" ? right.arguments : undefined;
  const fixed = bar === undefined ? right : bar[0]?.value;
  if (fixed !== undefined) reader.read(fixed);
  return {
    response,
    terms: reader.terms,
    intercept: reader.intercept,
    random: reader.random,
    special: reader.special,
    given: bar?.[1]?.value,
    variables: reader.variables,
    environment: value.environment,
  };
}

type Term = readonly string[];

class TermReader {
  terms: readonly Term[] = [];
  intercept = true;
  readonly random: RandomPart[] = [];
  readonly special: { readonly called: string; readonly expression: Expression }[] = [];
  readonly variables = new Map<string, Expression>();

  constructor(
    private readonly response: Expression | undefined,
    private readonly data: RList | undefined,
  ) {}

  read(expression: Expression): void {
    this.terms = unique(this.expand(expression));
  }

  private expand(expression: Expression): readonly Term[] {
    if (expression.type === "literal") {
      this.intercept = oneNumber(expression.value) !== 0;
      return [];
    }
    if (expression.type === "name") return expression.name === "." ? this.others() : [[this.label(expression)]];
    const called = calledName(expression);
    if (expression.type !== "call" || called === undefined) return [[this.label(expression)]];
    const [left, right] = expression.arguments.map((part) => part.value);
    if (called === "(" && left !== undefined) return this.inParentheses(left);
    if (SPECIAL.has(called)) {
      this.special.push({ called, expression });
      return [];
    }
    if (left === undefined || right === undefined || expression.arguments.length !== 2) {
      if (called === "-" && left?.type === "literal") {
        this.intercept = oneNumber(left.value) === 0;
        return [];
      }
      return [[this.label(expression)]];
    }
    return this.operator(called, left, right) ?? [[this.label(expression)]];
  }

  private operator(called: string, left: Expression, right: Expression): readonly Term[] | undefined {
    if (called === "+") return unique([...this.expand(left), ...this.expand(right)]);
    if (called === "-") return this.without(left, right);
    if (called === ":" || called === "%in%") return cross(this.expand(left), this.expand(right));
    if (called === "*") {
      const [a, b] = [this.expand(left), this.expand(right)];
      return unique([...a, ...b, ...cross(a, b)]);
    }
    if (called === "/") {
      const [a, b] = [this.expand(left), this.expand(right)];
      return unique([...a, ...cross([a.flat()], b)]);
    }
    if (called === "^" && right.type === "literal") {
      const base = this.expand(left);
      let all = base;
      for (let degree = 1; degree < oneNumber(right.value); degree++) all = unique([...all, ...cross(all, base)]);
      return all;
    }
    return undefined;
  }

  private without(left: Expression, right: Expression): readonly Term[] {
    const kept = this.expand(left);
    if (right.type === "literal") {
      this.intercept = oneNumber(right.value) === 0;
      return kept;
    }
    const removed = this.expand(right).map(key);
    return kept.filter((term) => !removed.includes(key(term)));
  }

  private inParentheses(inner: Expression): readonly Term[] {
    const called = calledName(inner);
    if ((called !== "|" && called !== "||") || inner.type !== "call") return this.expand(inner);
    const [effects, group] = inner.arguments.map((part) => part.value);
    if (effects === undefined || group === undefined) throw new DialectError("A random part needs two sides");
    const own = new TermReader(undefined, this.data);
    own.read(effects);
    const groups = new TermReader(undefined, this.data);
    groups.read(group);
    for (const reader of [own, groups]) for (const [label, found] of reader.variables) this.variables.set(label, found);
    for (const by of groups.terms) {
      this.random.push({ terms: own.terms, intercept: own.intercept, correlated: called === "|", group: by });
    }
    return [];
  }

  private others(): readonly Term[] {
    if (this.data === undefined) throw new DialectError("A dot in a formula needs data");
    const used = this.response === undefined ? [] : namesIn(this.response);
    const names = (this.data.attributes.names ?? []).filter((name) => !used.includes(name));
    return names.map((name) => [this.label(nameOf(name))]);
  }

  private label(expression: Expression): string {
    const label = deparse(expression);
    this.variables.set(label, expression);
    return label;
  }
}

function key(term: Term): string {
  return [...term].sort().join("\u0000");
}

function unique(terms: readonly Term[]): readonly Term[] {
  const seen = new Set<string>();
  return terms.filter((term) => !seen.has(key(term)) && seen.add(key(term)));
}

function cross(left: readonly Term[], right: readonly Term[]): readonly Term[] {
  return left.flatMap((a) => right.map((b) => [...new Set([...a, ...b])]));
}

/** Names an expression uses, functions apart. */
export function namesIn(expression: Expression): readonly string[] {
  if (expression.type === "name") return [expression.name];
  if (expression.type !== "call") return [];
  const parts = expression.arguments.flatMap(({ value }) => (value === undefined ? [] : [...namesIn(value)]));
  return [...new Set(calledName(expression) === "$" ? parts.slice(0, 1) : parts)];
}

/** The formula with the response and terms of another, as update(y ~ x, . ~ . + z) gives. */
export function withDot(template: Expression, left: Expression | undefined, right: Expression): Expression {
  const replace = (expression: Expression, by: Expression): Expression => {
    if (expression.type === "name" && expression.name === ".") return callOf("(", by);
    if (expression.type !== "call") return expression;
    const parts = expression.arguments.map((part) => (part.value ? { ...part, value: replace(part.value, by) } : part));
    return { ...expression, arguments: parts };
  };
  if (template.type !== "call") throw new DialectError("Expected a formula");
  const sides = template.arguments.flatMap((part) => (part.value === undefined ? [] : [part.value]));
  const [first, second] = sides.length === 2 ? sides : [undefined, sides[0]];
  const response = first === undefined ? left : first.type === "name" && first.name === "." ? left : first;
  return callOf("~", ...(response === undefined ? [] : [response]), replace(second ?? right, right));
}
