import { describe, expect, it } from "vitest";
import { measureKey } from "./instrument";
import { INSTRUMENTS } from "./registry";
import { isYesOrNo } from "./yes-or-no";

describe("isYesOrNo", () => {
  it("finds the scales of the catalogue that say yes or no, and no other", () => {
    const found = INSTRUMENTS.flatMap((instrument) =>
      instrument.scales
        .filter((scale) => isYesOrNo(instrument, scale))
        .map(({ code }) => measureKey(instrument.code, code)),
    );
    expect(found.toSorted()).toEqual([
      ...["hiv-vl/at-or-under-1000", "hiv-vl/at-or-under-200", "hiv-vl/at-or-under-50"],
      ...["retention/gap-6m", "retention/hrsa-hab", "retention/iit-28d", "retention/missed-any", "smaq/adherent"],
    ]);
  });

  it("takes no share from 0 to 1 for one", () => {
    const [scale] = INSTRUMENTS.flatMap(({ scales }) => scales.filter(({ code }) => code === "missed-any"));
    if (scale === undefined) throw new Error("no scale");
    const none = { items: [], responseSets: {} };
    expect(isYesOrNo(none, scale)).toBe(true);
    expect(isYesOrNo(none, { ...scale, range: { minimum: 0, maximum: 2 } })).toBe(false);
    expect(isYesOrNo(none, { ...scale, formula: { kind: "mean" } })).toBe(false);
    const rows = [
      { from: 0, value: 0 },
      { from: 1, value: 0.5 },
      { from: 2, value: 1 },
    ];
    expect(isYesOrNo(none, { ...scale, formula: { kind: "categories", rows } })).toBe(false);
  });
});
