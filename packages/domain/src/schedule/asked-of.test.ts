import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ASKED_OF, isAskedAt, isAskedOf, isExpected } from "./asked-of";

const KINDS = ["peer-support", "comparison", "other"] as const;

describe("isExpected", () => {
  it.each([
    ["everyone", ["peer-support", "comparison", "other"]],
    ["peer-support", ["peer-support"]],
    ["comparison", ["comparison"]],
  ])("asked of %s: people of cohorts of the kinds %j", (askedOf, kinds) => {
    const asking = { timepointCodes: [], askedOf };
    expect(KINDS.filter((cohortKind) => isExpected(asking, { timepointCode: "end", cohortKind }))).toEqual(kinds);
  });

  it("keeps to the timepoints, and an empty list is all of them", () => {
    const at = (timepointCodes: readonly string[]) =>
      isExpected({ timepointCodes, askedOf: "everyone" }, { timepointCode: "end", cohortKind: "comparison" });
    expect([at([]), at(["end"]), at(["baseline", "end"]), at(["baseline"])]).toEqual([true, true, true, false]);
  });

  it("needs both the time and the cohort, and asking everybody always never leaves anybody out", () => {
    const code = fc.constantFrom("baseline", "end", "follow-up");
    const kind = fc.constantFrom(...KINDS);
    const asking = fc.record({
      timepointCodes: fc.uniqueArray(code),
      askedOf: fc.constantFrom(...ASKED_OF),
    });
    fc.assert(
      fc.property(asking, code, kind, (one, timepointCode, cohortKind) => {
        const expected = isExpected(one, { timepointCode, cohortKind });
        expect(expected).toBe(isAskedAt(one, timepointCode) && isAskedOf(one, cohortKind));
        const wider = { timepointCodes: [], askedOf: "everyone" };
        expect(isExpected(wider, { timepointCode, cohortKind })).toBe(true);
        // To widen it to everyone never takes anybody away.
        if (expected) expect(isExpected({ ...one, askedOf: "everyone" }, { timepointCode, cohortKind })).toBe(true);
      }),
    );
  });
});
