import fc from "fast-check";
import { expect, test } from "vitest";
import { splitSql } from "./split-sql";

/** Tokens that may hold semicolons and quotes of the other kinds without ending the statement. */
const inside = fc.string({ unit: fc.constantFrom("a", ";", " ", "\n", "-", "/", "*"), maxLength: 12 });
const token = fc.oneof(
  fc.constantFrom("SELECT", "x", "1", "$1", "a$b", "+"),
  inside.map((text) => `'${text}'`),
  inside.map((text) => `"${text}"`),
  inside.map((text) => `$tag$${text}$tag$`),
  inside.filter((text) => !/\*\/|\/\*|\/$|\*$/.test(text)).map((text) => `/*${text} */`),
  inside.map((text) => `--${text.replaceAll("\n", " ")}\n`),
);
const statement = fc
  .array(token, { maxLength: 6 })
  .map((tokens) => ["SELECT", ...tokens].join(" ").trim())
  // A trailing line comment would swallow the semicolon that ends the statement.
  .map((text) => `${text}\n1`);

test("statements joined by semicolons come back one by one", () => {
  fc.assert(
    fc.property(fc.array(statement, { maxLength: 5 }), (statements) => {
      expect(splitSql(statements.map((text) => `${text};`).join("\n"))).toEqual(statements);
    }),
  );
});
