/** Position just after a quoted token that starts at `at`: '…', "…", with doubled quotes and, for E'…', backslashes. */
function afterQuoted(sql: string, at: number): number {
  const quote = sql.charAt(at);
  const backslashes = quote === "'" && /(^|\W)[eE]$/.test(sql.slice(Math.max(0, at - 2), at));
  for (let i = at + 1; i < sql.length; i++) {
    if (backslashes && sql.charAt(i) === "\\") i++;
    else if (sql.charAt(i) === quote) {
      if (sql.charAt(i + 1) !== quote) return i + 1;
      i++;
    }
  }
  return sql.length;
}

/** Position just after a block comment that starts at `at`. They nest in PostgreSQL. */
function afterBlockComment(sql: string, at: number): number {
  let depth = 0;
  for (let i = at; i < sql.length; i++) {
    const two = sql.slice(i, i + 2);
    if (two === "/*") {
      depth++;
      i++;
    } else if (two === "*/") {
      depth--;
      i++;
      if (depth === 0) return i + 1;
    }
  }
  return sql.length;
}

/** Position just after a dollar-quoted string that starts at `at`, or undefined when none starts there ($1, a$b). */
function afterDollarQuoted(sql: string, at: number): number | undefined {
  if (/[\w$\u0080-\uffff]/.test(sql.charAt(at - 1))) return undefined;
  const opening = /^\$([A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/.exec(sql.slice(at))?.[0];
  if (opening === undefined) return undefined;
  const close = sql.indexOf(opening, at + opening.length);
  return close < 0 ? sql.length : close + opening.length;
}

/**
 * Cuts a migration into its statements, as PostgreSQL's own lexer would: a semicolon inside a string, an identifier, a
 * dollar-quoted body or a comment ends nothing. Statements come back without their semicolon; comments stay with the
 * statement they precede, and a piece of nothing but comments is dropped.
 * Not covered: `BEGIN ATOMIC … END` function bodies, whose semicolons stand bare. Write such bodies in dollar quotes.
 */
export function splitSql(sql: string): string[] {
  const statements: string[] = [];
  let start = 0;
  let hasCode = false;
  let at = 0;
  const finish = (end: number) => {
    if (hasCode) statements.push(sql.slice(start, end).trim());
    hasCode = false;
  };
  while (at < sql.length) {
    const char = sql.charAt(at);
    if (sql.startsWith("--", at)) {
      const end = sql.indexOf("\n", at);
      at = end < 0 ? sql.length : end + 1;
    } else if (sql.startsWith("/*", at)) {
      at = afterBlockComment(sql, at);
    } else if (char === ";") {
      finish(at);
      at++;
      start = at;
    } else {
      hasCode ||= /\S/.test(char);
      if (char === "'" || char === '"') at = afterQuoted(sql, at);
      else if (char === "$") at = afterDollarQuoted(sql, at) ?? at + 1;
      else at++;
    }
  }
  finish(sql.length);
  return statements;
}
