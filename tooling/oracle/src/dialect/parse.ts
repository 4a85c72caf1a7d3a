import { DialectError } from "./failure";
import { flag, NA, NULL, number, text } from "./make";
import { type Argument, callOf, type Expression, nameOf, type Parameter } from "./syntax";
import { type Token, tokenise } from "./tokenise";
import type { RValue } from "./values";

const CONSTANTS: Readonly<Record<string, RValue>> = {
  TRUE: flag(true),
  FALSE: flag(false),
  NULL,
  NA,
  NA_integer_: number(null),
  NA_real_: number(null),
  NA_character_: text(null),
  Inf: number(Number.POSITIVE_INFINITY),
  NaN: number(Number.NaN),
};

/** Left and right binding power. Right below left binds to the right, as `^` and assignment do. */
const INFIX: Readonly<Record<string, readonly [number, number]>> = {
  "=": [2, 1],
  "<-": [4, 3],
  "<<-": [4, 3],
  "->": [5, 6],
  "->>": [5, 6],
  "~": [7, 8],
  "||": [9, 10],
  "|": [9, 10],
  "&&": [11, 12],
  "&": [11, 12],
  "==": [15, 16],
  "!=": [15, 16],
  "<": [15, 16],
  ">": [15, 16],
  "<=": [15, 16],
  ">=": [15, 16],
  "+": [17, 18],
  "-": [17, 18],
  "*": [19, 20],
  "/": [19, 20],
  "%": [21, 22],
  "|>": [21, 22],
  ":": [23, 24],
  "^": [28, 25],
};
const PREFIX: Readonly<Record<string, number>> = { "~": 8, "!": 13, "-": 25, "+": 25 };

/** Parses R code into the expression that evaluates all its lines and gives the last value. */
export function parse(source: string): Expression {
  return new Parser(tokenise(source)).program();
}

class Parser {
  private position = 0;
  /** Line ends mean nothing inside ( and [. */
  private readonly nesting: ("line" | "bracket")[] = ["line"];
  constructor(private readonly tokens: readonly Token[]) {}

  program(): Expression {
    const lines = this.lines("");
    const [only] = lines;
    return lines.length === 1 && only !== undefined ? only : callOf("{", ...lines);
  }

  private lines(end: string): Expression[] {
    const lines: Expression[] = [];
    for (;;) {
      while (this.peekRaw().type === "newline" || this.is(";")) this.position++;
      if (end === "" ? this.peekRaw().type === "end" : this.is(end)) return lines;
      lines.push(this.expression(0));
      if (!(["newline", "end"].includes(this.peekRaw().type) || this.is(";") || this.is(end))) this.fail();
    }
  }

  private expression(power: number): Expression {
    let left = this.prefix();
    for (;;) {
      const token = this.peek();
      if (token.type !== "operator") return left;
      const after = this.postfix(left, token.text);
      if (after !== undefined) {
        left = after;
        continue;
      }
      const powers = INFIX[token.text.startsWith("%") ? "%" : token.text];
      if (powers === undefined || powers[0] < power) return left;
      this.next();
      this.skipLines();
      const right = this.expression(powers[1]);
      left = combine(token.text, left, right);
    }
  }

  private postfix(left: Expression, operator: string): Expression | undefined {
    if (operator === "(") {
      this.next();
      return { type: "call", callee: left, arguments: this.arguments(")") };
    }
    if (operator === "[" || operator === "[[") {
      this.next();
      const indices = this.arguments("]");
      if (operator === "[[") this.expect("]");
      return { type: "call", callee: nameOf(operator), arguments: [{ value: left }, ...indices] };
    }
    if (operator === "$" || operator === "@" || operator === "::" || operator === ":::") {
      this.next();
      this.skipLines();
      const field = this.next();
      if (field.type === "operator" && field.text === "(") {
        this.position--;
        return callOf(operator, left, this.prefix());
      }
      return callOf(operator === ":::" ? "::" : operator, left, nameOf(field.text));
    }
    return undefined;
  }

  private prefix(): Expression {
    this.skipLinesInBrackets();
    const token = this.next();
    if (token.type === "number") {
      return { type: "literal", value: number(Number(token.text.replace(/L$/, ""))) };
    }
    if (token.type === "string") return { type: "literal", value: text(token.text) };
    if (token.type === "name") return this.word(token.text);
    if (token.text === "(") {
      this.nesting.push("bracket");
      const inner = this.expression(0);
      this.expect(")");
      this.nesting.pop();
      return callOf("(", inner);
    }
    if (token.text === "{") {
      this.nesting.push("line");
      const lines = this.lines("}");
      this.expect("}");
      this.nesting.pop();
      return callOf("{", ...lines);
    }
    if (token.text === "\\") return this.functionLiteral();
    const power = PREFIX[token.text];
    if (power === undefined) return this.fail();
    return callOf(token.text, this.expression(power));
  }

