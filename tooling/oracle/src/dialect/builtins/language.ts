import type { Arguments } from "../arguments";
import { deparse } from "../deparse";
import { Environment } from "../environment";
import { DialectError, UnsupportedError } from "../failure";
import { namesIn, readFormula, withDot } from "../formula";
import { flag, NULL, number, numbers, text, texts, withAttributes } from "../make";
import { parse } from "../parse";
import { asTexts, isVector, oneText } from "../read";
import { replaceElement, replaceSubset } from "../replace";
import { type Argument, calledName, type Expression } from "../syntax";
import { type Binding, type Bindings, bind, type RLanguage, type RValue } from "../values";

function language(expression: Expression, environment: Environment): RLanguage {
  const attributes = calledName(expression) === "~" ? { class: ["formula"] } : {};
  return { kind: "language", expression, environment, attributes };
}

function written(args: Arguments, name: string): Expression {
  const expression = args.expression(name);
  if (expression === undefined) throw new DialectError(`${name} needs an expression`);
  return expression;
}

/** Names of arguments replaced by what was written for them in the call. */
function substitute(expression: Expression, environment: Environment): Expression {
  if (expression.type === "name") return environment.argument(expression.name)?.expression ?? expression;
  if (expression.type !== "call") return expression;
  const parts = expression.arguments.map(
    (part): Argument => (part.value ? { ...part, value: substitute(part.value, environment) } : part),
  );
  return { ...expression, arguments: parts };
}

/** The argument as its value is; what it says about the screen or the console is not wanted here. */
const quiet: Binding = bind("expr ...", (args) => args.optional("expr") ?? NULL);
const nothing: Binding = bind("...", () => NULL);

function toFormula(value: RValue, environment: Environment): RLanguage {
  if (value.kind === "language") return value;
  return language(parse(oneText(value, "a formula")), environment);
}

function isControl(failure: unknown): boolean {
  return failure instanceof DialectError;
}

