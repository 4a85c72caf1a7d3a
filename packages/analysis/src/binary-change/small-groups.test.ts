import type { Estimate } from "@alongside/statistics/estimate";
import { describe, expect, it } from "vitest";
import { analyseBinary } from "./analyse-binary";
import { type AnswerGroup, binaryRequest, PUBLISHED } from "./binary-request.fixture";

function value(estimate: Estimate | null | undefined) {
  if (estimate?.kind !== "estimate") throw new Error("no estimate");
  return estimate;
}

describe("analyseBinary, disclosure control", () => {
  const kinds = (groups: readonly AnswerGroup[]) =>
    analyseBinary(binaryRequest(groups, { threshold: 5 })).figures.map(({ shift, difference, n }) => [
      shift.kind,
      difference.kind === "estimate" ? difference.method : difference.kind,
      n,
    ]);

  it("shows cells where each is empty or large", () => {
    expect(kinds(PUBLISHED)).toEqual(Array.from({ length: 4 }, () => ["shift", "newcombe-paired", 60]));
  });

  it("shows shares alone, with the wider interval and no test, where a cell is small", () => {
    const small: readonly AnswerGroup[] = [
      ["A", "yes", "yes", 30],
      ["A", "yes", "no", 3],
      ["A", "no", "yes", 15],
      ["A", "no", "no", 12],
    ];
    const [known] = analyseBinary(binaryRequest(small, { threshold: 5 })).figures;
    expect(known?.shift.kind).toBe("suppressed");
    expect(known?.mcnemar.kind).toBe("suppressed");
    expect(known?.oddsRatio.kind).toBe("suppressed");
    const [exact] = analyseBinary(binaryRequest(small)).figures;
    const [wide, narrow] = [value(known?.difference), value(exact?.difference)];
    expect(wide.value).toBeCloseTo(narrow.value, 12);
    expect(wide.interval.low).toBeLessThan(narrow.interval.low);
    expect(wide.interval.high).toBeGreaterThan(narrow.interval.high);
    expect(wide.test).toBeUndefined();
  });

  it("shows nothing where everybody of a small group is alike, or a margin is small", () => {
    const all = (people: number): readonly AnswerGroup[] => [
      ["A", "yes", "yes", people - 6],
      ["A", "no", "yes", 6],
    ];
    expect(kinds(all(19))[0]).toEqual(["suppressed", "suppressed", null]);
    expect(kinds(all(20))[0]?.[0]).toBe("shift");
    const margin = kinds([...all(26), ["A", "no", "no", 4]]);
    expect(margin[0]).toEqual(["suppressed", "suppressed", null]);
  });

  it("shows no cells where all of a few who were alike before are alike after", () => {
    const rest: readonly AnswerGroup[] = [
      ["A", "no", "yes", 20],
      ["A", "no", "no", 20],
    ];
    const reach = (alike: number) => kinds([["A", "yes", "yes", alike], ...rest])[0];
    expect(reach(19)).toEqual(["suppressed", "newcombe-without-pairing", 59]);
    expect(reach(20)?.[0]).toBe("shift");
  });

  it("adds nobody whose group is small, but makes the bounds wide by what is shown anyway", () => {
    const found = analyseBinary(
      binaryRequest([...PUBLISHED, ["A", "yes", "missing", 2], ["A", "no", "missing", 9]], { threshold: 5 }),
    );
    expect(found.sharpBounds).toBe(false);
    expect(found.figures.map(({ n }) => n)).toEqual([60, null, 71, 71]);
    const [, , worst, best] = found.figures;
    expect(worst?.shift).toEqual({ kind: "shift", gained: 15, kept: 30, lost: 16, never: 10 });
    expect(best?.shift).toEqual({ kind: "shift", gained: 26, kept: 30, lost: 5, never: 10 });
  });
});
