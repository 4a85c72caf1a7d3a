import { describe, expect, it } from "vitest";
import { type LabQuantity, quantityProblems, quantitySchema, quantityWarnings } from "./quantity";

const common = {
  kind: "cd4-count",
  collectedOn: "2026-05-10",
  receivedOn: null,
  testedOn: null,
  returnedOn: null,
  asPrinted: null,
} as const;
const count = (
  value: string,
  over: Partial<typeof common> | { readonly kind: LabQuantity["kind"] } = {},
): LabQuantity => ({
  state: "quantified",
  ...common,
  value,
  comparator: null,
  ...over,
});

describe("quantitySchema", () => {
  it.each([
    count("350"),
    { state: "below-quantification", ...common, value: "10", comparator: "<" },
    { state: "above-upper", ...common, value: "2000", comparator: ">=" },
    { state: "rejected", ...common, rejectionCode: "too-old" },
    { state: "failed", ...common, failureCode: "machine-flag" },
    { state: "pending", ...common },
  ])("takes %j", (quantity) => {
    expect(quantitySchema.parse(quantity)).toEqual(quantity);
  });

  it.each([
    { state: "pending", ...common, value: "350" },
    { ...count("350"), comparator: ">" },
    { ...count("350"), kind: "viral-load" },
    { state: "not-detected", ...common },
    count("3.5E2"),
    { state: "below-quantification", ...common, value: "10", comparator: ">" },
  ])("refuses %j", (quantity) => {
    expect(quantitySchema.safeParse(quantity).success).toBe(false);
  });
});

describe("quantityProblems", () => {
  const rules = (quantity: LabQuantity, earlier: readonly LabQuantity[] = [], replacesId: string | null = null) =>
    quantityProblems(quantity, {
      today: "2026-06-01",
      earlier: earlier.map((one, at) => ({ id: `r${at}`, quantity: one })),
      replacesId,
    }).map(({ field, rule }) => `${field} ${rule}`);

  it.each([
    ["cd4-count", "0", []],
    ["cd4-count", "-1", ["value impossible"]],
    ["cd4-count", "5000", []],
    ["cd4-count", "5001", ["value impossible"]],
    ["cd4-count", "350.5", ["value too-many-decimals"]],
    ["cd4-percent", "100", []],
    ["cd4-percent", "100.1", ["value impossible"]],
    ["cd4-percent", "12.5", []],
    ["weight", "0", ["value impossible"]],
    ["weight", "0.3", []],
    ["weight", "500", []],
    ["weight", "650", ["value impossible"]],
    ["weight", "61.25", ["value too-many-decimals"]],
  ] as const)("%s %s: %j", (kind, value, expected) => {
    expect(rules(count(value, { kind }))).toEqual(expected);
  });

  it("looks at the dates, and for the same kind on the same day", () => {
    expect(rules({ state: "pending", ...common, collectedOn: "2026-07-01" })).toEqual(["collectedOn date-in-future"]);
    expect(rules(count("350"), [count("360")])).toEqual(["collectedOn duplicate"]);
    expect(rules(count("350"), [count("360")], "r0")).toEqual([]);
    expect(rules(count("35", { kind: "cd4-percent" }), [count("360")])).toEqual([]);
    expect(rules(count("350"), [{ state: "pending", ...common, collectedOn: "2026-05-11" }])).toEqual([]);
  });
});

describe("quantityWarnings", () => {
  it("say the range and the window, and problems the decimals", () => {
    const window = { opensOn: "2026-05-11", targetOn: "2026-05-12", closesOn: "2026-05-13" };
    expect(quantityWarnings(count("3001"), { window })).toEqual([
      { check: "implausible", values: { low: 0, high: 3000 } },
      { check: "outside-window", values: { opensOn: "2026-05-11", closesOn: "2026-05-13" } },
    ]);
    const checking = { today: "2026-06-01", earlier: [], replacesId: null };
    expect(quantityProblems(count("350.5"), checking)).toEqual([
      { field: "value", rule: "too-many-decimals", values: { decimals: 0 } },
    ]);
    expect(quantityProblems(count("5001"), checking)).toEqual([
      { field: "value", rule: "impossible", values: { low: 0, high: 5000 } },
    ]);
  });

  it.each([
    ["cd4-count", "3000", []],
    ["cd4-count", "3001", ["implausible"]],
    ["cd4-percent", "71", ["implausible"]],
    ["weight", "1.9", ["implausible"]],
    ["weight", "2", []],
    ["weight", "200", []],
    ["weight", "201", ["implausible"]],
  ] as const)("%s %s: %j", (kind, value, expected) => {
    expect(quantityWarnings(count(value, { kind }), { window: null }).map(({ check }) => check)).toEqual(expected);
  });

  it.each([
    ["2026-05-10", "2026-05-10", []],
    ["2026-05-11", "2026-05-12", ["outside-window"]],
    ["2026-05-01", "2026-05-09", ["outside-window"]],
  ])("window from %s to %s: %j", (opensOn, closesOn, expected) => {
    const window = { opensOn, targetOn: opensOn, closesOn };
    const warnings = quantityWarnings({ state: "pending", ...common }, { window });
    expect(warnings.map(({ check }) => check)).toEqual(expected);
  });
});
