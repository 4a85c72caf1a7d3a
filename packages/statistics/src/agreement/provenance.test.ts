import { describe, expect, it } from "vitest";
import { limitsOfAgreement } from "./bland-altman";
import { cohenKappa } from "./cohen-kappa";
import { gwetAc1 } from "./two-rater-agreement";

const table = [
  [5, 2],
  [3, 7],
];

describe("figures of agreement say how they were made", () => {
  it("for two raters", () => {
    expect(cohenKappa(table, "linear", 0.9)).toMatchObject({
      interval: { level: 0.9 },
      test: { distribution: "normal", null: 0 },
      provenance: { statistic: "agreement/cohen-kappa", version: 1 },
    });
    expect(gwetAc1(table)).toMatchObject({
      n: 17,
      method: "gwet-ac1",
      interval: { level: 0.95 },
      provenance: { statistic: "agreement/two-rater-agreement", version: 1 },
    });
  });

  it("for two measurements", () => {
    const provenance = { statistic: "agreement/bland-altman", version: 1 };
    expect(limitsOfAgreement([1, 2, 4], [1, 3, 3], 0.9)).toMatchObject({
      bias: { method: "bland-altman-bias", interval: { level: 0.9 }, provenance },
      lower: { method: "bland-altman-limit", provenance },
      upper: { method: "bland-altman-limit", provenance },
    });
  });
});
