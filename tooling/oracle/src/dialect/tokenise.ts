import { DialectError } from "./failure";

export interface Token {
  readonly type: "number" | "string" | "name" | "operator" | "newline" | "end";
  readonly text: string;
}

const WORD = /[A-Za-z.\u00c0-\uffff][A-Za-z0-9._\u00c0-\uffff]*/y;
const NUMBER = /(0[xX][0-9a-fA-F]+|(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?)L?/y;
const OPERATOR = /%[^%\n]*%|<<-|->>|:::|<-|->|\|>|<=|>=|==|!=|&&|\|\||::|\[\[|[-+*/^<>!&|~?:$@[\](){},;=\\]/y;
const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", "0": "\0" };

/** Splits R code into tokens; comments and blanks are left out, line ends kept. */
export function tokenise(source: string): readonly Token[] {
  const tokens: Token[] = [];
  let position = 0;
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = position;
    return pattern.exec(source)?.[0];
  };
  while (position < source.length) {
    const character = source.charAt(position);
    if (character === "\n") {
      tokens.push({ type: "newline", text: "\n" });
      position++;
    } else if (/\s/.test(character)) position++;
    else if (character === "#") {
      while (position < source.length && source.charAt(position) !== "\n") position++;
    } else if (character === '"' || character === "'" || character === "`") {
      const { text, end } = readQuoted(source, position);
      tokens.push({ type: character === "`" ? "name" : "string", text });
      position = end;
    } else {
      const number = /[0-9.]/.test(character) ? match(NUMBER) : undefined;
      const word = number === undefined ? match(WORD) : undefined;
      const text = number ?? word ?? match(OPERATOR);
      if (text === undefined) throw new DialectError(`Unreadable R code at ${source.slice(position, position + 20)}`);
      tokens.push({ type: number !== undefined ? "number" : word !== undefined ? "name" : "operator", text });
      position += text.length;
    }
  }
  tokens.push({ type: "end", text: "" });
  return tokens;
}

function readQuoted(source: string, start: number): { readonly text: string; readonly end: number } {
  const quote = source.charAt(start);
  let text = "";
  let position = start + 1;
  while (source.charAt(position) !== quote) {
    if (position >= source.length) throw new DialectError("A quotation in the R code does not end");
    let character = source.charAt(position);
    if (character === "\\") {
      position++;
      const escaped = source.charAt(position);
      character = ESCAPES[escaped] ?? escaped;
    }
    text += character;
    position++;
  }
  return { text, end: position + 1 };
}
