import { createHash } from "node:crypto";

/** Statements whose text varies with the data (long IN lists) would otherwise fill the server's memory. */
const NAMED_STATEMENTS_MAX = 400;
/** Given to statements beyond that: the driver then sends them unnamed. */
const UNNAMED = "";

/** The name under which a statement is prepared on every connection; empty for one that is not to be kept. */
export type NameStatement = (query: { readonly sql: string }) => string;

/** Names statements after their text; the first few hundred texts only. */
export function statementNames(): NameStatement {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= NAMED_STATEMENTS_MAX) return UNNAMED;
    const name = `s${createHash("sha256").update(sql).digest("base64url").slice(0, 22)}`;
    names.set(sql, name);
    return name;
  };
}

/** Names nothing: every statement is planned anew. */
export const noStatementNames: NameStatement = () => UNNAMED;
