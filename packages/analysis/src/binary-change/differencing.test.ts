import { describe, expect, it } from "vitest";
import type { OutcomeRequest } from "../outcome/outcome-request";
import type { PersonSeries } from "../rows/person-series";
import { analyseBinary } from "./analyse-binary";
import { binaryRequest } from "./binary-request.fixture";

/** So many people with these answers before, at the first time after and at the second; null where there is none. */
type Course = readonly [people: number, before: 0 | 1, first: 0 | 1 | null, second: 0 | 1 | null];

function atTime(courses: readonly Course[], wave: 1 | 2, given: Partial<OutcomeRequest> = {}) {
  const { data, ...rest } = binaryRequest([], { threshold: 5, ...given });
  const people = courses
    .flatMap(([count, ...values]) => Array.from({ length: count }, () => values))
    .map(
      (values, row): PersonSeries => ({
        ...{ row, cohortId: "A", siteId: "site", volunteerId: null, standing: "active", values },
        states: values.map((value) => (value === null ? "not-measured" : "scored")),
      }),
    );
  const waves = ["before", "first", "second"].map((label, at) => ({ timepointId: label, label, targetDay: 90 * at }));
  return analyseBinary({ ...rest, wave, data: { ...data, waves, people } });
}

/** Yes before, of so many, as the page of a time shows it for the people with both answers. */
function before({ figures: [known] }: ReturnType<typeof analyseBinary>) {
  if (known?.n == null || known.before.kind !== "estimate") return null;
  return { yes: Math.round(known.before.value * known.n), n: known.n };
}

/** Everybody answers at the first time; 10 leave before the second, of whom 2 had said yes. */
const LEAVING: readonly Course[] = [
  [20, 1, 1, 1],
  [13, 1, 0, 1],
  [2, 1, 1, null],
  [9, 0, 1, 0],
  [8, 0, 0, 0],
  [8, 0, 0, null],
];

describe("what follows by subtraction", () => {
  it("is no small group within the page of one time", () => {
    const { figures, sharpBounds } = atTime(LEAVING, 2);
    expect(sharpBounds).toBe(false);
    const numbers = figures.flatMap(({ n, shift, before: share }) => [
      ...(n === null ? [] : [n]),
      ...(n !== null && share.kind === "estimate" ? [Math.round(n * share.value)] : []),
      ...(shift.kind === "shift" ? [shift.gained, shift.kept, shift.lost, shift.never] : []),
    ]);
    const apart = numbers.flatMap((one) => numbers.map((other) => Math.abs(one - other)));
    expect(numbers.filter((one) => one === 2)).toEqual([]);
    expect(apart.filter((one) => one === 2)).toEqual([]);
  });

  it("can be one between the pages of two times, as docs/methods/proportions.md says", () => {
    expect(before(atTime(LEAVING, 1))).toEqual({ yes: 35, n: 60 });
    expect(before(atTime(LEAVING, 2))).toEqual({ yes: 33, n: 50 });
  });

  it("is none where the later time shows nothing", () => {
    const few: readonly Course[] = LEAVING.map(([people, ...rest]) => [rest[2] === 1 ? 2 : people, ...rest]);
    expect(before(atTime(few, 2))).toBeNull();
  });
});
