import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyseBinary } from "./analyse-binary";
import { binaryRequest, groupsOf } from "./binary-request.fixture";

const counts = fc.array(fc.nat({ max: 30 }), { minLength: 16, maxLength: 16 });
const improvements = fc.constantFrom("increase", "decrease", "none");

describe("analyseBinary, laws", () => {
  it("holds every completion of the missing answers between the two bounds", () => {
    fc.assert(
      fc.property(counts, improvements, fc.infiniteStream(fc.boolean()), (people, improvement, coins) => {
        const groups = groupsOf("A", people).filter(([, ...states]) => !states.slice(0, 2).includes("not-expected"));
        const completed = groups.flatMap(([cohort, before, after, n]) =>
          Array.from({ length: n }, () => {
            const fill = (state: typeof before) =>
              state === "missing" ? ((coins.next().value ?? true) ? ("yes" as const) : ("no" as const)) : state;
            return [cohort, fill(before), fill(after), 1] as const;
          }),
        );
        fc.pre(completed.length > 0);
        const [filled] = analyseBinary(binaryRequest(completed)).figures;
        const { figures } = analyseBinary(binaryRequest(groups, { improvement }));
        const value = (estimate: typeof filled) =>
          estimate?.difference.kind === "estimate" ? estimate.difference.value : Number.NaN;
        const bounds = [value(figures[2]), value(figures[3])].toSorted((a, b) => a - b);
        expect(value(filled)).toBeGreaterThanOrEqual((bounds[0] ?? 0) - 1e-12);
        expect(value(filled)).toBeLessThanOrEqual((bounds[1] ?? 0) + 1e-12);
      }),
      { numRuns: 60 },
    );
  });

  it("counts everybody of whom an answer was due once", () => {
    fc.assert(
      fc.property(counts, improvements, (people, improvement) => {
        const groups = groupsOf("A", people);
        const due = groups.filter(([, before, after]) => before !== "not-expected" && after !== "not-expected");
        const total = due.reduce((sum, group) => sum + group[3], 0);
        const { figures } = analyseBinary(binaryRequest(groups, { improvement }));
        expect(figures.slice(1).map(({ n }) => n)).toEqual([total, total, total]);
      }),
      { numRuns: 60 },
    );
  });

  it("shows no number of people from 1 to 4, nor one that could be subtracted, and only ever wider bounds", () => {
    fc.assert(
      fc.property(counts, improvements, (people, improvement) => {
        const groups = groupsOf("A", people);
        const hidden = analyseBinary(binaryRequest(groups, { improvement, threshold: 5 })).figures;
        const open = analyseBinary(binaryRequest(groups, { improvement })).figures;
        const cellsOf = (at: number) => {
          const shift = hidden[at]?.shift;
          return shift?.kind === "shift" ? [shift.gained, shift.kept, shift.lost, shift.never] : [];
        };
        const isSmall = (count: number) => count > 0 && count < 5;
        expect(cellsOf(0).filter(isSmall)).toEqual([]);
        const [known, asBad] = [cellsOf(0), cellsOf(1)];
        expect(asBad.map((cell, at) => cell - (known[at] ?? 0)).filter(isSmall)).toEqual([]);
        for (const at of [2, 3]) {
          const [shown, exact] = [hidden[at]?.difference, open[at]?.difference];
          if (shown?.kind !== "estimate" || exact?.kind !== "estimate") continue;
          const falls = (at === 2) === (improvement !== "decrease");
          if (falls) expect(shown.value).toBeLessThanOrEqual(exact.value + 1e-12);
          else expect(shown.value).toBeGreaterThanOrEqual(exact.value - 1e-12);
        }
      }),
      { numRuns: 100 },
    );
  });
});
