import type { Environment } from "./environment";
import type { Interpreter } from "./evaluate";
import { DialectError } from "./failure";
import { NULL } from "./make";
import { oneText } from "./read";
import { replaceElement, replaceSubset } from "./replace";
import type { Argument, Expression } from "./syntax";
import type { RValue } from "./values";

/** `target <- value`, where the target may be a name or any nesting of `$`, `[[ ]]`, `[ ]` and functions like names(). */
export function assign(
  interpreter: Interpreter,
  target: Expression,
  value: RValue,
  environment: Environment,
  outside: boolean,
): void {
  const name = target.type === "name" ? target.name : literalName(target);
  if (name !== undefined) {
    if (outside) environment.setOutside(name, value);
    else environment.set(name, value);
    return;
  }
  if (target.type !== "call" || target.callee.type !== "name") throw new DialectError("Cannot assign to this");
  const [holder, ...parts] = target.arguments;
  if (holder?.value === undefined) throw new DialectError("Cannot assign to nothing");
  const current = currentValue(interpreter, holder.value, environment);
  const changed = replace(interpreter, target.callee.name, current, parts, value, environment);
  assign(interpreter, holder.value, changed, environment, outside);
}

function literalName(target: Expression): string | undefined {
  return target.type === "literal" && target.value.kind === "character" ? oneText(target.value) : undefined;
}

/** A name that is not yet there starts as NULL, so that `x$y <- 1` makes a list. */
function currentValue(interpreter: Interpreter, holder: Expression, environment: Environment): RValue {
  if (holder.type === "name" && environment.get(holder.name) === undefined) return NULL;
  return interpreter.evaluate(holder, environment);
}

function replace(
  interpreter: Interpreter,
  called: string,
  current: RValue,
  parts: readonly Argument[],
  value: RValue,
  environment: Environment,
): RValue {
  if (called === "$" || called === "@") {
    const [part] = parts;
    if (part?.value?.type !== "name") throw new DialectError("$ needs a name");
    return replaceElement(current, { kind: "character", values: [part.value.name], attributes: {} }, value);
  }
  const supplied = interpreter.supply(parts, environment);
  if (called === "[") {
    const indices = supplied
      .filter((part) => part.name !== "drop")
      .map((part) => (part.empty ? undefined : part.value()));
    return replaceSubset(current, indices, value);
  }
  if (called === "[[") {
    const [index, second] = supplied.map((part) => part.value());
    if (index === undefined) throw new DialectError("[[ ]] needs a subscript");
    return second === undefined
      ? replaceElement(current, index, value)
      : replaceSubset(current, [index, second], value);
  }
  const values = supplied.map((part) => part.value());
  const names = supplied.map((part) => part.name);
  const replacer = interpreter.findFunction(`${called}<-`, environment);
  return interpreter.apply(replacer, [current, ...values, value], [undefined, ...names, "value"]);
}
