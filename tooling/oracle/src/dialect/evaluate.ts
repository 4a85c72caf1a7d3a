import { Arguments, matchArguments, type Supplied } from "./arguments";
import { assign } from "./assign";
import { Environment } from "./environment";
import { DialectError, UnsupportedError } from "./failure";
import { NULL } from "./make";
import { NAMED_VALUES } from "./named-values";
import { asFunction, isFrame, oneFlag } from "./read";
import { ReturnSignal } from "./signals";
import { SPECIAL_FORMS } from "./special-forms";
import type { Argument, CallExpression, Expression } from "./syntax";
import type { Bindings, RBuiltin, RValue } from "./values";

/** A function and what it was called with. */
interface MadeBy {
  readonly called: RValue;
  readonly supplied: readonly Supplied[];
}

/** Evaluates the R dialect with the given functions. One per case, since assignments stay in it. */
export class Interpreter {
  readonly global = new Environment(undefined);
  private readonly functions: ReadonlyMap<string, RBuiltin>;
  /** Functions of which some class has a version of its own, `coef` when there is `coef.lm`. */
  private readonly generics: ReadonlySet<string>;
  /** How models and their like came about. */
  private readonly calls = new WeakMap<RValue, MadeBy>();

  constructor(bindings: readonly Bindings[]) {
    const functions = new Map<string, RBuiltin>();
    for (const [name, binding] of bindings.flatMap((some) => Object.entries(some))) {
      functions.set(name, { kind: "builtin", name, binding, attributes: {} });
    }
    this.generics = new Set([...functions.keys()].flatMap(prefixesOf));
    for (const name of this.generics) if (!functions.has(name)) functions.set(name, methodOnly(name));
    this.functions = functions;
  }

  evaluate(expression: Expression, environment: Environment = this.global): RValue {
    if (expression.type === "literal") return expression.value;
    if (expression.type === "name") return this.lookUp(expression.name, environment);
    if (expression.type === "function") {
      return { kind: "closure", parameters: expression.parameters, body: expression.body, environment, attributes: {} };
    }
    return this.evaluateCall(expression, environment);
  }

  /** With the columns of a data frame, or the entries of a list, as variables. */
  evaluateIn(expression: Expression, data: RValue, environment: Environment): RValue {
    const inside = new Environment(environment);
    if (data.kind === "list") {
      for (const [position, name] of (data.attributes.names ?? []).entries()) {
        const value = data.values[position];
        if (value !== undefined) inside.set(name, value);
      }
    } else if (data.kind !== "null" && !isFrame(data)) throw new DialectError(`Expected data, got ${data.kind}`);
    return this.evaluate(expression, inside);
  }

  findFunction(name: string, environment: Environment): RValue {
    const found = environment.getFunction(name) ?? this.functions.get(name);
    if (found === undefined) throw new UnsupportedError(name);
    return found;
  }

  /** The call that made a model, to make it again with changes. */
  callThatMade(object: RValue): MadeBy | undefined {
    return this.calls.get(object);
  }

  hasFunction(name: string): boolean {
    return this.functions.has(name);
  }

  /** Calls a function value with values. */
  apply(called: RValue, values: readonly RValue[], names: readonly (string | undefined)[] = []): RValue {
    const supplied = values.map((value, position): Supplied => {
      return {
        name: names[position] === "" ? undefined : names[position],
        expression: undefined,
        environment: this.global,
        empty: false,
        value: () => value,
      };
    });
    return this.invoke(called, supplied, this.global);
  }

  invoke(called: RValue, supplied: readonly Supplied[], environment: Environment): RValue {
    const target = asFunction(called);
    if (target.kind === "builtin") {
      const { binding } = this.methodFor(target, supplied);
      const { matched, rest } = matchArguments(binding.formals, supplied);
      const result = binding.call(new Arguments(this, environment, matched, rest));
      if (result.kind === "object" && !this.calls.has(result)) this.calls.set(result, { called: target, supplied });
      return result;
    }
    const inside = new Environment(target.environment);
    const formals = target.parameters.map((parameter) => parameter.name);
    const { matched, rest } = matchArguments(formals, supplied);
    inside.setRest(rest);
    for (const { name, fallback } of target.parameters) {
      const given = matched.get(name);
      if (given !== undefined) inside.set(name, { force: given.value, supplied: given });
      else if (fallback !== undefined) {
        inside.set(name, { force: () => this.evaluate(fallback, inside), supplied: undefined });
      }
    }
    try {
      return this.evaluate(target.body, inside);
    } catch (signal) {
      if (signal instanceof ReturnSignal && signal.environment === inside) return signal.value;
      throw signal;
    }
  }

