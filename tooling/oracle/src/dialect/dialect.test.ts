import { describe, expect, it } from "vitest";
import { BINDINGS } from "../bindings/registry";
import { compareOutputs } from "../compare";
import { encode, type Json } from "../encode";
import { BUILTINS } from "./builtins/builtins";
import fixtures from "./dialect.fixtures.json";
import { Interpreter } from "./evaluate";
import { DialectError, UnsupportedError } from "./failure";
import { parse } from "./parse";

function evaluate(code: string): Json {
  const interpreter = new Interpreter(BINDINGS);
  interpreter.global.set("d", interpreter.evaluate(parse(fixtures.data)));
  return encode(interpreter.evaluate(parse(code)));
}

const CLOSE = () => ({ relative: 1e-12, absolute: 1e-13 });

describe("the dialect", () => {
  it.each(fixtures.answers)("answers $call as R does", ({ call, value }) => {
    const got = evaluate(call);
    // Both ways, so that neither has a field the other lacks.
    const wrong = [...compareOutputs(value, got, CLOSE), ...compareOutputs(got, value, CLOSE)].filter(
      ({ passed }) => !passed,
    );
    expect(wrong).toEqual([]);
  });

  it.each(["no.such.function(1)", "unknown", "pkg::no.such(1)"])("does not guess what %s is", (code) => {
    expect(() => evaluate(code)).toThrow(UnsupportedError);
  });

  it.each([
    ["text in arithmetic", '"a" + 1'],
    ["a column that is not there", 'd[, "none"]'],
    ["a subscript beyond the end", "list(1)[[2]]"],
    ["arguments nobody takes", "(function(a) a)(1, 2)"],
    ["a missing condition", "if (NA) 1"],
    ["code that ends too soon", "c(1, 2"],
    ["two values in a row", "1 2"],
    ["a quotation without end", '"abc'],
    ["columns of lengths that do not fit", "data.frame(a = 1:3, b = 1:2)"],
    ["a singular system", "solve(matrix(0, 2, 2))"],
    ["matrices that do not fit together", "matrix(1:6, 2) %*% matrix(1:6, 2)"],
  ])("fails on %s", (_, code) => {
    expect(() => evaluate(code)).toThrow(DialectError);
  });

  it("binds no name in two topics", () => {
    const names = BINDINGS.slice(BUILTINS.length).flatMap((topic) => Object.keys(topic));
    const twice = names.filter((name, at) => names.indexOf(name) !== at);
    expect([...new Set(twice)]).toEqual([]);
  });
});
