import { describe, expect, test } from "vitest";
import { splitSql } from "./split-sql";

describe("splitSql", () => {
  const cases: readonly [name: string, sql: string, statements: readonly string[]][] = [
    ["two statements", "SELECT 1; SELECT 2;", ["SELECT 1", "SELECT 2"]],
    ["no final semicolon", "SELECT 1;\nSELECT 2", ["SELECT 1", "SELECT 2"]],
    ["a string with a semicolon", "SELECT 'a;b', 'it''s;'; SELECT 2", ["SELECT 'a;b', 'it''s;'", "SELECT 2"]],
    ["an escape string", "SELECT E'a\\';b'; SELECT 2", ["SELECT E'a\\';b'", "SELECT 2"]],
    ["a plain string ending in a backslash", "SELECT 'a\\'; SELECT 2", ["SELECT 'a\\'", "SELECT 2"]],
    [
      "a name that ends in e before a string",
      "SELECT date'2020-01-01\\'; SELECT 2",
      ["SELECT date'2020-01-01\\'", "SELECT 2"],
    ],
    ["a quoted identifier", 'SELECT ";" FROM "a""b;"; SELECT 2', ['SELECT ";" FROM "a""b;"', "SELECT 2"]],
    ["a DO block", "DO $$ BEGIN NULL; END $$; SELECT 2", ["DO $$ BEGIN NULL; END $$", "SELECT 2"]],
    [
      "nested dollar tags",
      "CREATE FUNCTION f() AS $f$ EXECUTE $$ x; $$; $f$ LANGUAGE sql; SELECT 2",
      ["CREATE FUNCTION f() AS $f$ EXECUTE $$ x; $$; $f$ LANGUAGE sql", "SELECT 2"],
    ],
    ["parameters are not dollar quotes", "SELECT $1; SELECT $2", ["SELECT $1", "SELECT $2"]],
    ["a dollar inside a name", "SELECT a$b$ FROM t; SELECT b$b$", ["SELECT a$b$ FROM t", "SELECT b$b$"]],
    ["a line comment", "SELECT 1 -- one; two\n; SELECT 2", ["SELECT 1 -- one; two", "SELECT 2"]],
    [
      "a nested block comment",
      "/* a; /* b; */ c; */ SELECT 1; SELECT 2",
      ["/* a; /* b; */ c; */ SELECT 1", "SELECT 2"],
    ],
    ["comments alone are nothing", "-- hello;\n/* ; */ ; ;", []],
    ["empty", "", []],
  ];
  test.each(cases)("%s", (_name, sql, statements) => {
    expect(splitSql(sql)).toEqual(statements);
  });
});
