import { expect, it } from "vitest";
import { chosenDefinitions, definitionHref } from "./definition-address";

const A = "0a000000-0000-4000-8000-000000000001";

it("takes ids once, in order, and nothing else", () => {
  const other = A.replace(/1$/, "2");
  expect(chosenDefinitions([other, null, "x", A, A.toUpperCase(), undefined, `${A} `])).toEqual([other, A]);
  const many = Array.from({ length: 20 }, (_, at) => A.replace(/01$/, String(10 + at)));
  expect(chosenDefinitions(many)).toEqual(many.slice(0, 8));
});

it("has one page for each and one for a new one", () => {
  expect(definitionHref("/p/demo", A)).toBe(`/p/demo/cohorts/${A}`);
  expect(definitionHref("/p/demo")).toBe("/p/demo/cohorts/new");
});
