import { formatNumber } from "./format-number";
import type { Argument, Expression } from "./syntax";
import type { RValue } from "./values";

const SPACED = new Set([
  "+",
  "-",
  "*",
  "==",
  "!=",
  "<",
  ">",
  "<=",
  ">=",
  "&",
  "|",
  "&&",
  "||",
  "~",
  "<-",
  "<<-",
  "%in%",
  "%*%",
  "%%",
  "%o%",
]);
const TIGHT = new Set(["/", "^", ":", "$", "@", "::", "%/%"]);

/** R code for an expression, as R's deparse writes it: the names of coefficients are made of it. */
export function deparse(expression: Expression): string {
  if (expression.type === "literal") return deparseLiteral(expression.value);
  if (expression.type === "name") return expression.name;
  if (expression.type === "function") {
    const parameters = expression.parameters.map(({ name, fallback }) =>
      fallback ? `${name} = ${deparse(fallback)}` : name,
    );
    return `function(${parameters.join(", ")}) ${deparse(expression.body)}`;
  }
  const { callee, arguments: parts } = expression;
  if (callee.type === "name") {
    const operator = deparseOperator(callee.name, parts);
    if (operator !== undefined) return operator;
  }
  return `${deparse(callee)}(${parts.map(deparseArgument).join(", ")})`;
}

function deparseOperator(name: string, parts: readonly Argument[]): string | undefined {
  const [left = "", right = ""] = parts.map(deparseArgument);
  if (name === "(") return `(${left})`;
  if (name === "{") return `{ ${parts.map(deparseArgument).join("; ")} }`;
  if (name === "[") return `${left}[${parts.slice(1).map(deparseArgument).join(", ")}]`;
  if (name === "[[") return `${left}[[${parts.slice(1).map(deparseArgument).join(", ")}]]`;
  if (parts.length === 1 && (name === "-" || name === "+" || name === "!" || name === "~")) return `${name}${left}`;
  if (parts.length !== 2) return undefined;
  if (SPACED.has(name)) return `${left} ${name} ${right}`;
  return TIGHT.has(name) ? `${left}${name}${right}` : undefined;
}

function deparseArgument({ name, value }: Argument): string {
  const written = value === undefined ? "" : deparse(value);
  return name === undefined ? written : `${name} = ${written}`;
}

function deparseLiteral(value: RValue): string {
  if (value.kind === "null") return "NULL";
  if (value.kind === "character") return JSON.stringify(value.values[0] ?? "NA");
  if (value.kind === "number") return formatNumber(value.values[0] ?? Number.NaN);
  if (value.kind === "logical") return value.values[0] === null ? "NA" : value.values[0] ? "TRUE" : "FALSE";
  return `<${value.kind}>`;
}