export const LANGUAGE: Bindings = {
  eval: bind("expr envir enclos", (args) => {
    const value = args.value("expr");
    if (value.kind !== "language") return value;
    const data = args.optional("envir");
    if (data?.kind === "list") return args.interpreter.evaluateIn(value.expression, data, args.environment);
    return args.interpreter.evaluate(value.expression, args.environment);
  }),
  evalq: bind("expr envir", (args) => args.inFrame("expr", args.optional("envir") ?? NULL) ?? NULL),
  parse: bind("file n text ...", (args) => {
    const lines = asTexts(args.value("text")).values.map((line) => line ?? "");
    return { ...language(parse(lines.join("\n")), args.environment), attributes: { class: ["expression"] } };
  }),
  quote: bind("expr", (args) => language(written(args, "expr"), args.environment)),
  bquote: bind("expr", (args) => language(written(args, "expr"), args.environment)),
  expression: bind("expr", (args) => language(written(args, "expr"), args.environment)),
  substitute: bind("expr", (args) => language(substitute(written(args, "expr"), args.environment), args.environment)),
  deparse: bind("expr ...", (args) => {
    const value = args.value("expr");
    return text(value.kind === "language" ? deparse(value.expression) : asTexts(value).values.join(", "));
  }),
  "as.name": bind("x", (args) => language({ type: "name", name: args.text("x") }, args.environment)),
  "as.formula": bind("object env", (args) => toFormula(args.value("object"), args.environment)),
  formula: bind("x ...", (args) => toFormula(args.value("x"), args.environment)),
  reformulate: bind("termlabels response intercept", (args) => {
    const terms = asTexts(args.value("termlabels")).values.map((term) => term ?? "");
    const left = args.has("response") ? `${args.text("response")} ` : "";
    const right = [...terms, ...(args.flag("intercept", true) ? [] : ["-1"])].join(" + ");
    return language(parse(`${left}~ ${right}`), args.environment);
  }),
  "update.formula": bind("old new", (args) => {
    const old = toFormula(args.value("old"), args.environment);
    const { expression } = old;
    if (expression.type !== "call") throw new DialectError("Expected a formula");
    const sides = expression.arguments.flatMap((part) => (part.value === undefined ? [] : [part.value]));
    const right = sides.at(-1) ?? expression;
    const left = sides.length === 2 ? sides[0] : undefined;
    const changed = withDot(toFormula(args.value("new"), args.environment).expression, left, right);
    return language(changed, old.environment);
  }),
  "all.vars": bind("expr", (args) => {
    const value = args.value("expr");
    return value.kind === "language" ? texts(namesIn(value.expression)) : texts([]);
  }),
  terms: bind("x ...", (args) => args.value("x")),
  "term.labels": bind("x", (args) => texts(readFormula(args.value("x")).terms.map((term) => term.join(":")))),
  switch: bind("EXPR ...", (args) => {
    const chosen = args.value("EXPR");
    if (chosen.kind === "number") return args.rest[args.number("EXPR") - 1]?.value() ?? NULL;
    const name = args.text("EXPR");
    const at = args.rest.findIndex((part) => part.name === name);
    const matching = at < 0 ? args.rest.filter((part) => part.name === undefined) : args.rest.slice(at);
    return matching.find((part) => !part.empty)?.value() ?? NULL;
  }),
  tryCatch: bind("expr ... error warning finally", (args) => {
    try {
      return args.value("expr");
    } catch (failure) {
      if (!isControl(failure) || !args.has("error")) throw failure;
      return args.apply(args.value("error"), [text(failure instanceof Error ? failure.message : "error")]);
    }
  }),
  try: bind("expr silent", (args) => {
    try {
      return args.value("expr");
    } catch (failure) {
      if (!isControl(failure)) throw failure;
      return { ...text("error"), attributes: { class: ["try-error"] } };
    }
  }),
  local: bind("expr envir", (args) =>
    args.interpreter.evaluate(written(args, "expr"), new Environment(args.environment)),
  ),
  get: bind("x ...", (args) => {
    const name = args.text("x");
    const value = args.environment.get(name) ?? args.environment.getFunction(name);
    return value ?? args.interpreter.findFunction(name, args.environment);
  }),
  exists: bind("x ...", (args) => {
    const name = args.text("x");
    return flag(args.environment.get(name) !== undefined || args.interpreter.hasFunction(name));
  }),
  assign: bind("x value ...", (args) => {
    args.environment.set(args.text("x"), args.value("value"));
    return args.value("value");
  }),
  Recall: bind("...", () => {
    throw new UnsupportedError("Recall");
  }),
  within: bind("data expr", (args) => {
    const data = args.frame("data");
    const inside = new Environment(args.environment);
    const names = data.attributes.names ?? [];
    for (const [at, name] of names.entries()) inside.set(name, data.values[at] ?? NULL);
    args.interpreter.evaluate(written(args, "expr"), inside);
    const made = inside
      .names()
      .filter((name) => !names.includes(name))
      .reverse();
    return [...names, ...made].reduce<RValue>(
      (changed, name) => replaceElement(changed, text(name), inside.get(name) ?? NULL),
      data,
    );
  }),
  suppressWarnings: quiet,
  suppressMessages: quiet,
  suppressPackageStartupMessages: quiet,
  force: bind("x", (args) => args.value("x")),
  library: nothing,
  require: nothing,
  requireNamespace: bind("package ...", () => flag(true)),
  options: nothing,
  "set.seed": nothing,
  cat: nothing,
  print: bind("x ...", (args) => args.value("x")),
  message: nothing,
  warning: nothing,
  nargs: bind("", () => number(0)),
  attr: bind("x which", (args) => attribute(args.value("x"), args.text("which"))),
  attributes: bind("x", () => NULL),
  "attr<-": bind("x which value", (args) => {
    const value = args.value("x");
    const [which, given] = [args.text("which"), args.value("value")];
    const labels = given.kind === "null" ? undefined : asTexts(given).values.map((label) => label ?? "NA");
    if (which === "names") return withAttributes(value, { names: labels });
    if (which === "class") return withAttributes(value, { class: labels });
    if (which === "levels") return withAttributes(value, { levels: labels });
    if (which === "dim") return withAttributes(value, { dim: args.numbers("value") });
    return value;
  }),
  "class<-": bind("x value", (args) => {
    const given = args.value("value");
    return withAttributes(args.value("x"), {
      class: given.kind === "null" ? undefined : asTexts(given).values.map((label) => label ?? "NA"),
    });
  }),
  structure: bind(".Data ...", (args) => {
    return args.rest.reduce(
      (changed, part) => args.call("attr<-", [changed, text(part.name ?? ""), part.value()]),
      args.value(".Data"),
    );
  }),
  "[[<-": bind("x i value", (args) => replaceElement(args.value("x"), args.value("i"), args.value("value"))),
  "[<-": bind("x i value", (args) => replaceSubset(args.value("x"), [args.value("i")], args.value("value"))),
  replace: bind("x list values", (args) => replaceSubset(args.value("x"), [args.value("list")], args.value("values"))),
};

function attribute(value: RValue, which: string): RValue {
  const { attributes } = value;
  if (which === "names" && isVector(value)) return attributes.names === undefined ? NULL : texts(attributes.names);
  if (which === "class") return attributes.class === undefined ? NULL : texts(attributes.class);
  if (which === "levels") return attributes.levels === undefined ? NULL : texts(attributes.levels);
  if (which === "dim") return attributes.dim === undefined ? NULL : numbers(attributes.dim);
  return NULL;
}
