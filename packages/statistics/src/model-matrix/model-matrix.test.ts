import { describe, expect, it } from "vitest";
import { modelMatrix } from "./model-matrix";
import fixtures from "./model-matrix.fixtures.json";
import type { Variable } from "./variable";

const { a, b, u, v } = fixtures.data;
const variables = new Map<string, Variable>([
  ["a", { kind: "factor", ...a }],
  ["b", { kind: "factor", ...b }],
  ["u", { kind: "numeric", values: u }],
  ["v", { kind: "numeric", values: v }],
]);

describe("modelMatrix", () => {
  it.each(fixtures.cases)("has R's columns for $formula", ({ terms, intercept, names, assign, values }) => {
    const found = modelMatrix(variables, terms, intercept);
    expect(found.names).toEqual(names);
    expect(found.assign).toEqual(assign);
    expect([found.matrix.rows, found.matrix.columns]).toEqual([8, names.length]);
    expect([...found.matrix.values]).toEqual(values.flat());
  });

  it("names the terms in the order of the columns, each once, its variables in the order of the model", () => {
    const found = modelMatrix(variables, [["u", "a"], ["b"], ["a", "u"], ["u"], ["b"]]);
    expect(found.terms).toEqual([["b"], ["u"], ["u", "a"]]);
    expect(found.names).toEqual(["(Intercept)", "byes", "u", "u:ay", "u:az"]);
  });

  it("keeps a level nobody has as a column of zeros", () => {
    const found = modelMatrix(new Map([["g", { kind: "factor", levels: ["p", "q", "r"], codes: [0, 2] }]]), [["g"]]);
    expect(found.names).toEqual(["(Intercept)", "gq", "gr"]);
    expect([...found.matrix.values]).toEqual([1, 0, 0, 1, 0, 1]);
  });

  it("has no rows when there are no data", () => {
    const found = modelMatrix(new Map([["u", { kind: "numeric", values: [] }]]), [["u"]]);
    expect([found.matrix.rows, found.matrix.columns]).toEqual([0, 2]);
    expect(modelMatrix(new Map(), []).matrix.rows).toBe(0);
  });

  it.each<[string, ReadonlyMap<string, Variable>, string[][]]>([
    ["an unknown variable", variables, [["w"]]],
    ["an empty term", variables, [[]]],
    ["a value that is not finite", new Map([["u", { kind: "numeric", values: [1, Number.NaN] }]]), [["u"]]],
    ["a code without a level", new Map([["g", { kind: "factor", levels: ["p"], codes: [0, 1] }]]), [["g"]]],
    ["a code below 0", new Map([["g", { kind: "factor", levels: ["p"], codes: [-1] }]]), [["g"]]],
    ["a code that is not whole", new Map([["g", { kind: "factor", levels: ["p", "q"], codes: [0.5] }]]), [["g"]]],
    ["unequal lengths", new Map<string, Variable>([...variables, ["w", { kind: "numeric", values: [1] }]]), [["u"]]],
  ])("refuses %s", (_, data, terms) => {
    expect(() => modelMatrix(data, terms)).toThrow(RangeError);
  });

  it("takes several columns as one variable", () => {
    const variables = new Map<string, Variable>([
      [
        "powers",
        {
          kind: "columns",
          labels: ["1", "2"],
          columns: [
            [1, 2, 3],
            [1, 4, 9],
          ],
        },
      ],
      ["group", { kind: "factor", levels: ["a", "b", "c"], codes: [0, 1, 2] }],
    ]);
    const { names, assign, matrix } = modelMatrix(variables, [["powers"], ["group"], ["powers", "group"]]);
    expect(names.slice(1, 3)).toEqual(["powers1", "powers2"]);
    expect(names.slice(5)).toEqual(["powers1:groupb", "powers2:groupb", "powers1:groupc", "powers2:groupc"]);
    expect(assign).toEqual([0, 1, 1, 2, 2, 3, 3, 3, 3]);
    expect([...matrix.values.subarray(18)]).toEqual([1, 3, 9, 0, 1, 0, 0, 3, 9]);
  });

  it.each<[string, readonly (readonly number[])[]]>([
    ["of unequal lengths", [[1, 2], [1]]],
    [
      "that are not finite",
      [
        [1, 2],
        [Number.NaN, 1],
      ],
    ],
  ])("refuses columns %s", (_, columns) => {
    const variables = new Map<string, Variable>([["x", { kind: "columns", labels: ["1", "2"], columns }]]);
    expect(() => modelMatrix(variables, [["x"]])).toThrow(RangeError);
  });
});
