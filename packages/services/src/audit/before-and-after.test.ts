import { expect, it } from "vitest";
import { beforeAndAfter } from "./before-and-after";

it("names what has become another, as it was and as it is, and nothing else", () => {
  const before = { name: "North", active: true, roles: ["evaluator"], lead: null };
  expect(beforeAndAfter(before, { name: "North", active: false })).toEqual({ active: false, activeBefore: true });
  expect(beforeAndAfter(before, { lead: "x" })).toEqual({ lead: "x", leadBefore: null });
  expect(beforeAndAfter(before, { roles: ["evaluator", "researcher"] })).toEqual({
    roles: ["evaluator", "researcher"],
    rolesBefore: ["evaluator"],
  });
});

it("has nothing to tell where nothing has changed", () => {
  expect(beforeAndAfter({ name: "North", roles: ["a"] }, { name: "North", roles: ["a"] })).toBeNull();
  expect(beforeAndAfter({ name: "North" }, {})).toBeNull();
});
