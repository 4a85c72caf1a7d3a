import { describe, expect, it } from "vitest";
import { gad7 } from "./catalog/gad7/instrument";
import { phq9 } from "./catalog/phq9/instrument";
import { alertFor, riskWatch } from "./risk-watch";

const responsePath = { contact: "Nurse on duty", withinHours: 4, firstWords: "Thank you for telling me." };

describe("risk", () => {
  const watch = riskWatch(phq9, responsePath);

  it("is revealed by any answer above zero to item 9 and by no other", () => {
    expect(alertFor(watch, { "phq9.i9": 1 })).toMatchObject({
      items: [{ item: "phq9.i9", number: "9" }],
      responsePath,
    });
    expect(alertFor(watch, { "phq9.i9": 0, "phq9.i1": 3 })).toBeNull();
    expect(alertFor(watch, { "phq9.i9": "declined" })).toBeNull();
    expect(alertFor(watch, {})).toBeNull();
  });

  it("is told even where no response path can be read", () => {
    expect(alertFor(riskWatch(phq9, null), { "phq9.i9": 3 })).toMatchObject({ responsePath: null });
  });

  it("is not watched for in a questionnaire that cannot reveal it", () => {
    expect(riskWatch(gad7, responsePath)).toBeNull();
    expect(alertFor(null, { "phq9.i9": 3 })).toBeNull();
  });
});
