import type { Environment } from "./environment";
import type { Interpreter } from "./evaluate";
import { DialectError, UnsupportedError } from "./failure";
import { flag, NULL } from "./make";
import { pick } from "./pick";
import { asVector, isFactor, lengthOf, oneFlag } from "./read";
import { LoopSignal, ReturnSignal } from "./signals";
import { field } from "./subset";
import type { Argument, Expression } from "./syntax";
import type { RValue } from "./values";

type SpecialForm = (interpreter: Interpreter, parts: readonly Argument[], environment: Environment) => RValue;

/** Forms whose parts are not simply evaluated one after the other. */
export const SPECIAL_FORMS: Readonly<Record<string, SpecialForm>> = {
  "{": (interpreter, parts, environment) => {
    let last: RValue = NULL;
    for (const { value } of parts) if (value !== undefined) last = interpreter.evaluate(value, environment);
    return last;
  },
  "(": (interpreter, parts, environment) => interpreter.evaluate(need(parts, 0), environment),
  if: (interpreter, parts, environment) => {
    if (interpreter.condition(parts[0]?.value, environment)) return interpreter.evaluate(need(parts, 1), environment);
    const otherwise = parts[2]?.value;
    return otherwise === undefined ? NULL : interpreter.evaluate(otherwise, environment);
  },
  for: (interpreter, parts, environment) => {
    const variable = need(parts, 0);
    if (variable.type !== "name") throw new DialectError("A loop needs a name");
    const over = asVector(interpreter.evaluate(need(parts, 1), environment));
    for (let position = 0; position < lengthOf(over); position++) {
      const item = isFactor(over) ? { ...over, attributes: {} } : over;
      environment.set(variable.name, pick(item, position));
      if (!runBody(interpreter, need(parts, 2), environment)) break;
    }
    return NULL;
  },
  while: (interpreter, parts, environment) => {
    while (interpreter.condition(parts[0]?.value, environment)) {
      if (!runBody(interpreter, need(parts, 1), environment)) break;
    }
    return NULL;
  },
  repeat: (interpreter, parts, environment) => {
    while (runBody(interpreter, need(parts, 0), environment));
    return NULL;
  },
  break: () => {
    throw new LoopSignal(true);
  },
  next: () => {
    throw new LoopSignal(false);
  },
  return: (interpreter, parts, environment) => {
    const [part] = parts;
    const value = part?.value === undefined ? NULL : interpreter.evaluate(part.value, environment);
    throw new ReturnSignal(functionEnvironment(environment), value);
  },
  "&&": (interpreter, parts, environment) =>
    flag(
      oneFlag(interpreter.evaluate(need(parts, 0), environment)) && interpreter.condition(parts[1]?.value, environment),
    ),
  "||": (interpreter, parts, environment) =>
    flag(
      oneFlag(interpreter.evaluate(need(parts, 0), environment)) || interpreter.condition(parts[1]?.value, environment),
    ),
  "~": (_interpreter, parts, environment) => ({
    kind: "language",
    expression: { type: "call", callee: { type: "name", name: "~" }, arguments: parts },
    environment,
    attributes: { class: ["formula"] },
  }),
  "::": (interpreter, parts, environment) => {
    const [library, member] = [need(parts, 0), need(parts, 1)];
    if (library.type !== "name" || member.type !== "name") throw new DialectError(":: needs two names");
    const full = `${library.name}::${member.name}`;
    return interpreter.findFunction(interpreter.hasFunction(full) ? full : member.name, environment);
  },
  $: member,
  "@": member,
  missing: (_interpreter, parts, environment) => {
    const [part] = parts;
    if (part?.value?.type !== "name") throw new DialectError("missing() needs a name");
    return flag(environment.argument(part.value.name) === undefined);
  },
  "on.exit": () => NULL,
};

function member(interpreter: Interpreter, parts: readonly Argument[], environment: Environment): RValue {
  const name = need(parts, 1);
  if (name.type !== "name") throw new DialectError("$ needs a name");
  return field(interpreter.evaluate(need(parts, 0), environment), name.name);
}

/** False when the loop shall end. */
function runBody(interpreter: Interpreter, body: Expression, environment: Environment): boolean {
  try {
    interpreter.evaluate(body, environment);
    return true;
  } catch (signal) {
    if (signal instanceof LoopSignal) return !signal.ends;
    throw signal;
  }
}

function functionEnvironment(environment: Environment): Environment {
  let inside = environment;
  while (!inside.isCall() && inside.parent !== undefined) inside = inside.parent;
  return inside;
}

function need(parts: readonly Argument[], position: number): Expression {
  const expression = parts[position]?.value;
  if (expression === undefined) throw new UnsupportedError("a form with an empty place");
  return expression;
}