  private word(name: string): Expression {
    const constant = Object.hasOwn(CONSTANTS, name) ? CONSTANTS[name] : undefined;
    if (constant !== undefined) return { type: "literal", value: constant };
    if (name === "function") return this.functionLiteral();
    if (name === "if") {
      const condition = this.condition();
      const then = this.expression(1);
      const ahead = this.position;
      if (this.nesting.length > 1) this.skipLines();
      if (this.peek().type === "name" && this.peek().text === "else") {
        this.next();
        this.skipLines();
        return callOf("if", condition, then, this.expression(1));
      }
      this.position = ahead;
      return callOf("if", condition, then);
    }
    if (name === "for") {
      this.expect("(");
      this.nesting.push("bracket");
      const variable = nameOf(this.next().text);
      if (this.next().text !== "in") this.fail();
      const over = this.expression(0);
      this.expect(")");
      this.nesting.pop();
      this.skipLines();
      return callOf("for", variable, over, this.expression(1));
    }
    if (name === "while") return callOf("while", this.condition(), this.expression(1));
    if (name === "repeat") return callOf("repeat", this.expression(1));
    if (name === "break" || name === "next") return callOf(name);
    return nameOf(name);
  }

  private condition(): Expression {
    this.expect("(");
    this.nesting.push("bracket");
    const condition = this.expression(0);
    this.expect(")");
    this.nesting.pop();
    this.skipLines();
    return condition;
  }

  private functionLiteral(): Expression {
    this.expect("(");
    const parameters: Parameter[] = this.arguments(")").map(({ name, value }) => {
      if (name !== undefined) return { name, fallback: value };
      return value?.type === "name" ? { name: value.name, fallback: undefined } : this.fail();
    });
    this.skipLines();
    return { type: "function", parameters, body: this.expression(1) };
  }

  /** Arguments after the opening bracket, which is already read, up to and with the closing one. */
  private arguments(close: string): Argument[] {
    this.nesting.push("bracket");
    const all: Argument[] = [];
    if (this.peek().text !== close || this.peek().type !== "operator") {
      do all.push(this.argument(close));
      while (this.peek().type === "operator" && this.peek().text === "," && this.next());
    }
    this.expect(close);
    this.nesting.pop();
    return all;
  }

  private argument(close: string): Argument {
    const token = this.peek();
    const ends = (): boolean => this.peek().type === "operator" && [",", close].includes(this.peek().text);
    if (ends()) return { value: undefined };
    if (token.type === "name" || token.type === "string") {
      const before = this.position;
      this.next();
      if (this.peek().type === "operator" && this.peek().text === "=") {
        this.next();
        return { name: token.text, value: ends() ? undefined : this.expression(3) };
      }
      this.position = before;
    }
    return { value: this.expression(3) };
  }

  private peekRaw(): Token {
    return this.tokens[this.position] ?? { type: "end", text: "" };
  }
  private peek(): Token {
    this.skipLinesInBrackets();
    return this.peekRaw();
  }
  private next(): Token {
    const token = this.peek();
    this.position++;
    return token;
  }
  private is(text: string): boolean {
    return this.peekRaw().type === "operator" && this.peekRaw().text === text;
  }
  private skipLines(): void {
    while (this.peekRaw().type === "newline") this.position++;
  }
  private skipLinesInBrackets(): void {
    if (this.nesting.at(-1) === "bracket") this.skipLines();
  }
  private expect(text: string): void {
    const token = this.next();
    if (token.type !== "operator" || token.text !== text) this.fail(text);
  }
  private fail(wanted?: string): never {
    const near = this.tokens
      .slice(Math.max(0, this.position - 4), this.position + 4)
      .map((token) => token.text)
      .join(" ");
    throw new DialectError(`Cannot parse R code near: ${near}${wanted === undefined ? "" : `; expected ${wanted}`}`);
  }
}

function combine(operator: string, left: Expression, right: Expression): Expression {
  if (operator === "->") return callOf("<-", right, left);
  if (operator === "->>") return callOf("<<-", right, left);
  if (operator === "|>" && right.type === "call") return { ...right, arguments: [{ value: left }, ...right.arguments] };
  return callOf(operator === "=" ? "<-" : operator, left, right);
}
