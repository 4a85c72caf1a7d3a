import type { Environment } from "./environment";
import type { Interpreter } from "./evaluate";
import { DialectError } from "./failure";
import { asFrame, completeNumbers, oneFlag, oneNumber, oneText } from "./read";
import type { Expression } from "./syntax";
import type { RList, RValue } from "./values";

/** One argument as written, evaluated when first asked for. */
export interface Supplied {
  readonly name: string | undefined;
  /** What stands in the call; undefined for a value passed by another function, and for an empty place. */
  readonly expression: Expression | undefined;
  readonly environment: Environment;
  readonly empty: boolean;
  readonly value: () => RValue;
}

/** The arguments of one call, matched to the names in the binding as R matches them: in full, in part, by position. */
export class Arguments {
  constructor(
    readonly interpreter: Interpreter,
    readonly environment: Environment,
    private readonly matched: ReadonlyMap<string, Supplied>,
    /** What "..." holds. */
    readonly rest: readonly Supplied[],
  ) {}

  has(name: string): boolean {
    return this.matched.has(name);
  }
  supplied(name: string): Supplied | undefined {
    return this.matched.get(name);
  }
  optional(name: string): RValue | undefined {
    return this.matched.get(name)?.value();
  }
  value(name: string): RValue {
    const value = this.optional(name);
    if (value === undefined) throw new DialectError(`The argument ${name} is missing`);
    return value;
  }
  /** The argument as written, not evaluated. */
  expression(name: string): Expression | undefined {
    return this.matched.get(name)?.expression;
  }

  /** Numbers without missing values. */
  numbers(name: string): readonly number[] {
    return completeNumbers(this.value(name), name);
  }
  number(name: string, fallback?: number): number {
    const value = this.optional(name);
    return value === undefined && fallback !== undefined ? fallback : oneNumber(this.value(name), name);
  }
  text(name: string, fallback?: string): string {
    const value = this.optional(name);
    return value === undefined && fallback !== undefined ? fallback : oneText(this.value(name), name);
  }
  flag(name: string, fallback?: boolean): boolean {
    const value = this.optional(name);
    return value === undefined && fallback !== undefined ? fallback : oneFlag(this.value(name), name);
  }
  frame(name: string): RList {
    return asFrame(this.value(name));
  }

  /**
   * The argument evaluated with the columns of a data frame as variables, as `weights = w` and `subset = age > 30` are.
   * Undefined when the argument is not given.
   */
  inFrame(name: string, frame: RValue): RValue | undefined {
    const supplied = this.matched.get(name);
    if (supplied === undefined) return undefined;
    if (supplied.expression === undefined) return supplied.value();
    return this.interpreter.evaluateIn(supplied.expression, frame, supplied.environment);
  }

  /** Calls an R function value, as lapply does. */
  apply(called: RValue, values: readonly RValue[], names: readonly (string | undefined)[] = []): RValue {
    return this.interpreter.apply(called, values, names);
  }
  /** Calls a bound function by its R name. */
  call(name: string, values: readonly RValue[], names: readonly (string | undefined)[] = []): RValue {
    return this.interpreter.apply(this.interpreter.findFunction(name, this.environment), values, names);
  }
}

/** Matches what was supplied to the formal names. Names after "..." need to be written in full. */
export function matchArguments(
  formals: readonly string[],
  supplied: readonly Supplied[],
): { readonly matched: Map<string, Supplied>; readonly rest: readonly Supplied[] } {
  const matched = new Map<string, Supplied>();
  const left = new Set(supplied);
  const take = (formal: string, argument: Supplied): void => {
    matched.set(formal, argument);
    left.delete(argument);
  };
  for (const argument of supplied) {
    if (argument.name === undefined || argument.name === "...") continue;
    if (formals.includes(argument.name) && !matched.has(argument.name)) take(argument.name, argument);
  }
  const dots = formals.indexOf("...");
  const beforeDots = dots < 0 ? formals : formals.slice(0, dots);
  for (const argument of [...left]) {
    const { name } = argument;
    if (name === undefined || name === "") continue;
    const candidates = beforeDots.filter((formal) => formal.startsWith(name) && !matched.has(formal));
    const [only] = candidates;
    if (candidates.length === 1 && only !== undefined) take(only, argument);
  }
  const positional = [...left].filter((argument) => argument.name === undefined || argument.name === "");
  for (const formal of beforeDots) {
    if (matched.has(formal)) continue;
    const argument = positional.shift();
    if (argument === undefined) break;
    if (argument.empty) left.delete(argument);
    else take(formal, argument);
  }
  if (left.size > 0 && dots < 0) {
    const names = [...left].map((argument) => argument.name ?? "without a name").join(", ");
    throw new DialectError(`Arguments nobody takes: ${names}`);
  }
  return { matched, rest: supplied.filter((argument) => left.has(argument)) };
}
