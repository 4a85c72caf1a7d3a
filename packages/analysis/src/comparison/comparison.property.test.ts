import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BTHEB_DATA, bthebRequest } from "../outcome/btheb-request.fixture";
import type { OutcomeRequest } from "../outcome/outcome-request";
import { comparison } from "./comparison";

const score = fc.option(fc.integer({ min: 0, max: 4 }), { nil: null, freq: 4 });
const person = fc.record({
  cohortId: fc.constantFrom("A", "B"),
  siteId: fc.constantFrom("1", "2", "3"),
  values: fc.tuple(score, score, score),
  covariate: fc.option(fc.integer({ min: 0, max: 1 }), { nil: null, freq: 3 }),
});

/** Few people, few different scores, gaps everywhere. */
const requests = fc.array(person, { maxLength: 24 }).map((people): OutcomeRequest => {
  const data = {
    measure: "measure/bdi",
    waves: BTHEB_DATA.waves.slice(0, 3),
    people: people.map(({ cohortId, siteId, values }, row) => ({
      ...{ row, cohortId, siteId, values, volunteerId: null, standing: "active" },
      states: values.map((value) => (value === null ? ("not-measured" as const) : ("scored" as const))),
    })),
  };
  const covariates = [{ name: "one", values: people.map(({ covariate }) => covariate) }];
  return bthebRequest({ data, cohortId: "A", comparedWith: "B", wave: 1, covariates });
});

/** Every number of a plain value. */
function numbersOf(value: unknown): number[] {
  if (typeof value === "number") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersOf) : [];
}

describe("comparison", () => {
  it("gives figures or reasons for whatever people there are, never a number that is none", () => {
    fc.assert(
      fc.property(requests, (request) => {
        const found = comparison(request, "B");
        expect(numbersOf(found).every(Number.isFinite)).toBe(true);
        expect(JSON.parse(JSON.stringify(found))).toEqual(found);
      }),
      { numRuns: 60 },
    );
  }, 20_000);

  it("changes sign when the cohorts change places", () => {
    fc.assert(
      fc.property(requests, (request) => {
        const [there, back] = [comparison(request, "B"), comparison({ ...request, cohortId: "B" }, "A")];
        expect(back.kind).toBe(there.kind);
        if (there.kind !== "comparison" || back.kind !== "comparison") return;
        for (const name of ["unadjusted", "ancova", "differenceInDifferences"] as const) {
          const [one, other] = [there.differences[name], back.differences[name]];
          expect(other.kind).toBe(one.kind);
          if (one.kind !== "estimate" || other.kind !== "estimate") continue;
          expect(other.value).toBeCloseTo(-one.value, 8);
          expect(other.interval.low).toBeCloseTo(-one.interval.high, 6);
        }
        expect(back.sites.rule).toBe(there.sites.rule);
      }),
      { numRuns: 40 },
    );
  }, 20_000);
});