  private lookUp(name: string, environment: Environment): RValue {
    const constant = Object.hasOwn(NAMED_VALUES, name) ? NAMED_VALUES[name] : undefined;
    const found = environment.get(name) ?? constant ?? this.functions.get(name);
    if (found === undefined) throw new UnsupportedError(name);
    return found;
  }

  private evaluateCall(expression: CallExpression, environment: Environment): RValue {
    const { callee } = expression;
    if (callee.type === "name") {
      const special = Object.hasOwn(SPECIAL_FORMS, callee.name) ? SPECIAL_FORMS[callee.name] : undefined;
      if (special !== undefined) return special(this, expression.arguments, environment);
      if (callee.name === "<-") return this.evaluateAssignment(expression.arguments, environment, false);
      if (callee.name === "<<-") return this.evaluateAssignment(expression.arguments, environment, true);
      const called = this.findFunction(callee.name, environment);
      return this.invoke(called, this.supply(expression.arguments, environment), environment);
    }
    const called =
      callee.type === "literal" && callee.value.kind === "character"
        ? this.findFunction(callee.value.values[0] ?? "", environment)
        : this.evaluate(callee, environment);
    return this.invoke(called, this.supply(expression.arguments, environment), environment);
  }

  private evaluateAssignment(parts: readonly Argument[], environment: Environment, outside: boolean): RValue {
    const [target, source] = [parts[0]?.value, parts[1]?.value];
    if (target === undefined || source === undefined) throw new DialectError("An assignment needs two sides");
    const value = this.evaluate(source, environment);
    assign(this, target, value, environment, outside);
    return value;
  }

  /** Arguments as written become values when asked for; `...` is replaced by what it holds. */
  supply(written: readonly Argument[], environment: Environment): readonly Supplied[] {
    return written.flatMap(({ name, value: expression }): readonly Supplied[] => {
      if (expression?.type === "name" && expression.name === "...") return environment.rest() ?? [];
      let held: RValue | undefined;
      const value = (): RValue => {
        if (expression === undefined) return NULL;
        held ??= this.evaluate(expression, environment);
        return held;
      };
      return [{ name, expression, environment, empty: expression === undefined, value }];
    });
  }

  private methodFor(target: RBuiltin, supplied: readonly Supplied[]): RBuiltin {
    if (!this.generics.has(target.name)) return target;
    const [first] = supplied;
    if (first === undefined || first.empty) return target;
    for (const className of classesOf(first)) {
      const method = this.functions.get(`${target.name}.${className}`);
      if (method !== undefined) return method;
    }
    return target;
  }

  condition(expression: Expression | undefined, environment: Environment): boolean {
    if (expression === undefined) throw new DialectError("A condition is missing");
    return oneFlag(this.evaluate(expression, environment));
  }
}

/** A generic function of which only methods are bound, coef when there is coef.lm. */
function methodOnly(name: string): RBuiltin {
  const call = (args: Arguments): RValue => {
    const className = args.rest[0]?.value().attributes.class?.[0] ?? "this value";
    throw new UnsupportedError(`${name} for ${className}`);
  };
  return { kind: "builtin", name, binding: { formals: ["..."], call }, attributes: {} };
}

/** Classes of an argument; none when it has no value by itself, as a column named for `data =` has not. */
function classesOf(argument: Supplied): readonly string[] {
  try {
    return argument.value().attributes.class ?? [];
  } catch (failure) {
    if (failure instanceof UnsupportedError) return [];
    throw failure;
  }
}

function prefixesOf(name: string): readonly string[] {
  return [...name.matchAll(/\./g)].map((dot) => name.slice(0, dot.index)).filter((prefix) => prefix !== "");
}
